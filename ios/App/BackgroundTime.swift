import UIKit

/// A little time from the phone after the app left the screen, so that what is under way ends well.
@MainActor
final class BackgroundTime {
  private var given = UIBackgroundTaskIdentifier.invalid

  /// Asks for as long as this work takes.
  static func take(for work: Task<Void, Never>) {
    let time = BackgroundTime()
    time.given = UIApplication.shared.beginBackgroundTask { time.giveBack() }
    Task {
      await work.value
      time.giveBack()
    }
  }

  private func giveBack() {
    guard given != .invalid else { return }
    UIApplication.shared.endBackgroundTask(given)
    given = .invalid
  }
}
