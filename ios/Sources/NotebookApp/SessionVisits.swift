import Notebook

/// One date, and what can be done with it.
extension Session {
  private func onVisit(_ act: @escaping @MainActor (Session, VisitRead) async throws -> Void) -> Task<Void, Never> {
    self.act { session in
      guard case .visit(let read) = session.shown.screen else { return }
      try await act(session, read)
    }
  }

  /// Shows the other things that can be done with a date, or not.
  public func visitChoices(_ open: Bool) {
    guard case .visit(var read) = shown.screen else { return }
    touched()
    read.choices = open
    shown.screen = .visit(read)
  }

  /// Puts down that it is called off, or that it is on again. No one is told.
  @discardableResult
  public func callOff(_ off: Bool) -> Task<Void, Never> {
    onVisit { session, read in
      var visit = read.page.visit
      visit.status = off ? .calledOff : .planned
      try await session.put(visit, of: read)
      try await session.show(session.again(read), session.said(off ? .visitIsCalledOff : .visitKept, undo: .visit))
    }
  }

  /// Takes a date out, and asks first where her words go with it; it can be had back until the next step.
  @discardableResult
  public func removeVisit() -> Task<Void, Never> {
    onVisit { session, read in
      guard read.page.visit.holdsWords else { return try await session.remove(read) }
      session.ask(.dateRemove, session.text(.dateRemoveWhat), yes: .dateRemove) { try await session.remove(read) }
    }
  }

  private func remove(_ read: VisitRead) async throws {
    let id = read.page.id
    try await writeDates { try $0.removeVisit(id: id) }
    try await show(reloaded(read.from), said(.dateRemoved, undo: .visit))
  }

  /// Takes the last change of a date back.
  func undoVisit() async throws {
    let at = shown.screen
    let id = try await writeDates { try $0.undoVisit() }
    let done = said(.visitUndone)
    switch at {
    case .dates, .month, .earlierDates, .write: try await show(reloaded(at), done)
    default:
      do {
        try await show(reading(visit: id, day: nil, from: load(.dates)), done)
      } catch NotebookError.NotFound {
        try await show(load(.dates), done)
      }
    }
  }

  func put(_ visit: Visit, of read: VisitRead) async throws {
    let id = read.page.id
    try await writeDates { try $0.editVisit(id: id, visit: visit) }
  }

  /// Copies words that she may send. Nothing sends them.
  public func copyWords(_ phrase: Phrase) {
    touched()
    handset.copy(phrase.text)
    shown.notice = said(.dateCopied)
  }

  /// Leaves the single one that is shown out of those that come again.
  @discardableResult
  public func leaveOut() -> Task<Void, Never> {
    onVisit { session, read in
      guard let day = read.page.day else { return }
      let id = read.page.id
      try await session.writeDates { try $0.leaveOutVisit(id: id, day: day, out: true) }
      try await session.show(
        session.reading(visit: id, day: nil, from: read.from), session.said(.visitSkipped, undo: .visit))
    }
  }

  /// Puts a day back that was left out.
  @discardableResult
  public func putBack(day: String) -> Task<Void, Never> {
    onVisit { session, read in
      let id = read.page.id
      try await session.writeDates { try $0.leaveOutVisit(id: id, day: day, out: false) }
      try await session.show(session.again(read), session.said(.dateIsPutBack, undo: .visit))
    }
  }

  /// Begins to move the single one that is shown.
  @discardableResult
  public func moveVisit() -> Task<Void, Never> {
    onVisit { session, read in
      guard let day = read.page.day, let when = read.page.whenOfDay else { return }
      let fields = MoveFields(read.page, day: day, when: when, today: session.handset.today)
      try await session.show(.visitMove(read, fields))
    }
  }
}

extension Visit {
  /// Whether there is more to it than when and where: her plan, or what was said.
  fileprivate var holdsWords: Bool {
    plan != VisitPlan(say: [], helps: [], notAsk: "")
      || after.contains { !$0.said.isBlank || !$0.next.isBlank || $0.note != nil }
  }
}

extension VisitPage {
  /// When the single one is that is shown, of those that come again.
  var whenOfDay: When? {
    guard let day else { return nil }
    if let moved = visit.repeat?.moved.first(where: { $0.day == day }) { return moved.when }
    switch visit.when {
    case .toBeTold: return nil
    case .day: return .day(day)
    case .window(_, let from, let to): return .window(day: day, from: from, to: to)
    case .at(let at): return .at(day + at.drop { $0 != "T" })
    }
  }
}

/// When its reminders come, or none.
extension Session {
  func choosing(remindersOf read: VisitRead) async throws -> Screen {
    guard case .visit(let now) = try await again(read) else { return .dates(try await datesNow()) }
    let language = language
    let choices = try await core { try $0.visitChoices(language: language) }
    return .visitReminders(now, RemindersChoice(choices, of: now.page.visit, today: handset.today))
  }

  private func datesNow() async throws -> DatesPage {
    let language = language
    return try await onPhone { try $0.dates(language: language, phone: $1) }
  }

  /// Shows when the reminders of the date may come.
  @discardableResult
  public func chooseReminders() -> Task<Void, Never> {
    onVisit { session, read in try await session.show(session.choosing(remindersOf: read)) }
  }

  /// Back from its reminders to the date.
  @discardableResult
  public func remindersDone() -> Task<Void, Never> {
    act { session in
      guard case .visitReminders(let read, _) = session.shown.screen else { return }
      try await session.show(session.again(read))
    }
  }

  /// Puts a reminder on the date, or takes it off. The first one lets the phone ask her whether it may show any.
  @discardableResult
  public func remind(_ lead: Lead, _ on: Bool) -> Task<Void, Never> {
    act { session in
      guard case .visitReminders(let read, _) = session.shown.screen else { return }
      try await session.remind(read, lead, on)
    }
  }

  private func remind(_ read: VisitRead, _ lead: Lead, _ on: Bool) async throws {
    var visit = read.page.visit
    visit.reminders.removeAll { $0.lead == lead }
    if on { visit.reminders.append(Reminder(lead: lead, cover: "", sound: false)) }
    try await put(visit, of: read)
    try await show(choosing(remindersOf: read))
    if on, await reminding.leave() == .notAsked {
      try Task.checkCancellation()
      askBeforeThePhone()
    }
  }

  /// Takes all reminders off the date.
  @discardableResult
  public func remindNever() -> Task<Void, Never> {
    act { session in
      guard case .visitReminders(let read, _) = session.shown.screen else { return }
      var visit = read.page.visit
      visit.reminders = []
      try await session.put(visit, of: read)
      try await session.show(session.choosing(remindersOf: read))
    }
  }

  /// Puts on a reminder so many minutes before.
  @discardableResult
  public func remindMinutesBefore() -> Task<Void, Never> {
    act { session in
      guard case .visitReminders(let read, let choice) = session.shown.screen else { return }
      try await session.withTyped(choice.typedMinutes) { try await session.remind(read, .minutes($0), true) }
    }
  }

  /// Puts on a reminder at a time of her own.
  @discardableResult
  public func remindAtOwnTime() -> Task<Void, Never> {
    act { session in
      guard case .visitReminders(let read, let choice) = session.shown.screen else { return }
      try await session.withTyped(choice.typedAt) { try await session.remind(read, .at($0), true) }
    }
  }

  /// Shows what the phone will show for a reminder, to be changed.
  @discardableResult
  public func changeReminder(_ line: ReminderLine) -> Task<Void, Never> {
    act { session in
      guard case .visitReminders(let read, _) = session.shown.screen else { return }
      let language = session.language
      let covers = try await session.core { try $0.visitChoices(language: language).covers }
      try await session.show(.visitReminder(read, ReminderFields(line, of: read.page, covers: covers)))
    }
  }
}

extension RemindersChoice {
  /// A year at most: what is longer is a slip.
  private static let mostMinutes = 366 * 24 * 60

  func typedMinutes() throws -> UInt32 {
    guard let typed = minutes.typedNumber(most: 6), (1...Self.mostMinutes).contains(typed) else { throw NoTime.time }
    return UInt32(typed)
  }

  func typedAt() throws -> String { try day.typed().text + "T" + time.typed() }
}
