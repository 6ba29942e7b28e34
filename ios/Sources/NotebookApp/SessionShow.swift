import Notebook

/// Showing someone: the page before it goes. The core holds what she looks at, and gives just that.
extension Session {
  /// Gets her card ready to be shown.
  @discardableResult
  public func showSomeone() -> Task<Void, Never> {
    act { try await $0.show(.showing($0.prepared(.usual))) }
  }

  /// Gets the note that is read ready to be shown.
  @discardableResult
  public func showNote() -> Task<Void, Never> {
    onNote { session, read in
      var request = ShowRequest.usual
      request.form = .long
      request.put(.note(read.page.id), on: true)
      try await session.show(.showing(session.prepared(request)))
    }
  }

  /// Gets her plan for the date that is read ready to be shown.
  @discardableResult
  public func showPlan() -> Task<Void, Never> {
    act { session in
      guard case .visit(let read) = session.shown.screen else { return }
      var request = ShowRequest.usual
      request.put(.plan(read.page.id), on: true)
      try await session.show(.showing(session.prepared(request)))
    }
  }

  /// Gets the page that waits ready.
  @discardableResult
  public func showWaiting() -> Task<Void, Never> {
    act { session in
      guard let request = try await session.core({ try $0.waitingShowing() }) else {
        return try await session.show(session.load(.card))
      }
      try await session.show(.showing(session.prepared(request)))
    }
  }

  /// Lets no page wait any more.
  @discardableResult
  public func dropWaiting() -> Task<Void, Never> {
    act { session in
      try await session.write { try $0.forgetWaitingShowing() }
      try await session.show(session.load(.card), session.said(.cardWaitsOff))
    }
  }

  /// Gets something ready, in the place of what was.
  func prepared(_ request: ShowRequest, keepsWords: Bool = false) async throws -> Showing {
    let language = language
    let page = try await core { try $0.prepareShowing(language: language, request: request) }
    return Showing(request: request, page: page, keepsWords: keepsWords)
  }

  /// The words are kept with the line about it, or not.
  public func keepShownWords(_ on: Bool) {
    guard case .showing(var showing) = shown.screen else { return }
    touched()
    showing.keepsWords = on
    shown.screen = .showing(showing)
  }

  /// Not now: nothing was shown.
  @discardableResult
  public func showNotNow() -> Task<Void, Never> {
    act { session in
      guard case .showing = session.shown.screen else { return }
      try await session.show(session.load(.card))
    }
  }

  /// Lets the page wait, to be looked at another day. Asks first if another one waits.
  @discardableResult
  public func letShowingWait() -> Task<Void, Never> {
    act { session in
      guard case .showing(let showing) = session.shown.screen else { return }
      let (request, waits) = (showing.request, try await session.core { try $0.waitingShowing() })
      if waits == nil || waits == request { return try await session.letWait(request) }
      session.ask(.showWait, session.text(.showWaitInstead), yes: .showWait) { try await session.letWait(request) }
    }
  }

  private func letWait(_ request: ShowRequest) async throws {
    try await write { try $0.letShowingWait(request: request) }
    try await show(load(.card), said(.showIsWaiting))
  }
}

/// Who it is for, how it is shown, and what is on it.
extension Session {
  /// Shows all that can be changed about it.
  @discardableResult
  public func changeShowing() -> Task<Void, Never> {
    act { session in
      guard case .showing(let showing) = session.shown.screen else { return }
      let language = session.language
      let people = try await session.core { try $0.peopleSeen(language: language) }
      let choices = ShowChoices(people: people, first: FirstFields(showing.request.first))
      try await session.show(.showChange(showing, choices))
    }
  }

  /// Changes it, and gets it ready anew.
  @discardableResult
  public func change(_ edit: @escaping @MainActor (inout ShowRequest) -> Void) -> Task<Void, Never> {
    act { session in
      guard case .showChange(let showing, let choices) = session.shown.screen else { return }
      try await session.show(.showChange(session.changed(showing, choices, edit), choices))
    }
  }

  /// With what stands first on a page as it is typed by now.
  private func changed(
    _ showing: Showing, _ choices: ShowChoices, _ edit: @MainActor (inout ShowRequest) -> Void
  ) async throws -> Showing {
    var request = showing.request
    edit(&request)
    request.first = choices.first.typed
    return try await prepared(request, keepsWords: showing.keepsWords)
  }

  /// Done with changing it: the page before it goes, got ready anew.
  @discardableResult
  public func changeShowingDone() -> Task<Void, Never> {
    act { session in
      let at = session.shown.screen
      guard case .showChange = at else { return }
      try await session.show(session.before(showing: at))
    }
  }

  /// Shows dates with a plan, of which one may go on it.
  @discardableResult
  public func plansToShow() -> Task<Void, Never> {
    act { session in
      guard case .showChange(let showing, let choices) = session.shown.screen else { return }
      let language = session.language
      let plans = try await session.core { try $0.plansToShow(language: language) }
      try await session.show(.showPlans(showing, choices, plans))
    }
  }

  /// Puts a plan on it.
  @discardableResult
  public func put(_ plan: PlanOption) -> Task<Void, Never> {
    act { session in
      guard case .showPlans(let showing, let choices, _) = session.shown.screen else { return }
      let changed = try await session.changed(showing, choices) { $0.put(.plan(plan.id), on: true) }
      try await session.show(.showChange(changed, choices))
    }
  }

  /// Shows her notes, of which one may go on it.
  @discardableResult
  public func notesToShow() -> Task<Void, Never> {
    act { session in
      guard case .showChange(let showing, let choices) = session.shown.screen else { return }
      guard case .notes(let list) = try await session.withTopic(nil) else { return }
      try await session.show(.showNotes(showing, choices, list))
    }
  }

  /// Shows the paragraphs of a note, to choose from.
  @discardableResult
  public func partsOfNote(_ id: NoteId) -> Task<Void, Never> {
    act { session in
      guard case .showNotes(let showing, let choices, let list) = session.shown.screen else { return }
      let paragraphs = try await session.core { try $0.noteParagraphs(id: id) }
      try await session.show(.showNote(showing, choices, list, NotePart(id, paragraphs)))
    }
  }

  /// Takes a paragraph, or leaves it.
  public func paragraph(_ at: Int, _ on: Bool) {
    guard case .showNote(let showing, let choices, let list, var part) = shown.screen else { return }
    touched()
    if on { part.on.insert(at) } else { part.on.remove(at) }
    shown.screen = .showNote(showing, choices, list, part)
  }

  /// Puts the chosen paragraphs on it.
  @discardableResult
  public func putNote() -> Task<Void, Never> {
    act { session in
      guard case .showNote(let showing, let choices, _, let part) = session.shown.screen, !part.on.isEmpty
      else { return }
      let changed = try await session.changed(showing, choices) { $0.put(part) }
      try await session.show(.showChange(changed, choices))
    }
  }

  /// One step back among the pages of showing.
  func before(showing at: Screen) async throws -> Screen {
    switch at {
    case .showChange(let showing, let choices): .showing(try await changed(showing, choices) { _ in })
    case .showPlans(let showing, let choices, _), .showNotes(let showing, let choices, _):
      .showChange(showing, choices)
    case .showNote(let showing, let choices, let list, _): .showNotes(showing, choices, list)
    default: try await load(.card)
    }
  }
}
