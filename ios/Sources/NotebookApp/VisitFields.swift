import Notebook
import Observation

/// Something of a date that is being written: kept when she is done, when she leaves the page, and at Close.
@MainActor public protocol VisitWriting: AnyObject {
  /// The date, once it is put down.
  var id: String? { get set }
  /// The same, for the core's queue.
  var kept: KeptVisit { get }
  /// As it is kept.
  var start: Visit { get set }
  /// As it would be kept now. What is typed of its time and can't be one leaves the time as it was.
  var typed: Visit { get }
  /// What is said once it is kept.
  var said: Name { get }
  /// Whether there is something to keep.
  var isChanged: Bool { get }
  /// What is to be told when she leaves of a time that can't be one.
  var unread: Name? { get }
}

extension VisitWriting {
  /// That the date is kept, unless there is more to say.
  public var said: Name { .visitKept }

  /// Whether it is other than it is kept.
  public var isChanged: Bool { typed != start }

  /// None: most have no time.
  public var unread: Name? { nil }

  /// What is to be kept when she closes; none if nothing is.
  var last: LastVisit? { isChanged ? LastVisit(typed: typed, start: start, kept: kept) : nil }
}

/// What she wrote of a date when she closed.
struct LastVisit: Sendable {
  let typed: Visit
  /// As it was before.
  let start: Visit
  let kept: KeptVisit

  /// The words that are new in it, each on a line of its own.
  var words: String {
    let before = Set(start.words)
    return typed.words.filter { !$0.isBlank && !before.contains($0) }.joined(separator: "\n")
  }
}

extension Visit {
  /// All that is words of hers.
  fileprivate var words: [String] {
    [title, who, place, contact, travel, company, bring, waiting, notes] + plan.say + plan.helps + [plan.notAsk]
      + after.flatMap { [$0.said, $0.next] } + reminders.map(\.cover)
  }
}

extension String {
  /// The longest text of one line that the core takes, in bytes of UTF-8.
  private static var mostOfALine: Int { 200 }

  /// Whether it is too long for one line.
  var isLong: Bool { utf8.count > Self.mostOfALine }

  /// Cuts off, in whole letters, what is too long for one line.
  mutating func shorten() {
    var (short, bytes) = ("", 0)
    for letter in self {
      bytes += letter.utf8.count
      guard bytes <= Self.mostOfALine else { break }
      short.append(letter)
    }
    self = short
  }
}

/// Which date it became. It is written and read on the core's queue alone, so that Close, which comes behind what is being
/// kept there, puts nothing down twice.
public final class KeptVisit: @unchecked Sendable {
  private var id: String?

  init(_ id: String?) { self.id = id }

  /// Puts the date down, or another in its place; answers which it is.
  @discardableResult
  func keep(_ visit: Visit, in notebooks: Notebooks) throws -> String {
    if let id {
      try notebooks.editVisit(id: id, visit: visit)
      return id
    }
    let new = try notebooks.addVisit(visit: visit)
    id = new
    return new
  }
}

/// A date, while she puts it down or changes it.
@MainActor @Observable
public final class VisitFields: VisitWriting {
  public var id: String?
  @ObservationIgnored public let kept: KeptVisit
  public var start: Visit
  /// When it is.
  public let when: WhenFields
  /// What she calls it.
  public var title: String { didSet { if title.isLong { title.shorten() } } }
  /// How it happens; none if she does not say.
  public var kind: VisitKind?
  public var who: String { didSet { if who.isLong { who.shorten() } } }
  public var place: String
  public var contact: String { didSet { if contact.isLong { contact.shorten() } } }
  public var travel: String
  public var company: String
  public var bring: String
  public var waiting: String
  public var notes: String
  /// The rule by which it comes again; none if it comes once.
  public var often: String?
  /// The zone whose clocks count.
  public var zone: String
  /// The zone of this phone.
  public let zoneHere: String
  /// A date of which nothing is known.
  private let empty: Visit
  /// Whether she said that it is to be kept: one that came out of a message is not, unless she changes it or says so.
  @ObservationIgnored var isAsked = false
  /// Whether the rest of the fields shows.
  public var more = false
  /// What can be chosen.
  public let choices: VisitChoices

  init(_ visit: Visit, id: String?, choices: VisitChoices, empty: Visit, today: CivilDay) {
    (self.id, start, self.choices, self.empty, zoneHere) = (id, visit, choices, empty, empty.zone)
    kept = KeptVisit(id)
    when = WhenFields(visit.when, today: today)
    (title, kind, who, place, contact) = (visit.title, visit.kind, visit.who, visit.place, visit.contact)
    (travel, company, bring) = (visit.travel, visit.company, visit.bring)
    (waiting, notes, zone) = (visit.waiting, visit.notes, visit.zone)
    often = visit.repeat?.rule
  }

  /// Whether the clocks of elsewhere count.
  public var isElsewhere: Bool { zone != zoneHere }

  /// What those clocks are called: the town of the zone.
  public var townOfZone: String {
    (zone.split(separator: "/").last.map(String.init) ?? zone).replacingOccurrences(of: "_", with: " ")
  }

  /// Whether it can come again: of what has no day yet, there is no next one.
  public var canRepeat: Bool { when.choice != .toBeTold }

  /// A rule that came from elsewhere and is none of those to choose from.
  public var ruleOfElsewhere: String? {
    start.repeat.map(\.rule).flatMap { rule in choices.often.contains { $0.rule == rule } ? nil : rule }
  }

  public var unread: Name? { when.unread }

  public var isChanged: Bool { typed != (isAsked && id == nil ? empty : start) }

  public var typed: Visit {
    var visit = start
    visit.when = (try? when.typed()) ?? start.when
    (visit.title, visit.kind, visit.who, visit.place, visit.contact) = (title, kind, who, place, contact)
    (visit.travel, visit.company, visit.bring) = (travel, company, bring)
    (visit.waiting, visit.notes, visit.zone) = (waiting, notes, zone)
    visit.repeat = typedRepeat(of: visit)
    // A reminder at one moment can't be of what comes again.
    if visit.repeat != nil { visit.reminders.removeAll { if case .at = $0.lead { true } else { false } } }
    return visit
  }

  /// With another rule, the single ones that were moved or left out by the one before are none any more.
  private func typedRepeat(of visit: Visit) -> Repeat? {
    guard let often, visit.when != .toBeTold else { return nil }
    if let was = start.repeat, was.rule == often { return was }
    return Repeat(rule: often, added: [], skipped: [], moved: [])
  }
}

/// One of those that come again, while she moves it.
@MainActor @Observable
public final class MoveFields: VisitWriting {
  public var id: String?
  @ObservationIgnored public let kept: KeptVisit
  public var start: Visit
  /// When it is to be.
  public let when: WhenFields
  /// The day on which the rule has it.
  private let day: String
  private let was: When?

  init(_ page: VisitPage, day: String, when: When, today: CivilDay) {
    (id, kept, start, self.day) = (page.id, KeptVisit(page.id), page.visit, day)
    self.when = WhenFields(when, today: today)
    was = try? self.when.typed()
  }

  public var said: Name { .visitMoved }

  public var unread: Name? { untold { try typedMove() } }

  public var typed: Visit {
    guard let when = try? typedMove(), when != was, var rule = start.repeat else { return start }
    rule.moved.removeAll { $0.day == day }
    rule.moved.append(Moved(day: day, when: when))
    rule.moved.sort { $0.day < $1.day }
    var visit = start
    visit.repeat = rule
    return visit
  }

  /// A single one has a day: without one it can only be left out.
  func typedMove() throws -> When {
    let when = try when.typed()
    guard when != .toBeTold else { throw NoTime.day }
    return when
  }
}

/// Her plan for a date, while she writes it.
@MainActor @Observable
public final class PlanFields: VisitWriting {
  /// How many things a plan has at most.
  public static let mostToSay = 3

  public var id: String?
  @ObservationIgnored public let kept: KeptVisit
  public var start: Visit
  /// What she wants to say, in her order; the last ones may be empty.
  public var say: [String]
  /// What helps, of the pack's list and her own.
  public private(set) var helps: [String]
  /// Something else that helps, which she types.
  public var other = ""
  /// What not to ask about.
  public var notAsk: String
  /// The pack's list.
  public let list: [String]

  init(_ page: VisitPage, list: [String]) {
    (id, kept, start, self.list) = (page.id, KeptVisit(page.id), page.visit, list)
    let plan = page.visit.plan
    say = plan.say + Array(repeating: "", count: max(0, Self.mostToSay - plan.say.count))
    (helps, notAsk) = (plan.helps, plan.notAsk)
  }

  /// What helps that is not in the pack's list.
  public var own: [String] { helps.filter { !list.contains($0) } }

  /// Puts something on, or takes it off.
  public func helps(_ text: String, _ on: Bool) {
    helps.removeAll { $0 == text }
    if on { helps.append(text) }
  }

  /// Puts on what she typed.
  public func addOther() {
    if !other.isBlank { helps(other.trimmed, true) }
    other = ""
  }

  /// Moves a thing up or down by one.
  public func move(_ at: Int, by: Int) {
    guard say.indices.contains(at), say.indices.contains(at + by) else { return }
    say.swapAt(at, at + by)
  }

  public var typed: Visit {
    var visit = start
    let helps = other.isBlank || self.helps.contains(other.trimmed) ? self.helps : self.helps + [other.trimmed]
    visit.plan = VisitPlan(say: say.filter { !$0.isBlank }, helps: helps, notAsk: notAsk)
    return visit
  }
}

/// What was said at a date and what comes next, while she writes it.
@MainActor @Observable
public final class AfterFields: VisitWriting {
  public var id: String?
  @ObservationIgnored public let kept: KeptVisit
  public var start: Visit
  /// Of a date that comes again, the day of the one that is meant.
  public let day: String?
  public var said: String
  public var next: String
  /// A note that belongs to it.
  public internal(set) var note: String?
  /// What that note is called.
  public internal(set) var noteTitle: String?

  init(_ page: VisitPage, noteTitle: String?) {
    (id, kept, start, day) = (page.id, KeptVisit(page.id), page.visit, page.day)
    let after = page.after
    (said, next, note) = (after?.said ?? "", after?.next ?? "", after?.note)
    self.noteTitle = noteTitle
  }

  public var typed: Visit {
    var visit = start
    let mine = VisitAfter(day: day, said: said, next: next, note: note)
    let others = start.after.filter { $0.day != day }
    if said.isBlank, next.isBlank, note == nil {
      visit.after = others
    } else if let at = start.after.firstIndex(where: { $0.day == day }) {
      visit.after[at] = mine
    } else {
      visit.after = others + [mine]
    }
    return visit
  }
}

extension VisitPage {
  /// What she put down of the one that is shown.
  public var after: VisitAfter? { visit.after.first { $0.day == day } }
}

extension String {
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
