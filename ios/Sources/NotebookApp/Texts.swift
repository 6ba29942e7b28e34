import Notebook

/// All that a screen says, in the words of one pack: fetched in one call, so that drawing crosses no border.
public struct Texts: Sendable {
  /// Which words they are.
  public let pack: Pack
  /// The language that is spoken, which may be another than was asked for.
  public let language: Language
  private let said: Said
  private let whole: [String: String]

  /// The words of `pack` in `language`, a BCP 47 tag.
  public init(pack: Pack, language: String) {
    self.pack = pack
    said = Said(pack: pack, language: language)
    self.language = said.language()
    whole = said.all()
  }

  /// The message of this name, which has no gaps.
  public subscript(name: Name) -> String {
    whole[name.rawValue] ?? said.text(name: name.rawValue, gaps: [])
  }

  /// What a gap for a number is called.
  public enum NumberGap: String, Sendable {
    case count, seconds
  }

  /// A message with a number in its gap, which also chooses between "one note" and "two notes".
  public func count(_ name: Name, _ count: UInt64, gap: NumberGap = .count) -> String {
    said.text(name: name.rawValue, gaps: [Gap(name: gap.rawValue, filling: .number(number: count))])
  }

  /// What a key of the number pad is called: its row and its place in it, from 1.
  func padKey(row: Int, key: Int) -> String {
    let gaps = [("row", row), ("key", key)].map { Gap(name: $0, filling: .number(number: UInt64($1))) }
    return said.text(name: Name.padKey.rawValue, gaps: gaps)
  }

  /// A message with a name in its gap.
  public func with(_ name: Name, _ text: String) -> String {
    said.text(name: name.rawValue, gaps: [Gap(name: "name", filling: .text(text: text))])
  }

  /// What to say of a failure; nothing if she stopped it herself. `wrongSecret` is said where no PIN, but words were
  /// asked for.
  func explain(_ failure: NotebookError, wrongSecret: Name? = nil) -> String {
    if case .WrongSecret = failure, let wrongSecret { return self[wrongSecret] }
    let text = said.explain(error: failure)
    return text.isEmpty ? self[.stopped] : text
  }
}
