import UIKit

/// A page of the phone's own, over the app's, that is asked for one thing. It goes when the task that waits for it is
/// cancelled, which Close does.
@MainActor
final class PhonePage<Given: Sendable> {
  private var waiting: CheckedContinuation<Given?, Never>?
  private weak var shown: UIViewController?

  /// Shows it, and waits for what it gives; nothing if there is no window to show it in.
  func ask(_ page: UIViewController) async -> Given? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiting in
        self.waiting = waiting
        guard !Task.isCancelled, let below = uppermostPage else { return end(nil) }
        shown = page
        below.present(page, animated: false)
      }
    } onCancel: {
      Task { @MainActor in self.end(nil) }
    }
  }

  /// It gave this, or nothing.
  func end(_ given: Given?) {
    shown?.dismiss(animated: false)
    waiting?.resume(returning: given)
    waiting = nil
  }
}

/// What lies uppermost in the app's window.
@MainActor var uppermostPage: UIViewController? {
  let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
  var top = scenes.compactMap(\.keyWindow).first?.rootViewController
  while let over = top?.presentedViewController { top = over }
  return top
}
