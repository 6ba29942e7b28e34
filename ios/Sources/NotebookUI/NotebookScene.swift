import NotebookApp
import SwiftUI

/// The whole app but what only a phone has: its entry point makes a session and puts this into its body.
public struct NotebookScene: Scene {
  private let session: Session
  private let leaving: @MainActor (Task<Void, Never>) -> Void
  @Environment(\.scenePhase) private var phase

  /// Over a session that was started. `leaving` gets the work of going to sleep, to ask the phone for the time that it
  /// takes.
  public init(session: Session, leaving: @escaping @MainActor (Task<Void, Never>) -> Void) {
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
