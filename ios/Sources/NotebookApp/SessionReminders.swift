import Notebook

/// What the phone holds for the notebooks, and what it shows.
extension Session {
  /// Asks the core for what depends on how reminders stand on the phone.
  func onPhone<T: Sendable>(
    _ call: @escaping @Sendable (Notebooks, ReminderPhone) throws -> T
  ) async throws -> T {
    let phone = await reminding.phone()
    return try await core { try call($0, phone) }
  }

  /// Changes dates, and brings what the phone holds in step. Both are one call of the core, so that Close comes before both
  /// or after both: no reminder stays of a date that was taken out. If only the second fails, the date is kept, and she is
  /// told with the next screen.
  @discardableResult
  func writeDates<T: Sendable>(_ change: @escaping @Sendable (Notebooks) throws -> T) async throws -> T {
    let (phone, language, notebooks) = (await reminding.phone(), language, notebooks)
    try Task.checkCancellation()
    let (given, renewed) = try await queue.run {
      let given = try change(notebooks)
      return (given, Result { try notebooks.renewReminders(language: language, phone: phone) })
    }
    await hold(renewed)
    try Task.checkCancellation()
    restSoon()
    return given
  }

  /// Brings what the phone holds in step with the notebook that is open.
  func renewReminders() async {
    let (phone, language, notebooks) = (await reminding.phone(), language, notebooks)
    guard !Task.isCancelled else { return }
    let renewed = await Result {
      try await queue.run { try notebooks.renewReminders(language: language, phone: phone) }
    }
    await hold(renewed)
  }

  private func hold(_ renewed: Result<RenewedReminders, any Error>) async {
    switch renewed {
    case .success(let renewed):
      await reminding.hold(renewed.entries)
      if renewed.setAside { remindersTold = text(.remindersAside) }
    case .failure(let failure):
      // She closed before it: there is no one to tell.
      guard !Task.isCancelled, let failure = failure as? NotebookError else { return }
      remindersTold = shown.texts?.explain(failure)
    }
  }

  /// What is said, with what is to be told of reminders.
  func withReminders(_ notice: Notice?) -> Notice? {
    guard let told = remindersTold, !told.isEmpty else { return notice }
    remindersTold = nil
    var all = notice ?? Notice(text: "", trouble: true)
    all.text = [all.text, told].filter { !$0.isEmpty }.joined(separator: " ")
    return all
  }

  /// The clock, the zone or a permission of the phone has changed, or she is back: what it holds is planned anew, if a
  /// notebook is open. The page of dates that is shown says what came of it.
  @discardableResult
  public func remindersChanged() -> Task<Void, Never> {
    later { session in
      // While the core sleeps it holds no file: it is planned when she is back.
      guard session.shown.screen.place != nil, session.shown.busy == nil, session.leftAt == nil else { return }
      await session.renewReminders()
      try Task.checkCancellation()
      try await session.showAnew()
    }
  }

  /// What she writes, and what was said, stays as it is.
  private func showAnew() async throws {
    switch shown.screen {
    case .dates, .visit:
      let anew = try await reloaded(shown.screen)
      shown.screen = anew
    case .write(let writing): writing.dates = try await nextDate()
    default: break
    }
  }

  /// At the start: what a phone may have let go of is held again. Nothing has to be open for that.
  func holdOutside() async {
    let folder = await reminding.phone().folder
    guard !shown.screen.isFirstRun, let entries = try? await queue.run({ try outsideReminders(folder: folder) })
    else { return }
    await reminding.hold(entries)
  }

  /// Everything is deleted: what the phone keeps outside of the notebooks goes too.
  func forgetOutside() async {
    biometrics.forget()
    let folder = await reminding.phone().folder
    await reminding.forget()
    // What can't be removed now is, at the next start.
    try? await queue.run { try eraseReminders(folder: folder) }
  }
}

extension Result where Failure == any Error, Success: Sendable {
  /// What an asynchronous call gives or throws.
  @MainActor fileprivate init(_ call: @MainActor () async throws -> Success) async {
    do { self = .success(try await call()) } catch { self = .failure(error) }
  }
}

extension Screen {
  fileprivate var isFirstRun: Bool { if case .first = self { true } else { false } }
}

/// The page that holds for all reminders.
extension Session {
  func remindersPage() async throws -> Screen {
    let (leave, language) = (await reminding.leave(), language)
    let (page, choices) = try await core {
      (try $0.reminderSettings(language: language), try $0.visitChoices(language: language))
    }
    return .reminders(RemindersFields(page, leave: leave, covers: choices.covers))
  }

  /// Keeps what she set for all reminders.
  @discardableResult
  public func keepReminderSettings() -> Task<Void, Never> {
    act { session in
      guard case .reminders(let fields) = session.shown.screen else { return }
      try await session.withTyped(fields.typed) { _ in
        let said = try await session.keep(fields) ?? session.said(.settingSaved)
        try await session.show(session.load(.reminders), said)
      }
    }
  }

  /// Keeps it, if there is something to keep; answers what to say.
  func keep(_ fields: RemindersFields) async throws -> Notice? {
    guard let last = fields.last else { return fields.unread.map { trouble(text($0)) } }
    try await writeDates { try $0.setReminderSettings(quiet: last.quiet, morning: last.morning) }
    fields.start = last
    return said(.settingSaved)
  }

  /// Does something with what she typed of a time; what can't be one is told, and nothing is done.
  func withTyped<T>(_ typed: () throws -> T, _ act: (T) async throws -> Void) async throws {
    let given: T
    do {
      given = try typed()
    } catch let none as NoTime {
      shown.notice = trouble(text(none.name))
      return
    }
    try await act(given)
  }

  /// Shows a reminder now, with the first of the neutral words.
  @discardableResult
  public func tryReminder() -> Task<Void, Never> {
    act { session in
      guard case .reminders(let fields) = session.shown.screen else { return }
      let isShown = await session.reminding.tryNow(fields.covers.first ?? "", sound: false)
      try Task.checkCancellation()
      session.shown.notice =
        isShown ? session.said(.remindersTried) : session.trouble(session.text(.remindersTriedNot))
    }
  }

  /// Says that the phone is about to ask, and then lets it.
  @discardableResult
  public func allowReminders() -> Task<Void, Never> {
    act { $0.askBeforeThePhone() }
  }

  func askBeforeThePhone() {
    let at = shown.screen
    ask(.remindersAllow, text(.remindersAllowWhat), yes: .remindersAllow, no: .doNotNow, final: false) { [self] in
      let may = await elsewhere { await reminding.ask() }
      try Task.checkCancellation()
      await renewReminders()
      try Task.checkCancellation()
      let anew = try await again(withReminders: at)
      try await show(anew, may ? said(.remindersAllowed) : trouble(text(.remindersRefused)))
    }
  }

  private func again(withReminders at: Screen) async throws -> Screen {
    switch at {
    case .reminders: try await load(.reminders)
    case .visitReminders(let read, _): try await choosing(remindersOf: read)
    default: try await reloaded(at)
    }
  }
}
