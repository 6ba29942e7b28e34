import Foundation

/// All that is to be drawn: one screen, and what is said or asked on it.
public struct Shown {
  /// The page.
  public var screen = Screen.blank
  /// Its words; none before the first of them have come.
  public var texts: Texts?
  /// What was done, or could not be.
  public var notice: Notice?
  /// One plain question in the place of the page.
  public var question: Question?
  /// Something takes longer than a moment.
  public var busy: Busy?
  /// Whether something is being played or read to her.
  public var sounds = false
  /// What the phone's own page of files is asked for.
  public var asks: FileAsk?
}

/// A line that says what was done, or what could not be.
public struct Notice: Equatable, Sendable {
  /// What is said.
  public var text: String
  /// What can be taken back.
  var undo: Undo?
  /// Whether it could not be done.
  public var trouble = false
  /// Whether a screen reader says it when it comes.
  public var spoken = true
  /// Whether it can be taken back.
  public var offersUndo: Bool { undo != nil }
}

/// What can be taken back.
enum Undo: Equatable, Sendable {
  /// The last change, which the core knows how to.
  case last
  /// Her words of Right now, as they were before she changed them.
  case ownWords
  /// The last change of a date.
  case visit
  /// The last change of her card.
  case card
  /// What she was typing before a note was put back as it was.
  case typed(Typed)
}

/// One plain question. Both answers weigh the same.
public struct Question {
  /// What it is about.
  public let title: String
  /// The question, or what will be gone.
  public let text: String
  /// What "yes" is called here.
  public let yes: String
  /// What "no" is called here.
  public let no: String
  /// Whether "yes" can't be taken back.
  public let final: Bool
  let act: @MainActor () async throws -> Void
}

/// Something takes longer than a moment.
public struct Busy: Equatable, Sendable {
  /// What is said meanwhile.
  public let text: String
  /// Whether she may stop it.
  public let canStop: Bool
  /// How much of 1 is done, if that is known.
  public internal(set) var done: Double?
}

/// What the phone's own page of files is asked for.
public enum FileAsk: Equatable, Sendable {
  /// A folder for this file.
  case place(URL)
  /// A copy to bring back.
  case copy
  /// A folder for the page that was given.
  case page
}
