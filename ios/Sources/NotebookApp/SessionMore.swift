import Notebook

/// What is under More.
extension Session {
  /// Reads all of the notebook, and says whether it is whole.
  @discardableResult
  public func check() -> Task<Void, Never> {
    act { session in
      guard case .more = session.shown.screen else { return }
      session.busy(.nowWorking, canStop: true)
      let whole = try await session.working { try $0.check(work: $1) }
      let damaged = session.trouble(session.text(.checkBad) + " " + session.text(.moreCheckBack))
      try await session.show(.more, whole ? session.said(.checkGood) : damaged)
    }
  }

  /// Makes recovery words, and shows them once.
  @discardableResult
  public func makeRecovery() -> Task<Void, Never> {
    act { session in
      guard case .recovery = session.shown.screen else { return }
      session.busy(.nowWorking)
      session.held.unseen = .recovery
      defer { session.held.unseen = nil }
      let words = try await session.write { try $0.makeRecovery() }
      try await session.showOnce(Twelve(words: words, notes: nil))
    }
  }

  /// Shows words this once. The notebook knows of it until she says that she has them.
  func showOnce(_ words: Twelve) async throws {
    _ = try? await write { try $0.wordsShown() }
    try await show(.twelve(words))
  }

  /// What is to be told, once, of words that went away before she said that she has them.
  func toldOfUnnoted() async throws -> String? {
    guard try await core({ try $0.wordsUnnoted() }) else { return nil }
    await noted()
    return text(.twelveUnsaid)
  }

  private func noted() async {
    _ = try? await write { try $0.wordsNoted() }
  }

  /// She wrote the twelve words down.
  @discardableResult
  public func written() -> Task<Void, Never> {
    act { session in
      guard case .twelve = session.shown.screen else { return }
      await session.noted()
      try await session.show(.more)
    }
  }

  /// Words that are shown once are not left by a slip.
  func askIfWritten(to place: Place) {
    ask(.twelveLeave, text(.twelveOnce), yes: .saveWritten, no: .twelveStay, final: false) { [self] in
      await noted()
      try await leave { try await entering(place) }
    }
  }

  /// Asks, and then makes the recovery words open nothing any more.
  @discardableResult
  public func forgetRecovery() -> Task<Void, Never> {
    act { session in
      session.ask(.recoveryPageForget, session.text(.recoveryPageStop), yes: .recoveryPageForget) {
        session.busy(.nowWorking)
        try await session.write { try $0.forgetRecovery() }
        try await session.show(session.load(.recovery), session.said(.recoveryForgotten))
      }
    }
  }

  /// Never deletes because of wrong PINs, or, once she has said yes to it, after so many.
  @discardableResult
  public func deleteAfter(_ count: UInt8?) -> Task<Void, Never> {
    act { session in
      guard let count else { return try await session.setDeleteAfter(nil) }
      guard let texts = session.shown.texts else { return }
      let what = texts.count(.settingWipeWhat, UInt64(count)) + " " + texts[.wrongPinsCopy]
      session.ask(.wrongPinsTitle, what, yes: .wrongPinsYes) { try await session.setDeleteAfter(count) }
    }
  }

  private func setDeleteAfter(_ count: UInt8?) async throws {
    busy(.nowWorking)
    try await core { try $0.setWipeAfter(count: count) }
    try await show(.wrongPins(after: count), said(.settingSaved))
  }

  /// Keeps earlier texts from now on, or not.
  @discardableResult
  public func keepTexts(_ on: Bool) -> Task<Void, Never> {
    act { session in
      try await session.write { try $0.setKeepsHistory(on: on) }
      try await session.show(.keepTexts(on: on), session.said(on ? .settingHistoryOn : .settingHistoryNowOff))
    }
  }

  /// Asks, and then deletes the earlier texts of all notes.
  @discardableResult
  public func clearAllEarlier() -> Task<Void, Never> {
    act { session in
      session.ask(.keepClear, session.text(.keepClearWhat), yes: .keepClear) {
        try await session.write { try $0.clearHistory(id: nil) }
        try await session.show(session.load(.keep), session.said(.keepCleared))
      }
    }
  }

  /// Asks, and then destroys all there is. The first run comes next.
  @discardableResult
  public func deleteAll() -> Task<Void, Never> {
    act { session in
      session.ask(.moreDeleteAll, session.text(.goneWhat), yes: .moreDeleteAll) {
        session.takeTyping()
        session.held.wipe()
        session.busy(.nowWorking)
        try await session.core { try $0.wipe() }
        try await session.beginAnew(session.said(.wipeDone))
      }
    }
  }
}
