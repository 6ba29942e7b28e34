import Notebook
import Observation

/// A list on the card.
public enum CardList: Hashable, Sendable {
  case wants, please, pleaseNot, reception

  /// How many things it has at most.
  public var most: Int { self == .wants ? 3 : 50 }

  func entries(of card: Card) -> [CardEntry] {
    switch self {
    case .wants: card.wants
    case .please: card.please
    case .pleaseNot: card.pleaseNot
    case .reception: card.reception
    }
  }

  func put(_ entries: [CardEntry], into card: inout Card) {
    switch self {
    case .wants: card.wants = entries
    case .please: card.please = entries
    case .pleaseNot: card.pleaseNot = entries
    case .reception: card.reception = entries
    }
  }

  func phrases(in choices: CardChoices) -> [PhraseChoice] {
    switch self {
    case .wants: choices.wants
    case .please: choices.please
    case .pleaseNot: choices.pleaseNot
    case .reception: choices.reception
    }
  }
}

/// Something about her card or whom she sees that is being written: kept when she is done, when she leaves the page, and at
/// Close.
@MainActor protocol CardWriting: AnyObject {
  /// What is to be kept; none if nothing is.
  var last: LastOfCard? { get }
  /// It is kept now.
  func isKept(_ last: LastOfCard)
  /// It is being taken out: nothing of it is to be kept, at Close either.
  func isGone()
}

/// What she wrote when she left the page.
struct LastOfCard: Sendable {
  enum Kind: Sendable {
    /// The whole card.
    case card(Card)
    /// Someone she sees.
    case person(KeptPerson, PersonText, Seen)
    /// One of her own people.
    case ownPerson(KeptOwnPerson, PersonText)
    /// What someone may be shown.
    case choice(ChoiceSet)
  }

  let kind: Kind
  /// The words that are new in it, each on a line of its own.
  let words: String

  func keep(in notebooks: Notebooks) throws {
    switch kind {
    case .card(let card): try notebooks.setCard(card: card)
    case .person(let kept, let text, let seen): try kept.keep(text, seen, in: notebooks)
    case .ownPerson(let kept, let text): try kept.keep(text, words: words, in: notebooks)
    case .choice(let set): try set.keep(in: notebooks)
    }
  }
}

/// A section of the card, while she writes it.
@MainActor @Observable
public final class SectionFields: CardWriting {
  /// Which section.
  public let part: ShownPart
  /// What it is called.
  public let name: String
  /// The card with what she has written here so far, but for what is typed and not added to a list yet.
  public var card: Card
  /// What can be picked.
  public let choices: CardChoices
  /// What she types for a list.
  public var typing: [CardList: String] = [:]
  /// What stands over a part of her own.
  public var title = ""
  /// What that part says.
  public var text = ""
  private var start: Card
  /// Whether the part of her own is on the card.
  public let isThere: Bool

  init(_ part: ShownPart, name: String, of card: Card, choices: CardChoices) {
    (self.part, self.name, self.card, start, self.choices) = (part, name, card, card, choices)
    let own = card.sections.first { part == .own($0.id) }
    isThere = own != nil
    (title, text) = (own?.title ?? "", own?.text ?? "")
  }

  /// What is on a list, each with its place on it. A phrase that is not known here is kept and not shown.
  public func shown(on list: CardList) -> [(at: Int, text: String)] {
    let phrases = list.phrases(in: choices)
    return list.entries(of: card).enumerated().compactMap { at, entry in
      switch entry {
      case .own(let text): (at, text)
      case .picked(let pick): phrases.first { $0.name == pick }.map { (at, $0.text) }
      }
    }
  }

  /// What can be picked for a list.
  public func phrases(for list: CardList) -> [PhraseChoice] { list.phrases(in: choices) }

  /// Whether nothing more has room on a list.
  public func isFull(_ list: CardList) -> Bool { list.entries(of: card).count >= list.most }

  /// Whether no phrase has room on a list beside what is typed for it, which would be lost.
  public func hasNoRoom(_ list: CardList) -> Bool { list.entries(of: with(list, of: card)).count >= list.most }

  /// Whether a phrase is on a list.
  public func has(_ phrase: PhraseChoice, on list: CardList) -> Bool {
    list.entries(of: card).contains(.picked(pick: phrase.name))
  }

  /// Puts a phrase on a list, or takes it off.
  public func pick(_ phrase: PhraseChoice, for list: CardList, _ on: Bool) {
    var entries = list.entries(of: card).filter { $0 != .picked(pick: phrase.name) }
    if on, !hasNoRoom(list) { entries.append(.picked(pick: phrase.name)) }
    list.put(entries, into: &card)
  }

  /// Puts on a list what she typed.
  public func add(to list: CardList) {
    card = with(list, of: card)
    typing[list] = nil
  }

  /// Takes a thing off a list.
  public func takeOff(_ at: Int, from list: CardList) {
    var entries = list.entries(of: card)
    guard entries.indices.contains(at) else { return }
    entries.remove(at: at)
    list.put(entries, into: &card)
  }

  /// Moves a thing up by one among those that are shown.
  public func moveUp(_ at: Int, on list: CardList) {
    var entries = list.entries(of: card)
    guard let above = shown(on: list).last(where: { $0.at < at })?.at else { return }
    entries.insert(entries.remove(at: at), at: above)
    list.put(entries, into: &card)
  }

  private func with(_ list: CardList, of card: Card) -> Card {
    let text = (typing[list] ?? "").trimmed
    let entries = list.entries(of: card)
    guard !text.isEmpty, entries.count < list.most, !entries.contains(.own(text)) else { return card }
    var card = card
    list.put(entries + [.own(text)], into: &card)
    return card
  }

  /// As it would be kept now.
  var typed: Card {
    var all = typing.keys.reduce(card) { with($1, of: $0) }
    guard case .own(let id) = part else { return all }
    let own = OwnSection(id: id, title: title, text: text)
    if let at = all.sections.firstIndex(where: { $0.id == id }) {
      all.sections[at] = own
    } else if !title.isBlank || !text.isBlank {
      all.sections.append(own)
    }
    return all
  }

  var last: LastOfCard? {
    let typed = typed
    guard typed != start else { return nil }
    let before = Set(start.words)
    let words = typed.words.filter { !$0.isBlank && !before.contains($0) }
    return LastOfCard(kind: .card(typed), words: words.joined(separator: "\n"))
  }

  func isGone() { start = typed }

  func isKept(_ last: LastOfCard) {
    if case .card(let card) = last.kind { start = card }
  }
}

extension Card {
  /// All that is words of hers.
  fileprivate var words: [String] {
    let own = (wants + please + pleaseNot + reception).compactMap { entry in
      if case .own(let text) = entry { text } else { nil }
    }
    let reached = [reach.number, reach.when, reach.whoAnswers, reach.notTold]
    return own + reached + [medicines, allergies, about.name, about.born, about.nhsNumber]
      + sections.flatMap { [$0.title, $0.text] }
  }
}
