import Notebook

/// Closing when she has not touched the screen for as long as she chose.
extension Session {
  /// So many minutes at least for twelve words, which are shown this once.
  private static let toWriteDown = 15

  /// She is there: it closes by itself only later.
  public func touched() { touchedAt = clock() }

  /// Looks now and then whether she is there, as long as the session is.
  func watch() {
    watching?.cancel()
    watching = Task { [weak self, pauses] in
      while !Task.isCancelled {
        try? await Task.sleep(for: pauses.look)
        guard let self, !Task.isCancelled else { return }
        self.closeIfLeftAlone()
      }
    }
  }

  /// What is under way is waited for, and so is a page of the phone's own, which touches do not come from.
  func closeIfLeftAlone() {
    // It has minutes of its own, which no touch puts off.
    if case .onScreen(let at) = shown.screen { return closeOrTell(at) }
    // What waits for something outside of the app may wait for ever.
    let isWorking = shown.busy != nil && letGo == nil
    let isUnderWay = isWorking || shown.asks != nil || shown.sounds || recording?.isOn == true || isElsewhere
    guard shown.screen.holdsSomething, !isUnderWay, clock() - touchedAt >= longestAlone else { return }
    close()
  }

  /// While a page of the phone's own is open, it does not close by itself.
  func elsewhere<T>(_ ask: @MainActor () async throws -> T) async rethrows -> T {
    isElsewhere = true
    defer {
      isElsewhere = false
      touched()
    }
    return try await ask()
  }

  private var longestAlone: Duration {
    .seconds(60) * (shown.screen.isShownOnce ? Self.toWriteDown : look.closes.minutes)
  }
}

extension Screen {
  /// Not the bare pad and not the first run: nothing of hers is there yet.
  fileprivate var holdsSomething: Bool {
    switch self {
    case .unlockWords, .newPin: true
    default: place != nil
    }
  }
}
