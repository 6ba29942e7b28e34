import Notebook

/// Dates: what is coming, a month, what is over, and the way to one of them.
extension Session {
  /// The day that it is.
  public var today: CivilDay { handset.today }

  /// An empty page to write on, and the next date beside it. Dates that can't be read now keep her from no writing.
  func home() async throws -> Screen {
    let writing = Writing()
    writing.dates = try await nextDate()
    return .write(writing)
  }

  /// The next date, if it can be told now.
  func nextDate() async throws -> NextDate? {
    let language = language
    let next = try? await onPhone { try $0.nextDate(language: language, phone: $1) }
    try Task.checkCancellation()
    return next
  }

  /// A month, with the dates of one of its days alone or of all.
  func month(_ month: CivilMonth, day: Int? = nil) async throws -> Screen {
    let language = language
    let page = try await core {
      try $0.month(language: language, year: Int32(month.year), month: UInt32(month.month))
    }
    return .month(MonthShown(page: page, day: day))
  }

  /// Another month, so many later or earlier.
  @discardableResult
  public func month(by months: Int) -> Task<Void, Never> {
    act { session in
      guard case .month(let shown) = session.shown.screen else { return }
      try await session.show(session.month(shown.month.later(by: months)))
    }
  }

  /// Lists the dates of one day of the month alone; tapped once more, those of all of it.
  public func day(_ number: Int) {
    guard case .month(var month) = shown.screen else { return }
    touched()
    month.day = month.day == number ? nil : number
    shown.screen = .month(month)
  }

  /// Opens a date from the page that is shown.
  @discardableResult
  public func open(_ line: DateLine) -> Task<Void, Never> { openVisit(line.id, day: line.day) }

  /// Opens the date of a reminder that can't come.
  @discardableResult
  public func open(_ line: MissingLine) -> Task<Void, Never> { openVisit(line.id, day: line.day) }

  private func openVisit(_ id: String, day: String?) -> Task<Void, Never> {
    act { session in
      let from = session.shown.screen.listOfDates
      try await session.leave { try await session.reading(visit: id, day: day, from: from) }
    }
  }

  /// A date as it is now; without `day`, of one that comes again the next.
  func reading(visit id: String, day: String?, from: Screen) async throws -> Screen {
    let language = language
    let (page, title) = try await onPhone { notebooks, phone in
      let page = try notebooks.visit(language: language, id: id, day: day, phone: phone)
      return (page, page.after?.note.flatMap { noteTitle($0, in: notebooks, language: language) })
    }
    return .visit(VisitRead(page: page, noteTitle: title, from: from))
  }

  /// The date as it is now. If the single one that was shown is none any more, the next.
  func again(_ read: VisitRead) async throws -> Screen {
    do {
      return try await reading(visit: read.page.id, day: read.page.day, from: read.from)
    } catch NotebookError.NotFound(what: .visit) where read.page.day != nil {
      return try await reading(visit: read.page.id, day: nil, from: read.from)
    }
  }

  /// One step back among dates.
  func before(inDates at: Screen) async throws -> Screen {
    switch at {
    case .visit(let read): try await reloaded(read.from)
    case .visitMove(let read, _), .plan(let read, _), .after(let read, _), .visitReminders(let read, _):
      try await again(read)
    case .whichNote(let read, let fields, _): .after(read, fields)
    case .visitReminder(let read, _): try await choosing(remindersOf: read)
    case .visitEdit(let fields, let from): try await after(fields, from: from)
    default: try await load(.dates)
    }
  }
}

/// What a note is called that belongs to a date; none if it is gone.
@Sendable
private func noteTitle(_ id: String, in notebooks: Notebooks, language: String) -> String? {
  guard let note = try? notebooks.note(language: language, id: id) else { return nil }
  return note.title ?? note.date
}

extension Screen {
  /// The page to which a date leads back.
  var listOfDates: Screen {
    switch self {
    case .visit(let read): read.from
    default: self
    }
  }
}
