import Notebook
import Observation

/// What she is writing: a new note, or new words of one. The fields show what is here and hold nothing themselves, so
/// that it starts once, and is gone with this.
@MainActor @Observable
public final class Writing {
  /// The note whose words they are; none for a new one that is not kept yet.
  var note: String?
  /// Its title, empty for none.
  public internal(set) var title: String
  /// Its words.
  public internal(set) var text: String
  /// What stands beside an empty page of dates.
  public internal(set) var dates: NextDate?

  init(note: String? = nil, title: String? = nil, text: String = "") {
    self.note = note
    self.title = title ?? ""
    self.text = text
  }

  /// Whether there is nothing to keep.
  public var isBlank: Bool { title.isBlank && text.isBlank }

  /// As it is now.
  var typed: Typed { Typed(note: note, title: title.isBlank ? nil : title, text: text) }
}

/// What was typed, as the core takes it.
struct Typed: Sendable, Equatable {
  let note: String?
  let title: String?
  let text: String

  var isBlank: Bool { title == nil && text.isBlank }
}

/// One field: words to find, words of a copy, a new topic.
@MainActor @Observable
public final class Entry {
  /// What is in it.
  public var text: String

  init(_ text: String = "") { self.text = text }

  /// Whether there is nothing in it.
  public var isBlank: Bool { text.isBlank }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// What is being kept for good. Whether it was is written and read on the core's queue alone, so that Close, which comes
/// behind it there, keeps nothing twice.
final class Keeping: @unchecked Sendable {
  let typed: Typed
  /// The note that it became.
  var note: String?

  init(_ typed: Typed) { self.typed = typed }
}
