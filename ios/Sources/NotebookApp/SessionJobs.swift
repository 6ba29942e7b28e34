import Notebook

/// How things are done: one after another, off the main thread, and not at all once she has closed.
extension Session {
  private static let unforeseen = NotebookError.Internal(code: -1)

  /// Does it after all that was asked for before. A failure is told in words; `wrongSecret` is said where no PIN, but
  /// words were asked for. `secret` is zeroed afterwards, also if Close came before it was used.
  @discardableResult
  func act(
    wrongSecret: Name? = nil, spending secret: Secret? = nil,
    _ work: @escaping @MainActor (Session) async throws -> Void
  ) -> Task<Void, Never> {
    touched()
    return later(wrongSecret: wrongSecret, spending: secret, work)
  }

  /// The same for what comes by itself: it is no sign of her.
  @discardableResult
  func later(
    wrongSecret: Name? = nil, spending secret: Secret? = nil,
    _ work: @escaping @MainActor (Session) async throws -> Void
  ) -> Task<Void, Never> {
    let before = last
    started += 1
    let number = started
    let job = Task {
      await before?.value
      await run(work, wrongSecret: wrongSecret)
      secret?.wipe()
      jobs[number] = nil
    }
    jobs[number] = job
    last = job
    return job
  }

  private func run(_ work: @MainActor (Session) async throws -> Void, wrongSecret: Name?) async {
    do {
      try Task.checkCancellation()
      try await work(self)
    } catch is CancellationError {
      // She closed: there is no one to tell.
    } catch {
      await fail(error as? NotebookError ?? Self.unforeseen, wrongSecret: wrongSecret)
    }
  }

  private func fail(_ failure: NotebookError, wrongSecret: Name?) async {
    guard let texts = shown.texts else { return }
    let notice = Notice(text: texts.explain(failure, wrongSecret: wrongSecret), trouble: true)
    switch failure {
    case .Locked: turn(to: locked)
    // Wrong PINs deleted it all. It throws only where Close came first.
    case .NoNotebook:
      try? await beginAnew(notice)
      return
    default: (shown.question, shown.busy, shown.asks) = (nil, nil, nil)
    }
    shown.notice = notice
    if case .Wait(let seconds) = failure { countDown(seconds) }
  }

  /// Calls the core, on its own thread. Once she has closed it throws `CancellationError`, whatever the call gave.
  func core<T: Sendable>(_ call: @escaping @Sendable (Notebooks) throws -> T) async throws -> T {
    try Task.checkCancellation()
    let notebooks = notebooks
    do {
      let given = try await queue.run { try call(notebooks) }
      try Task.checkCancellation()
      return given
    } catch {
      try Task.checkCancellation()
      throw error
    }
  }

  /// Changes the notebook, and lets the core rest two quiet seconds later.
  @discardableResult
  func write<T: Sendable>(_ change: @escaping @Sendable (Notebooks) throws -> T) async throws -> T {
    let done = try await core(change)
    restSoon()
    return done
  }

  /// Lets the core rest two quiet seconds from now.
  func restSoon() {
    rest?.cancel()
    rest = Task { [weak self, pauses] in
      try? await Task.sleep(for: pauses.rest)
      guard !Task.isCancelled else { return }
      self?.later { try await $0.core { try $0.idle() } }
    }
  }

  /// Runs what may take long, so that `stop` reaches it meanwhile, and shows how far it is.
  func working<T: Sendable>(_ call: @escaping @Sendable (Notebooks, Work) throws -> T) async throws -> T {
    let mine = Work()
    work = mine
    let telling = tell(of: mine)
    defer {
      telling.cancel()
      if work === mine { work = nil }
    }
    return try await core { try call($0, mine) }
  }

  private func tell(of work: Work) -> Task<Void, Never> {
    Task { [weak self, pauses] in
      while true {
        try? await Task.sleep(for: pauses.progress)
        guard !Task.isCancelled, let self else { return }
        let far = work.howFar()
        if far.total > 0 { shown.busy?.done = Double(far.done) / Double(far.total) }
      }
    }
  }

  /// Waits for what comes from outside of the app, as long as it takes: `stop` ends it meanwhile, and so does Close.
  func waiting<T: Sendable>(for outside: @escaping @MainActor () async throws -> T) async throws -> T {
    let mine = Task(operation: outside)
    letGo = { mine.cancel() }
    defer { letGo = nil }
    do {
      return try await withTaskCancellationHandler {
        try await mine.value
      } onCancel: {
        mine.cancel()
      }
    } catch is CancellationError {
      try Task.checkCancellation()
      throw NotebookError.Stopped
    }
  }

  /// Asks what runs to stop.
  public func stop() {
    work?.stop()
    letGo?()
  }
}

/// What is shown next.
extension Session {
  /// The message of this name.
  func text(_ name: Name) -> String { shown.texts?[name] ?? "" }

  func said(_ name: Name, undo: Undo? = nil) -> Notice { Notice(text: text(name), undo: undo) }

  func trouble(_ text: String) -> Notice { Notice(text: text, trouble: true) }

  /// Shows a screen. An undo that is not offered any more is forgotten, and the words before it with it; what was got ready
  /// to be shown to someone is put away, unless it is looked at still.
  func show(_ screen: Screen, _ notice: Notice? = nil) async throws {
    hush()
    let (offered, wasShowing) = (shown.notice?.undo, shown.screen.isShowing)
    turn(to: screen)
    shown.notice = withReminders(notice)
    if wasShowing, !screen.isShowing { try await core { try $0.putShowingAway() } }
    if [.last, .visit, .card].contains(offered), notice?.undo != offered, screen.place != nil {
      try await write { try $0.forgetUndo() }
    }
  }

  private func turn(to screen: Screen) {
    pad.wipe()
    shown = Shown(screen: screen, texts: shown.texts)
    light()
  }

  /// She may be writing down what is shown this once, speak or listen, read to someone, or someone may be reading, while the phone would go
  /// dark by itself.
  func light() {
    let screen = shown.screen
    handset.keepLit(
      screen.isShownOnce || screen.isListening || screen.isOnScreen || screen.isBeingGiven || shown.sounds)
  }

  func busy(_ name: Name, canStop: Bool = false) {
    shown.busy = Busy(text: text(name), canStop: canStop)
    (shown.notice, shown.question, shown.asks) = (nil, nil, nil)
  }

  /// Asks before something that can't be taken back.
  func ask(
    _ title: Name, _ text: String, yes: Name, no: Name = .doLeave, final: Bool = true,
    act: @escaping @MainActor () async throws -> Void
  ) {
    shown.question = Question(
      title: self.text(title), text: text, yes: self.text(yes), no: self.text(no), final: final, act: act)
    shown.notice = nil
  }

  /// Yes to the question: done once, however often she taps.
  @discardableResult
  public func answerYes() -> Task<Void, Never> {
    act { session in
      guard let question = session.shown.question else { return }
      session.shown.question = nil
      try await question.act()
    }
  }

  /// No to the question.
  @discardableResult
  public func answerNo() -> Task<Void, Never> {
    act { $0.shown.question = nil }
  }

  func speak(_ pack: Pack) async throws {
    let language = language
    shown.texts = try await core { _ in Texts(pack: pack, language: language) }
    reminding.offerLater(text(.reminderLater))
  }
}
