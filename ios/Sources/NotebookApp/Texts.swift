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
    case count, seconds, weekday, day, month, minutes
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

  /// What a gap for a text is called.
  public enum TextGap: String, Sendable {
    case name, place, date, cover, year, what, value, who, shows, day
  }

  /// A message with a text in its gap, such as a name.
  public func with(_ name: Name, _ text: String, gap: TextGap = .name) -> String {
    said.text(name: name.rawValue, gaps: [Gap(name: gap.rawValue, filling: .text(text: text))])
  }

  /// A day in words, with its year unless it is of this one.
  public func day(_ day: CivilDay, today: CivilDay) -> String {
    let gaps: [(NumberGap, Int)] = [(.weekday, day.weekday), (.day, day.day), (.month, day.month)]
    return filled(day.year == today.year ? .dateThisYear : .date, gaps, year: day.year)
  }

  /// A month in words.
  public func month(_ year: Int, _ month: Int) -> String { filled(.monthName, [(.month, month)], year: year) }

  /// A day of the week, from 1 for Monday, in two letters or so.
  public func weekday(_ number: Int) -> String { filled(.monthWeekday, [(.weekday, number)]) }

  /// What was read in a message, or guessed.
  public func read(_ what: String, _ value: String, sure: Bool) -> String {
    let texts: [(TextGap, String)] = [(.what, what), (.value, value)]
    let gaps = texts.map { Gap(name: $0.rawValue, filling: .text(text: $1)) }
    return said.text(name: (sure ? Name.pasteRead : .pasteGuessed).rawValue, gaps: gaps)
  }

  /// What was chosen, and until when.
  public func choice(_ line: ChoiceLine) -> String {
    let texts: [(TextGap, String?)] = [(.what, line.what), (.shows, line.shows), (.day, line.until)]
    let gaps = texts.compactMap { gap, text in text.map { Gap(name: gap.rawValue, filling: .text(text: $0)) } }
    return said.text(name: (line.until == nil ? Name.choiceOf : .choiceOfUntil).rawValue, gaps: gaps)
  }

  /// So many minutes before.
  public func minutesBefore(_ minutes: Int) -> String { filled(.leadMinutes, [(.minutes, minutes)]) }

  /// A year is no number to be grouped: it goes in as a text.
  private func filled(_ name: Name, _ numbers: [(NumberGap, Int)], year: Int? = nil) -> String {
    let years = year.map { [Gap(name: TextGap.year.rawValue, filling: .text(text: String($0)))] } ?? []
    let gaps = numbers.map { Gap(name: $0.rawValue, filling: .number(number: UInt64(max(0, $1)))) }
    return said.text(name: name.rawValue, gaps: gaps + years)
  }

  /// What to say of a failure; nothing if she stopped it herself. `wrongSecret` is said where no PIN, but words were
  /// asked for.
  func explain(_ failure: NotebookError, wrongSecret: Name? = nil) -> String {
    if case .WrongSecret = failure, let wrongSecret { return self[wrongSecret] }
    let text = said.explain(error: failure)
    return text.isEmpty ? self[.stopped] : text
  }
}
