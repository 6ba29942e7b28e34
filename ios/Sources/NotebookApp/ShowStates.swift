import Foundation
import Notebook
import Observation

/// What she is about to show, and how.
public struct Showing: Sendable {
  /// What was asked for.
  public let request: ShowRequest
  /// What she looks at before it goes.
  public let page: ShowPage
  /// Whether the words are kept with the line about it.
  public var keepsWords = false

  /// What is off it because of a choice. Only she is told.
  public var heldBack: [ShowPart] { page.parts.filter { !$0.isOn && !$0.canChange } }

  /// What else is not on it, or not all of it, though she did not take it off: what she wants to be asked about too.
  public var alsoOff: [ShowPart] { page.parts.filter { $0.isTold && $0.canChange } }
}

/// What can be changed about a showing.
public struct ShowChoices: Sendable {
  /// For whom it may be.
  public let people: [SeenLine]
  /// What stands first on a page.
  public let first: FirstFields
}

/// What stands first on a page, while she chooses it.
@MainActor @Observable
public final class FirstFields {
  /// What there is to choose from.
  public enum Choice: CaseIterable, Sendable {
    case usual, own, nothing

    /// What it is called.
    public var name: Name {
      switch self {
      case .usual: .showFirstUsual
      case .own: .showFirstOwn
      case .nothing: .showFirstNone
      }
    }
  }

  /// Which of them.
  public var choice: Choice
  /// Words of hers.
  public var own: String

  init(_ first: FirstLine) {
    switch first {
    case .usual: (choice, own) = (.usual, "")
    case .own(let text): (choice, own) = (.own, text)
    case .nothing: (choice, own) = (.nothing, "")
    }
  }

  /// As the core takes it.
  var typed: FirstLine {
    switch choice {
    case .usual: .usual
    case .own: .own(own)
    case .nothing: .nothing
    }
  }
}

/// A note that is to go on a page, and which of its paragraphs.
public struct NotePart: Sendable {
  let id: NoteId
  /// Its paragraphs.
  public let paragraphs: [String]
  /// Those that she wants on the page, by their places from 0.
  public var on: Set<Int>

  init(_ id: NoteId, _ paragraphs: [String]) {
    (self.id, self.paragraphs, on) = (id, paragraphs, Set(paragraphs.indices))
  }
}

extension ShowRequest {
  /// The short card on this screen, for nobody by name.
  static let usual = ShowRequest(
    person: nil, way: .screen, form: .short, with: [], without: [], pieces: [], first: .usual)

  /// Puts a part on the page, or takes it off.
  public mutating func put(_ part: ShownPart, on: Bool) {
    with.removeAll { $0 == part }
    without.removeAll { $0 == part }
    if on {
      with.append(part)
    } else {
      without.append(part)
      if case .note(let id) = part { pieces.removeAll { $0.note == id } }
    }
  }

  /// Puts parts of a note on the page, which the long card alone has room for.
  mutating func put(_ note: NotePart) {
    put(.note(note.id), on: true)
    pieces.removeAll { $0.note == note.id }
    if note.on.count < note.paragraphs.count {
      pieces.append(NotePiece(note: note.id, paragraphs: note.on.sorted().map { UInt32($0 + 1) }))
    }
    form = .long
  }
}

/// A page that someone looks at on this screen. The notebook is locked: these are the only words of it that are left here.
public struct OnScreen: Sendable {
  /// The page, just as she looked at it.
  public let paragraphs: [Paragraph]
  /// Whether it is the other way up, for someone across a desk.
  public internal(set) var isTurned = false
  /// Whether she was told that it closes in a minute.
  public internal(set) var closesSoon = false
  /// When its minutes began.
  var since: ContinuousClock.Instant
}

/// Lines that are read to someone, one at a time.
public struct ReadOut: Sendable {
  /// All of them.
  let lines: [String]
  /// The place of the one that shows, from 0; past the last one when all were shown.
  public internal(set) var at = 0

  /// The one that shows; none at the end.
  public var line: String? { lines.indices.contains(at) ? lines[at] : nil }
}

/// A page that was given, as a file to save or to print. It goes when she leaves.
public struct GivenPage: Sendable {
  let bytes: Data
  let name: String
}

/// What she showed.
public struct ShownLines: Sendable {
  /// The lines about it, the latest first.
  public let lines: [ShownLine]
  /// Whether there is more.
  public let more: Bool
}

extension Way {
  /// Those that a phone has.
  public static let ofAPhone: [Way] = [.screen, .aloud, .text, .page]

  /// What it is called.
  public var word: Name {
    switch self {
    case .screen: .wayScreen
    case .aloud: .wayAloud
    case .text: .wayText
    case .page, .fhir, .qr, .seal: .wayPage
    }
  }

  /// What it is called to do it.
  public var act: Name {
    switch self {
    case .screen: .showDoScreen
    case .aloud: .showDoAloud
    case .text: .showDoText
    case .page, .fhir, .qr, .seal: .showDoPage
    }
  }
}

extension Form {
  /// All there are.
  public static let all: [Form] = [.short, .long, .reception]

  /// What it is called.
  public var word: Name {
    switch self {
    case .short: .formShort
    case .long: .formLong
    case .reception: .formReception
    }
  }
}
