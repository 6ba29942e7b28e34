import Notebook

/// What she writes of a date: kept when she is done, when she leaves the page, and at Close.
extension Session {
  /// Begins to put down a date.
  @discardableResult
  public func addVisit() -> Task<Void, Never> {
    act { session in
      let from = session.shown.screen.listOfDates
      let empty = try await session.core { $0.newVisit() }
      try await session.leave { try await session.editing(empty, id: nil, from: from) }
    }
  }

  /// Begins to change the date that is read.
  @discardableResult
  public func changeVisit() -> Task<Void, Never> {
    act { session in
      guard case .visit(let read) = session.shown.screen else { return }
      try await session.show(session.editing(read.page.visit, id: read.page.id, from: .visit(read)))
    }
  }

  func editing(_ visit: Visit, id: String?, from: Screen) async throws -> Screen {
    let language = language
    let (choices, empty) = try await core { (try $0.visitChoices(language: language), $0.newVisit()) }
    let fields = VisitFields(visit, id: id, choices: choices, empty: empty, today: handset.today)
    return .visitEdit(fields, from: from)
  }

  /// Done with what she writes of a date. What is typed of a time and can't be one is told, and the page stays.
  @discardableResult
  public func visitDone() -> Task<Void, Never> {
    act { session in
      guard let writing = session.shown.screen.visitWriting else { return }
      let typed: () throws -> When? =
        switch writing {
        case let fields as VisitFields: fields.when.typed
        case let fields as MoveFields: fields.typedMove
        default: { nil }
        }
      try await session.withTyped(typed) { _ in
        (writing as? VisitFields)?.isAsked = true
        try await session.stepBackFromWriting()
      }
    }
  }

  private func stepBackFromWriting() async throws {
    let at = shown.screen
    try await leave { try await self.before(inDates: at) }
  }

  /// Keeps it, if there is something to keep; answers what to say. A time that can't be one takes nothing away from what
  /// is known, and is told.
  func keepVisit(_ writing: any VisitWriting) async throws -> Notice? {
    let unread = writing.unread.map(text)
    guard let last = writing.last else { return unread.map(trouble) }
    writing.id = try await writeDates { try last.kept.keep(last.typed, in: $0) }
    writing.start = last.typed
    var notice = said(writing.said, undo: .visit)
    if let unread { notice.text += " " + unread }
    return notice
  }

  /// What comes after the fields of a date. Of a new one she chooses next when she is reminded, or never.
  func after(_ fields: VisitFields, from: Screen) async throws -> Screen {
    guard let id = fields.id else { return try await reloaded(from) }
    if case .visit(let read) = from { return try await again(read) }
    guard case .visit(let read) = try await reading(visit: id, day: nil, from: from) else { return from }
    return try await choosing(remindersOf: read)
  }
}

/// Her plan, what was said, and the note that belongs to it.
extension Session {
  /// Begins to write her plan for the date.
  @discardableResult
  public func plan() -> Task<Void, Never> {
    act { session in
      guard case .visit(let read) = session.shown.screen else { return }
      let language = session.language
      let list = try await session.core { try $0.visitChoices(language: language).helps }
      try await session.show(.plan(read, PlanFields(read.page, list: list)))
    }
  }

  /// Begins to write what was said at the date, and what comes next.
  @discardableResult
  public func afterVisit() -> Task<Void, Never> {
    act { session in
      guard case .visit(let read) = session.shown.screen else { return }
      try await session.show(.after(read, AfterFields(read.page, noteTitle: read.noteTitle)))
    }
  }

  /// Shows her notes, of which one may belong to the date.
  @discardableResult
  public func whichNote() -> Task<Void, Never> {
    act { session in
      guard case .after(let read, let fields) = session.shown.screen else { return }
      guard case .notes(let list) = try await session.withTopic(nil) else { return }
      try await session.show(.whichNote(read, fields, list))
    }
  }

  /// This note belongs to the date; or none.
  @discardableResult
  public func choose(note line: Line?) -> Task<Void, Never> {
    act { session in
      switch session.shown.screen {
      case .after(let read, let fields), .whichNote(let read, let fields, _):
        (fields.note, fields.noteTitle) = (line?.id, line.map { $0.title ?? $0.date })
        try await session.show(.after(read, fields))
      default: break
      }
    }
  }

  /// Opens the note that belongs to the date that is read.
  @discardableResult
  public func openNoteOfVisit() -> Task<Void, Never> {
    act { session in
      guard case .visit(let read) = session.shown.screen, let note = read.page.after?.note else { return }
      try await session.show(session.reading(note, from: .visit(read)))
    }
  }
}

/// A message that she pastes.
extension Session {
  /// Looks for dates in it. Nothing is kept yet.
  @discardableResult
  public func readMessage() -> Task<Void, Never> {
    act { session in
      guard case .paste(let pasting) = session.shown.screen, !pasting.isBlank else { return }
      let found = try await session.dates(in: pasting.text)
      pasting.found = found
      session.shown.notice = found.isEmpty ? session.said(.pasteNothing) : nil
    }
  }

  private func dates(in text: String) async throws -> [ReadDate] {
    let language = language
    return try await core { try $0.readMessage(language: language, text: text) }
  }

  /// The message once more: of what was found in it she may have put down, changed or taken out something meanwhile.
  func again(_ pasting: Pasting) async throws -> Screen {
    if pasting.found != nil { pasting.found = try await dates(in: pasting.text) }
    return .paste(pasting)
  }

  /// Begins to put down a date that was read, for her to look at and to correct.
  @discardableResult
  public func take(_ read: ReadDate) -> Task<Void, Never> {
    act { session in
      guard case .paste = session.shown.screen else { return }
      let from = session.shown.screen
      try await session.show(session.editing(read.visit, id: nil, from: from))
    }
  }
}
