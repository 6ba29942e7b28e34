import Notebook
import Observation

/// Her words for a hard day, while she changes them. The fields show what is here and hold nothing themselves.
@MainActor @Observable
public final class OwnWords {
  /// What she tells herself.
  public internal(set) var words: String
  /// What helps, a line for each thing.
  public internal(set) var helps: String

  init(_ start: OwnTexts) { (words, helps) = (start.words, start.helps) }

  /// As they are now.
  var typed: OwnTexts { OwnTexts(words: words, helps: helps) }
}

/// Which of her people she writes of. It is written and read on the core's queue alone, so that Close, which comes behind
/// what is being kept there, puts no one down twice.
final class KeptOwnPerson: @unchecked Sendable {
  private var id: PersonId?

  init(_ id: PersonId?) { self.id = id }

  /// Words without a name are no person: they are kept as a note.
  func keep(_ text: PersonText, words: String, in notebooks: Notebooks) throws {
    if text.name.isBlank {
      _ = try notebooks.addNote(title: nil, text: words, topics: [])
    } else if let id {
      try notebooks.editPerson(id: id, text: text)
    } else {
      id = try notebooks.addPerson(text: text)
    }
  }
}

/// What she writes of a person: kept when she is done, when she leaves the page, and at Close.
@MainActor @Observable
public final class PersonFields: CardWriting {
  /// What they are called.
  public var name: String
  /// How to ring them, in her own way of writing it.
  public var number: String
  /// A few words.
  public var note: String
  @ObservationIgnored private let kept: KeptOwnPerson
  private var start: PersonText

  init(_ person: PersonLine?) {
    let text = PersonText(name: person?.name ?? "", number: person?.number ?? "", note: person?.note ?? "")
    (name, number, note) = (text.name, text.number, text.note)
    (kept, start) = (KeptOwnPerson(person?.id), text)
  }

  /// Whether there is nothing to keep: a person has a name.
  public var isNameless: Bool { name.isBlank }

  /// As it is now.
  var typed: PersonText { PersonText(name: name, number: number, note: note) }

  var last: LastOfCard? {
    let words = [name, number, note].filter { !$0.isBlank }
    guard typed != start, !words.isEmpty else { return nil }
    return LastOfCard(kind: .ownPerson(kept, typed), words: words.joined(separator: "\n"))
  }

  func isKept(_ last: LastOfCard) {
    if case .ownPerson(_, let text) = last.kind { start = text }
  }

  func isGone() { start = typed }
}

/// One of her people, being changed.
public struct PersonEdit: Sendable {
  /// As she was before; none for a new one.
  public let person: PersonLine?
  /// The place among the others, from 0.
  let at: Int
  /// Whether someone stands above her.
  public var canGoUp: Bool { at > 0 }
  /// Whether someone stands below her.
  public let canGoDown: Bool
  /// What she writes.
  public let fields: PersonFields

  @MainActor init(_ person: PersonLine?, among people: [PersonLine]) {
    self.person = person
    at = people.firstIndex { $0.id == person?.id } ?? 0
    canGoDown = person != nil && at < people.count - 1
    fields = PersonFields(person)
  }
}
