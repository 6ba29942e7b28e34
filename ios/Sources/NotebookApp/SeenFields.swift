import Notebook
import Observation

/// Who it became that she writes of. It is written and read on the core's queue alone, so that Close, which comes behind
/// what is being kept there, puts no one down twice.
final class KeptPerson: @unchecked Sendable {
  private var id: PersonId?

  init(_ id: PersonId?) { self.id = id }

  func keep(_ text: PersonText, _ seen: Seen, in notebooks: Notebooks) throws {
    id = try notebooks.setPersonSeen(id: id, text: text, seen: seen)
  }
}

/// A choice, to be kept.
struct ChoiceSet: Sendable {
  let person: PersonId?
  let what: What
  let shows: Shows
  let last: NaiveDate?
  /// The choice that it is no more.
  let replaced: ChoiceId?

  func keep(in notebooks: Notebooks) throws {
    _ = try notebooks.setChoice(person: person, what: what, shows: shows, last: last)
    if let replaced { try notebooks.removeChoice(id: replaced) }
  }
}

/// Someone she sees, while she writes of them.
@MainActor @Observable
public final class SeenFields: CardWriting {
  /// As they were before; none for someone new.
  public let line: SeenLine?
  /// The others she sees, of whom one may be what they are part of.
  public let others: [SeenLine]
  public var name: String
  public var number: String
  public var note: String
  /// What they are.
  public var kind: SeenAs
  /// Whom they are part of.
  public var of: PersonId?
  /// What she thinks of seeing them again: hers alone.
  public var again: String
  @ObservationIgnored private let kept: KeptPerson
  private var start: Typed
  /// What someone without a name is called.
  private let nameless: [SeenAs: String]

  /// What is typed, as the core takes it.
  private struct Typed: Equatable {
    let text: PersonText
    let seen: Seen
  }

  init(_ line: SeenLine?, among all: [SeenLine], nameless: [SeenAs: String]) {
    (self.line, self.nameless) = (line, nameless)
    others = all.filter { $0.id != line?.id }
    let text = line?.text ?? PersonText(name: "", number: "", note: "")
    let seen = line?.seen ?? Seen(seenAs: .clinician, of: nil, again: "")
    (name, number, note) = (text.name, text.number, text.note)
    (kind, of, again) = (seen.seenAs, seen.of, seen.again)
    kept = KeptPerson(line?.id)
    start = Typed(text: text, seen: seen)
  }

  /// Whether they have no name, which a person must have.
  public var isNameless: Bool { name.isBlank }

  private var typed: Typed {
    Typed(
      text: PersonText(name: name, number: number, note: note), seen: Seen(seenAs: kind, of: of, again: again))
  }

  /// Words about someone who has no name yet are not lost: they are called by what they are.
  var last: LastOfCard? {
    let typed = typed
    let isEmpty = [name, number, note, again].allSatisfy(\.isBlank)
    guard typed != start, line != nil || !isEmpty else { return nil }
    var text = typed.text
    if text.name.isBlank { text.name = line?.text.name ?? nameless[kind] ?? "" }
    let words = [name, number, note, again].filter { !$0.isBlank }.joined(separator: "\n")
    return LastOfCard(kind: .person(kept, text, typed.seen), words: words)
  }

  func isGone() { start = typed }

  /// What she typed meanwhile is other than that, and kept next.
  func isKept(_ last: LastOfCard) {
    guard case .person(_, let text, let seen) = last.kind else { return }
    let name = name.isBlank ? name : text.name
    start = Typed(text: PersonText(name: name, number: text.number, note: text.note), seen: seen)
  }
}

extension SeenAs {
  /// All there are.
  public static let all: [SeenAs] = [.clinician, .worker, .place, .role]

  /// What it is called.
  public var word: Name {
    switch self {
    case .clinician: .seenClinician
    case .worker: .seenWorker
    case .place: .seenPlace
    case .role: .seenRole
    }
  }
}

/// What someone may be shown, while she chooses it.
@MainActor @Observable
public final class ChoiceFields: CardWriting {
  /// As it was chosen; none for a new choice.
  public let line: ChoiceLine?
  /// For whom.
  public let who: [WhoOption]
  /// About what.
  public let what: [WhatOption]
  public var person: PersonId?
  public var about: What
  public var shows: Shows
  /// Whether there is a last day on which it counts.
  public var ends: Bool
  /// That day.
  public let day: DayFields
  private var start: [AnyHashable?] = []

  init(_ line: ChoiceLine?, options: ChoiceOptions, today: CivilDay) {
    self.line = line
    let rule = line?.rule
    // What was chosen may be about something that is gone.
    let lost = line.map { [$0] } ?? []
    who = options.who + lost.filter { at in !options.who.contains { $0.person == at.rule.person } }.map(WhoOption.init)
    what = options.what + lost.filter { at in !options.what.contains { $0.what == at.rule.what } }.map(WhatOption.init)
    (person, about, shows) = (rule?.person, rule?.what ?? .everything, rule?.shows ?? .ask)
    ends = line?.last != nil
    day = DayFields(line?.last.flatMap { CivilDay($0) }, inYear: today.year)
    start = chosen
  }

  /// As it stands there.
  private var chosen: [AnyHashable?] { [person, about, shows, ends, day.day, day.month, day.year] }

  /// What can't be a day is no end: what is held back is held back for longer then, and nothing is shown for it.
  var last: LastOfCard? {
    let last = try? typedLast()
    let isNoDay = ends && last == nil
    guard chosen != start, !(isNoDay && shows == .show) else { return nil }
    return LastOfCard(kind: .choice(set(last ?? nil)), words: "")
  }

  func isKept(_ last: LastOfCard) { start = chosen }

  func isGone() { start = chosen }

  /// What is to be kept, with its last day.
  func set(_ last: NaiveDate?) -> ChoiceSet {
    ChoiceSet(person: person, what: about, shows: shows, last: last, replaced: replaced)
  }

  /// The last day on which it counts, as the core takes it.
  func typedLast() throws -> NaiveDate? { ends ? try day.typed().text : nil }

  /// The choice that it is no more: one that is about another thing, or for someone else, is another one.
  var replaced: ChoiceId? {
    guard let line, line.rule.person != person || line.rule.what != about else { return nil }
    return line.id
  }
}

extension WhoOption {
  fileprivate init(_ line: ChoiceLine) { self.init(person: line.rule.person, name: line.who) }
}

extension WhatOption {
  fileprivate init(_ line: ChoiceLine) { self.init(what: line.rule.what, name: line.what) }
}

extension Shows {
  /// All there are.
  public static let all: [Shows] = [.show, .ask, .never]

  /// What it is called.
  public var word: Name {
    switch self {
    case .show: .choiceShow
    case .ask: .choiceAsk
    case .never: .choiceNever
    }
  }
}
