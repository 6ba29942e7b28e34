import NotebookApp
import SwiftUI

/// The whole app but what only a phone has: its entry point makes a session and puts this into its body.
public struct NotebookScene: Scene {
  private let session: Session
  private let leaving: @MainActor (Leaving) -> Void
  @Environment(\.scenePhase) private var phase

  /// Over a session that was started. `leaving` gets what is under way when she leaves, to ask the phone for the time that
  /// it takes.
  public init(session: Session, leaving: @escaping @MainActor (Leaving) -> Void) {
    self.session = session
    self.leaving = leaving
  }

  public var body: some Scene {
    WindowGroup {
      RootView(session: session)
    }
    .onChange(of: phase) {
      switch phase {
      case .background: leaving(session.left())
      case .active: session.cameBack()
      default: break
      }
    }
  }
}
