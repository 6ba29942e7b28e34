import Notebook
import TestPhone
import Testing

/// Dates, each over the real core: put down, read, changed, taken out, and taken back.
@Suite final class DatesTests: WithOpenNotebook {
  private var outside: ReminderPhone { .inFolder(of: phone) }

  @Test func aDateIsPutDownReadAndChanged() throws {
    let id = try put(visit("Ines", .at("2026-12-03T09:10")))
    var page = try book.visit(language: "en", id: id, day: nil, phone: outside)
    #expect(page.title == "Ines" && page.visit.who == "Dr Amin" && page.status == nil && !page.over)
    #expect(unmarked(page.when) == "Thursday 3 December, 9:10 in the morning")
    #expect(page.phrases.count >= 3 && !page.aboutContact.isEmpty)
    page.visit.status = .calledOff
    page.visit.plan = VisitPlan(say: ["First", "Second"], helps: ["The door open"], notAsk: "My brother")
    page.visit.after = [VisitAfter(day: nil, said: "Come back", next: "Ring", note: nil)]
    try book.editVisit(id: id, visit: page.visit)
    let changed = try book.visit(language: "en", id: id, day: nil, phone: outside)
    #expect(changed.visit == page.visit && changed.status != nil)
  }

  @Test func theListsKnowWhatIsComingAndWhatIsOver() throws {
    try put(visit("Over", .at("2026-11-20T09:10")))
    try put(visit("Call", .window(day: "2026-12-03", from: "08:00", to: "13:00"), .phone))
    try put(visit("Open", .toBeTold))
    try put(visit("Some time", .day("2026-12-24")))
    let page = try book.dates(language: "en", phone: outside)
    #expect(page.coming.dated.map(\.title) == ["Call", "Some time"])
    #expect(page.coming.open.map(\.title) == ["Open"] && page.coming.hasEarlier)
    #expect(try book.earlierDates(language: "en").map(\.title) == ["Over"])
    #expect(try book.nextDate(language: "en", phone: outside).next?.on == "2026-12-03")
    let month = try book.month(language: "en", year: 2026, month: 12)
    #expect(month.days == 31 && month.firstWeekday == 2 && month.today == 1)
    #expect(month.dates.map(\.on) == ["2026-12-03", "2026-12-24"])
    #expect(throws: NotebookError.NotUnderstood(what: .date)) {
      try book.month(language: "en", year: 2026, month: 13)
    }
  }

  @Test func whatCanBeChosenIsToldByThePack() throws {
    let choices = try book.visitChoices(language: "en")
    #expect(choices.kinds.map(\.kind) == [.inPerson, .phone, .video, .home])
    #expect(choices.leads.map(\.lead) == [.week, .day, .morning, .leave(30)])
    #expect(choices.often.contains { $0.rule == "FREQ=WEEKLY" })
    #expect(!choices.covers.isEmpty && choices.helps.contains("The door open"))
    #expect(book.newVisit().zone == "Europe/London" && book.newVisit().when == .toBeTold)
  }

  @Test func oneOfThoseThatComeAgainIsMovedAndLeftOut() throws {
    var weekly = visit("Group", .at("2026-12-03T18:00"))
    weekly.repeat = Repeat(rule: "FREQ=WEEKLY", added: [], skipped: [], moved: [])
    let id = try book.addVisit(visit: weekly)
    try book.leaveOutVisit(id: id, day: "2026-12-10", out: true)
    try book.moveVisit(id: id, day: "2026-12-17", when: .at("2026-12-18T18:00"))
    let page = try book.visit(language: "en", id: id, day: "2026-12-17", phone: outside)
    #expect(page.often == "Every week")
    #expect(page.visit.repeat?.skipped == ["2026-12-10"])
    #expect(page.visit.repeat?.moved == [Moved(day: "2026-12-17", when: .at("2026-12-18T18:00"))])
    #expect(unmarked(page.when).hasPrefix("Friday 18 December"))
    try book.leaveOutVisit(id: id, day: "2026-12-10", out: false)
    #expect(try book.visit(language: "en", id: id, day: nil, phone: outside).visit.repeat?.skipped == [])
  }

  @Test func whatWasTakenOutComesBack() throws {
    let id = try put(visit("Ines", .day("2026-12-03")))
    try book.removeVisit(id: id)
    #expect(throws: NotebookError.NotFound(what: .visit)) {
      try book.visit(language: "en", id: id, day: nil, phone: outside)
    }
    #expect(try book.undoVisit() == id)
    #expect(try book.visit(language: "en", id: id, day: nil, phone: outside).title == "Ines")
  }

  @Test func aMessageIsReadAndNothingIsKept() throws {
    let found = try book.readMessage(
      language: "en", text: "Your appointment is on Thu 3 Dec 2026 at 09:10.")
    let date = try #require(found.first)
    #expect(date.visit.when == .at("2026-12-03T09:10") && date.known.isEmpty && !date.lines.isEmpty)
    #expect(try book.readMessage(language: "en", text: "Hello there").isEmpty)
    #expect(try book.dates(language: "en", phone: outside).coming.dated.isEmpty)
  }

  @Test func aDayThatIsNoneIsNotTaken() throws {
    #expect(throws: (any Error).self) { try put(visit("Never", .day("2026-02-30"))) }
    #expect(try book.dates(language: "en", phone: outside).coming.dated.isEmpty)
  }

  @discardableResult
  private func put(_ visit: Visit) throws -> String { try book.addVisit(visit: visit) }

  private func visit(_ title: String, _ when: When, _ kind: VisitKind? = nil) -> Visit {
    var visit = book.newVisit()
    (visit.title, visit.when, visit.kind, visit.who) = (title, when, kind, "Dr Amin")
    return visit
  }
}

/// Reminders: only their times and cover texts are ever outside.
@Suite final class RemindersTests: WithOpenNotebook {
  private var outside: ReminderPhone { .inFolder(of: phone) }
  private let day: Int64 = 24 * 60 * 60 * 1000

  @Test func aReminderLiesOutsideUntilItsDateIsTakenOut() throws {
    let id = try book.addVisit(visit: visit())
    let renewed = try book.renewReminders(language: "en", phone: outside)
    let entry = try #require(renewed.entries.first)
    #expect(renewed.entries.count == 1 && renewed.missing.isEmpty && !renewed.setAside)
    #expect(entry.at == device.now + day && entry.cover == "Milk" && entry.sound)
    #expect(try outsideReminders(folder: outside.folder) == renewed.entries)
    let line = try #require(try book.dates(language: "en", phone: outside).outside.first)
    #expect(line.cover == "Milk" && !line.when.isEmpty)
    // It has come, and she puts it off where the phone shows it.
    device.pass(ms: UInt64(day) + minute)
    let later = device.now + 600_000
    let putOff = try putOffReminder(folder: outside.folder, id: entry.id, now: entry.at, until: later)
    #expect(putOff.map(\.at) == [later])
    #expect(try book.renewReminders(language: "en", phone: outside).entries.map(\.at) == [later])
    try book.removeVisit(id: id)
    #expect(try book.renewReminders(language: "en", phone: outside).entries.isEmpty)
  }

  @Test func aPhoneThatShowsNoneSaysSo() throws {
    var outside = outside
    outside.allowed = false
    let id = try book.addVisit(visit: visit())
    let renewed = try book.renewReminders(language: "en", phone: outside)
    #expect(renewed.entries.isEmpty && renewed.missing.map(\.id) == [id])
    let page = try book.visit(language: "en", id: id, day: nil, phone: outside)
    let line: ReminderLine = try #require(page.reminders.first)
    #expect(line.at == nil && line.lead == .day && !line.about.isEmpty)
  }

  @Test func quietHoursAndTheMorningAreHers() throws {
    #expect(try book.reminderSettings(language: "en").texts.count == 2)
    let quiet = Quiet(from: "21:30", to: "07:00")
    try book.setReminderSettings(quiet: quiet, morning: "08:15")
    let page = try book.reminderSettings(language: "en")
    #expect(page.quiet == quiet && page.morning == "08:15")
    try book.setReminderSettings(quiet: nil, morning: "08:15")
    #expect(try book.reminderSettings(language: "en").quiet == nil)
  }

  @Test func erasedWithAllElse() throws {
    _ = try book.addVisit(visit: visit())
    _ = try book.renewReminders(language: "en", phone: outside)
    try eraseReminders(folder: outside.folder)
    #expect(try outsideReminders(folder: outside.folder).isEmpty)
    #expect(try files(in: outside.folder).isEmpty)
  }

  private func visit() -> Visit {
    var visit = book.newVisit()
    (visit.title, visit.when) = ("Ines", .at("2026-12-03T09:10"))
    visit.reminders = [Reminder(lead: .day, cover: "Milk", sound: true)]
    return visit
  }
}

extension ReminderPhone {
  /// One that holds 64, as an iPhone does, beside the notebooks.
  fileprivate static func inFolder(of phone: Phone) -> ReminderPhone {
    ReminderPhone(folder: phone.path("outside"), most: 64, exact: true, allowed: true)
  }
}
