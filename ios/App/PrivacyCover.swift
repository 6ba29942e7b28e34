import NotebookApp
import UIKit

/// A blank window over all others whenever the app is not the one in her hands: the phone's own pages for the camera, for
/// pictures and for files lie over the app's, and the list of recent apps would show them.
@MainActor
final class PrivacyCover {
  private let look: @MainActor () -> Look
  private var window: UIWindow?

  init(_ look: @escaping @MainActor () -> Look) {
    self.look = look
    on(UIScene.willDeactivateNotification) { $0.cover($1) }
    on(UIScene.didActivateNotification) { cover, _ in cover.uncover() }
  }

  private func on(_ name: NSNotification.Name, _ act: @escaping @MainActor (PrivacyCover, UIWindowScene?) -> Void) {
    _ = NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { [weak self] note in
      let scene = note.object as? UIWindowScene
      MainActor.assumeIsolated { if let self { act(self, scene) } }
    }
  }

  private func cover(_ scene: UIWindowScene?) {
    guard let scene, window == nil else { return }
    let page = UIViewController()
    let paper = look().palette(phoneIsDark: scene.traitCollection.userInterfaceStyle == .dark).paper.parts
    page.view.backgroundColor = UIColor(red: paper.red, green: paper.green, blue: paper.blue, alpha: 1)
    let window = UIWindow(windowScene: scene)
    window.rootViewController = page
    window.windowLevel = UIWindow.Level(rawValue: UIWindow.Level.alert.rawValue + 1)
    // Shown without being the one that the keyboard writes to.
    window.isHidden = false
    self.window = window
  }

  private func uncover() {
    window?.isHidden = true
    window = nil
  }
}
