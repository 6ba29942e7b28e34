import Notebook

/// The ways in.
extension Session {
  /// The digits on the pad are the PIN: what it is for, the screen says.
  @discardableResult
  public func pinIsIn() -> Task<Void, Never>? {
    guard pad.count > 0, shown.busy == nil else { return nil }
    let pin = pad.take()
    switch shown.screen {
    case .first: return firstPin(pin)
    case .unlock: return unlock(pin)
    case .newPin: return recoveryPin(pin)
    case .confirmPin: return confirmPin(pin)
    case .changePin: return changePin(pin)
    default:
      pin.wipe()
      return nil
    }
  }

  /// Goes on to the next page of the first run.
  @discardableResult
  public func firstNext(_ having: Having = .one) -> Task<Void, Never> {
    act { session in
      guard case .first(let step, _) = session.shown.screen else { return }
      try await session.show(.first(step.next, having))
    }
  }

  /// A PIN of the first run: each is asked for twice.
  func firstPin(_ pin: Secret) -> Task<Void, Never> {
    act(spending: pin) { session in
      guard case .first(let step, let having) = session.shown.screen else { return }
      switch step {
      case .choose, .second:
        try session.holdOnce(pin)
        try await session.show(.first(step.next, having))
      case .again, .secondAgain: try await session.firstTwice(pin, step, having)
      default: break
      }
    }
  }

  /// Holds a new PIN until it comes once more, if it will do.
  func holdOnce(_ pin: Secret) throws {
    try checkPin(pin: pin.data)
    // Told as any other that won't do.
    if held.isFirst(pin) { throw NotebookError.WeakSecret }
    held.once(pin)
  }

  private func firstTwice(_ pin: Secret, _ step: FirstStep, _ having: Having) async throws {
    guard held.again(pin) else {
      return try await show(.first(step.before, having), trouble(text(.pinDifferAgain)))
    }
    if step == .secondAgain {
      try await make(having, held.takeFirst() ?? Secret(count: 0), second: pin)
    } else if having == .two {
      held.holdFirst(pin)
      try await show(.first(.second, having))
    } else {
      try await make(having, pin, second: nil)
    }
  }

  private func make(_ having: Having, _ first: Secret, second: Secret?) async throws {
    defer { first.wipe() }
    busy(.firstMaking)
    do {
      let language = language
      let pack = having == .onePlain ? Pack.plain : .full
      try await core { notebooks in
        try notebooks.make(pin: first.data, pack: pack, secondPin: second?.data, language: language)
        try notebooks.unlock(pin: first.data)
      }
    } catch let failure as NotebookError {
      return try await firstFailed(failure, having)
    }
    try await enterOrLock()
  }

  private func firstFailed(_ failure: NotebookError, _ having: Having) async throws {
    let unmade = try await core { try $0.standing() } == .unmade
    let said = trouble(shown.texts?.explain(failure) ?? "")
    try await show(unmade ? .first(.choose, having) : locked, said)
  }

  /// Opens the notebook of a PIN.
  func unlock(_ pin: Secret) -> Task<Void, Never> {
    act(spending: pin) { session in
      session.busy(.unlockOpening)
      try await session.core { notebooks in
        // If something failed after the last unlock, it is open still.
        try notebooks.lock()
        try notebooks.unlock(pin: pin.data)
      }
      try await session.enterOrLock()
    }
  }

  /// Says each second how long she has to wait, as long as nothing else is said.
  func countDown(_ seconds: UInt64) {
    var said = shown.notice
    Task { [weak self, pauses] in
      for left in (0..<seconds).reversed() {
        try? await Task.sleep(for: pauses.second)
        guard let self, shown.notice == said else { return }
        said = waiting(left)
        shown.notice = said
      }
    }
  }

  private func waiting(_ left: UInt64) -> Notice {
    guard left > 0 else { return said(.unlockNow) }
    let text = shown.texts?.count(.errorWait, left, gap: .seconds) ?? ""
    return Notice(text: text, trouble: true, spoken: false)
  }
}

/// PINs that were forgotten, or are to be others.
extension Session {
  /// The way in by recovery words.
  @discardableResult
  public func forgotPin() -> Task<Void, Never> {
    act { try await $0.show(.unlockWords(Entry())) }
  }

  /// Recovery words she put in; a new PIN comes next. A slip in them is told at once.
  @discardableResult
  public func recoverWithWords() -> Task<Void, Never> {
    act { session in
      guard case .unlockWords(let entry) = session.shown.screen else { return }
      let words = Secret(words: entry.text)
      session.held.holdWords(words)
      try checkWords(words: words.data)
      try await session.show(.newPin(again: false))
    }
  }

  /// A new PIN after recovery words, asked for twice.
  func recoveryPin(_ pin: Secret) -> Task<Void, Never> {
    act(wrongSecret: .errorWrongWords, spending: pin) { session in
      guard case .newPin(let again) = session.shown.screen else { return }
      guard again else {
        try session.holdOnce(pin)
        return try await session.show(.newPin(again: true))
      }
      guard session.held.again(pin) else {
        let said = session.trouble(session.text(.pinDifferAgain))
        return try await session.show(.newPin(again: false), said)
      }
      try await session.recover(pin)
    }
  }

  private func recover(_ pin: Secret) async throws {
    let words = held.takeWords()
    defer { words.wipe() }
    busy(.unlockOpening)
    do {
      try await core { notebooks in
        try notebooks.lock()
        try notebooks.recover(words: words.data, newPin: pin.data)
      }
    } catch let weak as NotebookError where weak == .WeakSecret {
      return try await show(.newPin(again: false), trouble(shown.texts?.explain(weak) ?? ""))
    } catch let other as NotebookError {
      // To be mended.
      try await show(.unlockWords(Entry(String(decoding: words.data, as: UTF8.self))))
      throw other
    }
    held.wipe()
    try await enterOrLock(said(.recovered))
  }

  /// Her PIN once more: the page that she was on her way to comes next. It counts as an unlock does, so that wrong ones may
  /// have deleted everything.
  func confirmPin(_ pin: Secret) -> Task<Void, Never> {
    act(spending: pin) { session in
      guard case .confirmPin(let place) = session.shown.screen else { return }
      session.busy(.nowWorking)
      try await session.core { notebooks in
        do {
          try notebooks.confirmPin(pin: pin.data)
        } catch {
          throw try notebooks.standing() == .unmade ? NotebookError.NoNotebook : error
        }
      }
      try await session.show(session.load(place))
    }
  }

  /// Gives the open notebook another PIN, asked for twice.
  func changePin(_ pin: Secret) -> Task<Void, Never> {
    act(spending: pin) { session in
      guard case .changePin(let again) = session.shown.screen else { return }
      guard again else {
        try session.holdOnce(pin)
        return try await session.show(.changePin(again: true))
      }
      let same = session.held.again(pin)
      try await session.show(.changePin(again: false), same ? nil : session.trouble(session.text(.pinDifferAgain)))
      guard same else { return }
      session.busy(.nowWorking)
      try await session.core { try $0.changePin(newPin: pin.data) }
      try await session.show(.more, session.said(.pinChanged))
    }
  }
}
