import Notebook

/// Her card: its sections, and older cards. In a full notebook alone.
extension Session {
  /// What one of the places about her card shows now.
  func load(onCard place: Place) async throws -> Screen {
    let language = language
    switch place {
    case .myCard: return .myCard(try await core { try $0.card(language: language) })
    case .pastCards: return .pastCards(try await core { try $0.pastCards(language: language) })
    case .seen: return .seen(try await core { try $0.peopleSeen(language: language) })
    case .choices: return .choices(try await core { try $0.choices(language: language) })
    case .shown: return try await shownLines()
    default: return .card(CardHome(try await core { try $0.card(language: language) }))
    }
  }

  /// One step back among them.
  func before(onCard at: Screen) async throws -> Screen {
    switch at {
    case .section, .pastCards: try await load(.myCard)
    case .seenPerson, .choices: try await load(.seen)
    case .choice: try await load(.choices)
    case .receipt: try await load(.shown)
    default: try await load(.card)
    }
  }

  /// Begins to write a section of it.
  @discardableResult
  public func changeSection(_ line: CardLine) -> Task<Void, Never> {
    act { session in
      guard case .myCard(let page) = session.shown.screen else { return }
      try await session.showSection(line.part, name: line.name, of: page.card)
    }
  }

  /// Begins to write a part of her own.
  @discardableResult
  public func addSection() -> Task<Void, Never> {
    act { session in
      guard case .myCard(let page) = session.shown.screen else { return }
      let id = try await session.core { try $0.newSection() }
      try await session.showSection(.own(id), name: session.text(.cardOwnAdd), of: page.card)
    }
  }

  private func showSection(_ part: ShownPart, name: String, of card: Card) async throws {
    let language = language
    let choices = try await core { try $0.cardChoices(language: language) }
    try await show(.section(SectionFields(part, name: name, of: card, choices: choices)))
  }

  /// Done with what she writes of her card, or of someone she sees.
  @discardableResult
  public func cardDone() -> Task<Void, Never> {
    act { session in
      let at = session.shown.screen
      guard at.cardWriting != nil else { return }
      try await session.leave { try await session.before(onCard: at) }
    }
  }

  /// Keeps it, if there is something to keep; answers what to say.
  func keep(_ writing: any CardWriting) async throws -> Notice? {
    guard let last = writing.last else { return nil }
    try await write { try last.keep(in: $0) }
    writing.isKept(last)
    return switch last.kind {
    case .card: said(.cardKept, undo: .card)
    case .person: said(.personSaved)
    // Without a name it is a note.
    case .ownPerson(_, let text): said(text.name.isBlank ? .writeDone : .personSaved)
    case .choice: said(.choiceSet)
    }
  }

  /// Takes the part of her own that is open off the card.
  @discardableResult
  public func takeOutSection() -> Task<Void, Never> {
    act { session in
      guard case .section(let fields) = session.shown.screen, case .own(let id) = fields.part else { return }
      var card = fields.card
      card.sections.removeAll { $0.id == id }
      let left = card
      fields.isGone()
      try await session.write { try $0.setCard(card: left) }
      try await session.show(session.load(.myCard), session.said(.cardOwnIsOff, undo: .card))
    }
  }

  /// Puts the card back as it was before the last change.
  func undoCard() async throws {
    let at = shown.screen
    try await write { try $0.undoCard() }
    try await show(at.place == .card ? load(.myCard) : reloaded(at), said(.cardBackAgain))
  }

  /// Keeps older cards from now on, or not.
  @discardableResult
  public func keepPastCards(_ on: Bool) -> Task<Void, Never> {
    act { session in
      try await session.write { try $0.keepPastCards(on: on) }
      try await session.show(session.load(.pastCards), session.said(on ? .cardPastOn : .cardPastOff))
    }
  }

  /// Asks, and then deletes the older cards for good.
  @discardableResult
  public func clearPastCards() -> Task<Void, Never> {
    act { session in
      session.ask(.cardPastClear, session.text(.cardPastClearWhat), yes: .cardPastClear) {
        try await session.write { try $0.clearPastCards() }
        try await session.show(session.load(.pastCards), session.said(.cardPastCleared))
      }
    }
  }
}

/// The way to her card: no word of the card itself.
public struct CardHome: Sendable {
  /// Whether nothing stands on the card.
  public let isEmpty: Bool
  /// Whether a page waits to be shown.
  public let waits: Bool

  init(_ page: CardPage) {
    isEmpty = page.lines.allSatisfy(\.text.isEmpty)
    waits = page.waits
  }
}

extension Screen {
  /// What she writes on it of her card, or of someone she sees.
  var cardWriting: (any CardWriting)? {
    switch self {
    case .section(let fields): fields
    case .seenPerson(let fields): fields
    case .person(let edit): edit.fields
    case .choice(let fields): fields
    default: nil
    }
  }
}
