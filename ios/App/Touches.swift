import UIKit

/// Tells of each touch of the app's windows, and keeps none from what it is for.
@MainActor
final class Touches: NSObject, UIGestureRecognizerDelegate {
  private let tell: @MainActor () -> Void

  init(_ tell: @escaping @MainActor () -> Void) {
    self.tell = tell
    super.init()
    _ = NotificationCenter.default.addObserver(
      forName: UIWindow.didBecomeVisibleNotification, object: nil, queue: .main
    ) { [weak self] note in
      let window = note.object as? UIWindow
      MainActor.assumeIsolated { self?.watch(window) }
    }
  }

  private func watch(_ window: UIWindow?) {
    guard let window, !(window.gestureRecognizers ?? []).contains(where: { $0.delegate === self }) else { return }
    let all = UITapGestureRecognizer()
    all.delegate = self
    window.addGestureRecognizer(all)
  }

  /// It takes no touch: each goes where it goes without this.
  func gestureRecognizer(_ gestureRecognizer: UIGestureRecognizer, shouldReceive touch: UITouch) -> Bool {
    tell()
    return false
  }
}
