import Notebook
import Observation

/// A month, and which of its days she tapped.
public struct MonthShown: Sendable {
  /// The month with its dates.
  public let page: MonthPage
  /// The day whose dates alone are listed; none for all of the month.
  public var day: Int?

  var month: CivilMonth { CivilMonth(year: Int(page.year), month: Int(page.month)) }

  /// The day of the month with this number.
  public func day(_ number: Int) -> CivilDay? { CivilDay(year: month.year, month: month.month, day: number) }

  /// Whether a day has a date.
  public func has(_ number: Int) -> Bool { page.dates.contains { $0.on == day(number)?.text } }

  /// What is listed below the days.
  public var listed: [DateLine] {
    guard let day else { return page.dates }
    return page.dates.filter { $0.on == self.day(day)?.text }
  }

  /// The weeks from Monday to Sunday; none where a day is of another month.
  public var weeks: [[Int?]] {
    let empty = max(0, Int(page.firstWeekday) - 1)
    var days: [Int?] = Array(repeating: nil, count: empty)
    days += (0..<Int(page.days)).map { $0 + 1 }
    days += Array(repeating: nil, count: (7 - days.count % 7) % 7)
    return stride(from: 0, to: days.count, by: 7).map { Array(days[$0..<$0 + 7]) }
  }
}

/// A date to read, and where she came from.
public struct VisitRead: Sendable {
  /// The date.
  public let page: VisitPage
  /// What the note is called that belongs to it.
  public let noteTitle: String?
  /// The list or the page it was opened from.
  let from: Screen
  /// Whether the rest of what can be done with it shows.
  public var choices = false
}

/// When reminders of a date may come.
@MainActor @Observable
public final class RemindersChoice {
  /// What can be chosen.
  public let leads: [LeadChoice]
  /// So many minutes before it begins, as she types them.
  public var minutes = ""
  /// A day of her own.
  public let day: DayFields
  /// A time of her own.
  public let time = TimeFields(nil)
  /// Whether the fields for a time of her own show.
  public var own = false

  init(_ choices: VisitChoices, of visit: Visit, today: CivilDay) {
    leads = choices.leads
    let on: CivilDay? =
      switch visit.when {
      case .toBeTold: nil
      case .day(let day), .window(let day, _, _): CivilDay(day)
      case .at(let at): CivilDay(String(at.prefix { $0 != "T" }))
      }
    day = DayFields(on, inYear: today.year)
  }
}

/// A reminder of a date, while she chooses what the phone shows.
@MainActor @Observable
public final class ReminderFields: VisitWriting {
  public var id: String?
  @ObservationIgnored public let kept: KeptVisit
  public var start: Visit
  /// Which of them.
  public let line: ReminderLine
  /// What the phone shows.
  public var cover: String { didSet { if cover.isLong { cover.shorten() } } }
  /// Whether it makes a sound.
  public var sound: Bool
  /// Neutral words to choose from.
  public let covers: [String]

  init(_ line: ReminderLine, of page: VisitPage, covers: [String]) {
    (id, kept, start) = (page.id, KeptVisit(page.id), page.visit)
    (self.line, cover, sound, self.covers) = (line, line.cover, line.sound, covers)
  }

  /// What the phone shows if she chooses nothing is not written down: it is told anew in each language.
  public var typed: Visit {
    var visit = start
    guard let at = visit.reminders.firstIndex(where: { $0.lead == line.lead }) else { return visit }
    let own = cover.trimmed
    visit.reminders[at].sound = sound
    if own != line.cover { visit.reminders[at].cover = own == covers.first ? "" : own }
    return visit
  }
}

/// What is set for all reminders.
struct RemindersSet: Equatable, Sendable {
  /// When none comes; none if there are no quiet hours.
  let quiet: Quiet?
  /// When those of a whole day come.
  let morning: String
}

/// What holds for all reminders, while she changes it.
@MainActor @Observable
public final class RemindersFields {
  /// Whether the phone lets this app show any.
  public let leave: Leave
  /// As it is set, in words.
  public let texts: [String]
  /// Neutral words: the first is shown when she tries it.
  let covers: [String]
  /// Whether there are quiet hours.
  public var hasQuiet: Bool
  public let from: TimeFields
  public let to: TimeFields
  public let morning: TimeFields
  /// As it is kept.
  var start: RemindersSet?

  init(_ page: ReminderPage, leave: Leave, covers: [String]) {
    (self.leave, texts, self.covers) = (leave, page.texts, covers)
    hasQuiet = page.quiet != nil
    from = TimeFields(page.quiet?.from ?? "21:00")
    to = TimeFields(page.quiet?.to ?? "08:00")
    morning = TimeFields(page.morning)
    start = try? typed()
  }

  func typed() throws -> RemindersSet {
    let quiet = hasQuiet ? Quiet(from: try from.typed(), to: try to.typed()) : nil
    return RemindersSet(quiet: quiet, morning: try morning.typed())
  }

  /// What is to be told when she leaves of a time that can't be one.
  var unread: Name? { untold { try typed() } }

  /// What is to be kept when she leaves; none if nothing is. What can't be a time leaves all as it was.
  var last: RemindersSet? { (try? typed()).flatMap { $0 == start ? nil : $0 } }
}

/// A message that she pastes.
@MainActor @Observable
public final class Pasting {
  /// Its words.
  public var text = ""
  /// The dates in it; none before it was looked at.
  public internal(set) var found: [ReadDate]?

  /// Whether there is nothing to look at.
  public var isBlank: Bool { text.isBlank }
}

extension Screen {
  /// What she writes of a date on it.
  var visitWriting: (any VisitWriting)? {
    switch self {
    case .visitEdit(let fields, _): fields
    case .visitMove(_, let fields): fields
    case .plan(_, let fields): fields
    case .after(_, let fields), .whichNote(_, let fields, _): fields
    case .visitReminder(_, let fields): fields
    default: nil
    }
  }

  /// What she sets on it for all reminders.
  var reminderSettings: RemindersFields? {
    if case .reminders(let fields) = self { fields } else { nil }
  }

  /// Whether it has fields of a date that are not kept yet.
  var isOfDates: Bool { place == .dates }
}
