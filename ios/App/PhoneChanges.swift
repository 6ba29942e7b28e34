import UIKit

/// Tells when the phone's day, clock or zone has changed, and when the app is the one in her hands again, as she may have
/// been in the phone's settings: reminders are planned anew then.
@MainActor
final class PhoneChanges {
  private let tell: @MainActor () -> Void

  init(_ tell: @escaping @MainActor () -> Void) {
    self.tell = tell
    on(UIApplication.significantTimeChangeNotification)
    on(UIApplication.didBecomeActiveNotification)
    on(.NSSystemTimeZoneDidChange)
    on(.NSSystemClockDidChange)
  }

  private func on(_ name: NSNotification.Name) {
    _ = NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { [weak self] _ in
      MainActor.assumeIsolated { self?.tell() }
    }
  }
}
