import Notebook

/// How she left, for a shell that asks the phone for time meanwhile.
public struct Leaving: Sendable {
  /// Ends when the core holds no file any more.
  public let asleep: Task<Void, Never>
  /// Ends when it is locked, or she is back.
  public let over: Task<Void, Never>
}

/// Away from the app.
extension Session {
  /// The app left the screen: it closes at once. Only while the phone's own page of files is open, and while words are
  /// shown that she may be writing down, it stays open for a short time, without holding a file.
  @discardableResult
  public func left() -> Leaving {
    pad.wipe()
    guard mayComeBack else {
      let closing = close()
      return Leaving(asleep: closing, over: closing)
    }
    leftAt = clock()
    let asleep = act { try await $0.core { try $0.suspend() } }
    let over = Task {
      await asleep.value
      try? await Task.sleep(for: pauses.away)
      guard !Task.isCancelled else { return }
      await close().value
    }
    away = over
    return Leaving(asleep: asleep, over: over)
  }

  private var mayComeBack: Bool {
    shown.screen.isShownOnce || shown.asks != nil
  }

  /// The app is on the screen again. What did not close meanwhile, as the phone slept, closes now if it should have.
  @discardableResult
  public func cameBack() -> Task<Void, Never>? {
    guard let since = leftAt else { return nil }
    leftAt = nil
    away?.cancel()
    if clock() - since > pauses.away { return close() }
    return act { session in
      do {
        try await session.core { try $0.resume() }
        await session.renewReminders()
      } catch is NotebookError {
        // Its files can't be had: she gets a way in again.
        session.close()
      }
    }
  }
}
