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

/// What she writes of a person: kept when she says that she is done.
@MainActor @Observable
public final class PersonFields {
  /// What they are called.
  public var name: String
  /// How to ring them, in her own way of writing it.
  public var number: String
  /// A few words.
  public var note: String

  init(_ person: PersonLine?) {
    name = person?.name ?? ""
    number = person?.number ?? ""
    note = person?.note ?? ""
  }

  /// Whether there is nothing to keep: a person has a name.
  public var isNameless: Bool { name.isBlank }

  /// As it is now.
  var typed: PersonText { PersonText(name: name, number: number, note: note) }
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
