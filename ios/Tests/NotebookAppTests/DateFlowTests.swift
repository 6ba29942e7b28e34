import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Dates over the real core: put down, read, changed, called off, taken out, and had back.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct DateFlowTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func shePutsDownADateAndChoosesWhenSheIsReminded() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (3, 12, 2026), at: (9, 10))
    #expect(she.sees(.visitKept))
    await session.remind(.day, true).value
    #expect(she.screen.visitReminders?.page.reminders.map(\.lead) == [.day])
    #expect(she.keeper.holds.map(\.second) == [(she.phone.device.now + she.aDay) / 1000])
    await session.remindersDone().value
    let page = try #require(she.screen.visit?.page)
    #expect(page.title == "Ines" && page.when.contains("Thursday") && page.reminders.first?.at != nil)
    await session.back().value
    #expect(she.screen.dates?.coming.dated.map(\.title) == ["Ines"])
    #expect(she.screen.dates?.outside.first?.cover == page.reminders.first?.cover)
    await session.go(.write).value
    #expect(she.next?.title == "Ines")
  }

  @Test func aDayThatCantBeIsToldKindlyAndThePageStays() async throws {
    try await she.firstRun(herPin)
    await session.go(.dates).value
    await session.addVisit().value
    let fields = try #require(she.screen.visitFields)
    (fields.title, fields.when.choice) = ("Ines", .day)
    (fields.when.day.day, fields.when.day.month) = ("30", "2")
    await session.visitDone().value
    #expect(she.sees(.dateNoDay) && she.screen.visitFields === fields)
    fields.when.day.day = "28"
    fields.when.choice = .window
    (fields.when.from.hour, fields.when.to.hour) = ("14", "13")
    await session.visitDone().value
    #expect(she.sees(.dateNoOrder))
    fields.when.from.hour = "25"
    await session.visitDone().value
    #expect(she.sees(.dateNoTime))
    fields.when.from.hour = "08"
    fields.when.from.minute = "30"
    await session.visitDone().value
    #expect(she.screen.visitReminders?.page.visit.when == .window(day: "2026-02-28", from: "08:30", to: "13:00"))
  }

  @Test func nothingPutDownIsNoDate() async throws {
    try await she.firstRun(herPin)
    await session.go(.dates).value
    await session.addVisit().value
    await session.visitDone().value
    #expect(she.screen.dates?.coming.open.isEmpty == true && she.notice == nil)
  }

  @Test func whatSheWroteIsKeptWhenSheLeavesThePageAndAtClose() async throws {
    try await she.firstRun(herPin)
    await session.go(.dates).value
    await session.addVisit().value
    try #require(she.screen.visitFields).title = "Ines"
    await session.go(.notes).value
    #expect(she.sees(.visitKept))
    await session.go(.dates).value
    await session.open(try #require(she.screen.dates?.coming.open.first)).value
    await session.changeVisit().value
    let fields = try #require(she.screen.visitFields)
    (fields.title, fields.when.choice) = ("Pomegranate", .day)
    fields.when.day.set(try #require(CivilDay("2026-12-24")))
    await she.close()
    #expect(!holds(session, "Pomegranate"))
    try await she.unlock(herPin)
    await session.go(.dates).value
    #expect(she.screen.dates?.coming.dated.map(\.title) == ["Pomegranate"])
    #expect(she.screen.dates?.coming.open.isEmpty == true, "it was put down once")
  }

  @Test func aDateThatIsBeingKeptAtCloseIsPutDownOnce() async throws {
    try await she.firstRun(herPin)
    await session.go(.dates).value
    await session.addVisit().value
    let fields = try #require(she.screen.visitFields)
    (fields.title, fields.when.choice) = ("Ines", .toBeTold)
    let gate = Gate(at: .clocks, of: she.phone.device)
    let keeping = session.visitDone()
    await gate.reached()
    fields.who = "Dr Amin"
    let closed = session.close()
    gate.open()
    await keeping.value
    await closed.value
    try await she.unlock(herPin)
    await session.go(.dates).value
    #expect(she.screen.dates?.coming.open.map(\.title) == ["Ines"])
    await session.open(try #require(she.screen.dates?.coming.open.first)).value
    #expect(she.screen.visit?.page.visit.who == "Dr Amin")
  }

  @Test func aDateIsCalledOffAndOnAgainAndTakenOutAndHadBack() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.remind(.day, true).value
    await session.remindersDone().value
    await session.callOff(true).value
    #expect(she.sees(.visitIsCalledOff) && she.screen.visit?.page.visit.status == .calledOff)
    await session.undo().value
    #expect(she.sees(.visitUndone) && she.screen.visit?.page.visit.status == .planned)
    await session.removeVisit().value
    #expect(she.sees(.dateRemoved) && she.notice?.offersUndo == true)
    #expect(she.keeper.holds.isEmpty && she.screen.dates?.coming.dated.isEmpty == true)
    await session.undo().value
    #expect(she.screen.dates?.coming.dated.map(\.title) == ["Ines"])
  }

  @Test func oneOfThoseThatComeAgainIsMovedLeftOutAndPutBack() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Group", .time, day: (3, 12, 2026), at: (18, 0), often: "FREQ=WEEKLY")
    await session.remindersDone().value
    await session.open(try #require(she.screen.visit?.page.next.first { $0.day == "2026-12-10" })).value
    await session.moveVisit().value
    guard case .visitMove(_, let fields) = she.screen else { throw Robot.NotAsked() }
    let when = fields.when
    #expect(when.day.day == "10" && when.from.hour == "18")
    when.choice = .toBeTold
    await session.visitDone().value
    #expect(she.sees(.dateNoDay))
    (when.choice, when.day.day) = (.time, "11")
    await session.visitDone().value
    #expect(she.sees(.visitMoved) && she.screen.visit?.page.when.contains("Friday") == true)
    await session.leaveOut().value
    #expect(she.sees(.visitSkipped) && she.screen.visit?.page.visit.repeat?.skipped == ["2026-12-10"])
    await session.putBack(day: "2026-12-10").value
    #expect(she.sees(.dateIsPutBack) && she.screen.visit?.page.visit.repeat?.skipped == [])
  }

  @Test func oneThatIsBeingMovedIsMovedWhenSheLeavesThePageAndAtClose() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Group", .time, day: (3, 12, 2026), at: (18, 0), often: "FREQ=WEEKLY")
    await session.remindersDone().value
    await session.open(try #require(she.screen.visit?.page.next.first { $0.day == "2026-12-10" })).value
    for (day, isClose) in [("11", false), ("12", true)] {
      await session.moveVisit().value
      guard case .visitMove(_, let fields) = she.screen else { throw Robot.NotAsked() }
      fields.when.day.day = day
      if isClose {
        await she.close()
        try await she.unlock(herPin)
        await session.open(try #require(she.next)).value
      } else {
        await session.back().value
        #expect(she.sees(.visitMoved))
      }
      let moved = Moved(day: "2026-12-10", when: .at("2026-12-\(day)T18:00"))
      #expect(she.screen.visit?.page.visit.repeat?.moved == [moved])
    }
  }

  @Test func aMonthMarksItsDaysAndListsOneOfThem() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.go(.dates).value
    try await she.putDown("Mo", .day, day: (9, 1, 2027))
    await session.go(.month).value
    var month = try #require(she.screen.month)
    #expect(month.page.today == 1 && month.has(3) && !month.has(4))
    #expect(month.weeks.first == [nil, 1, 2, 3, 4, 5, 6] && month.weeks.count == 5)
    session.day(4)
    #expect(she.screen.month?.listed.isEmpty == true)
    session.day(4)
    await session.month(by: 1).value
    month = try #require(she.screen.month)
    #expect(month.page.year == 2027 && month.page.month == 1 && month.listed.map(\.title) == ["Mo"])
    await session.open(try #require(month.listed.first)).value
    await session.back().value
    #expect(she.screen.month?.page.month == 1)
  }

  @Test func herPlanAndWhatWasSaidAreKeptAsSheWritesThem() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.remindersDone().value
    await session.plan().value
    let plan = try #require(she.screen.plan)
    plan.say[0] = "The second thing"
    plan.say[1] = "The first thing"
    plan.move(1, by: -1)
    plan.helps(try #require(plan.list.first), true)
    plan.other = "Tea"
    await session.visitDone().value
    let kept = try #require(she.screen.visit?.page.visit.plan)
    #expect(kept.say == ["The first thing", "The second thing"] && kept.helps == [plan.list[0], "Tea"])
    await session.afterVisit().value
    try #require(she.screen.after).said = "Come back"
    await session.whichNote().value
    guard case .whichNote(_, _, let list) = she.screen else { throw Robot.NotAsked() }
    await session.choose(note: list.lines.first).value
    await she.close()
    try await she.unlock(herPin)
    await session.open(try #require(she.next)).value
    #expect(she.screen.visit?.page.after?.said == "Come back" && she.screen.visit?.noteTitle == herTitle)
    await session.openNoteOfVisit().value
    #expect(she.screen.page?.text == herText)
    await session.back().value
    #expect(she.screen.visit?.page.title == "Ines")
  }

  @Test func wordsAreCopiedAndNothingIsSent() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.remindersDone().value
    let phrase = try #require(she.screen.visit?.page.phrases.first)
    session.copyWords(phrase)
    #expect(she.handset.copied == [phrase.text] && she.sees(.dateCopied))
  }

  @Test func aMessageBecomesADateThatSheLooksAtFirst() async throws {
    try await she.firstRun(herPin)
    await session.go(.paste).value
    try #require(she.screen.pasting).text = "Hello there"
    await session.readMessage().value
    #expect(she.sees(.pasteNothing))
    try #require(she.screen.pasting).text = "Your appointment is on Thu 3 Dec 2026 at 09:10."
    await session.readMessage().value
    let found = try #require(she.screen.pasting?.found?.first)
    await session.take(found).value
    #expect(she.screen.visitFields?.when.from.hour == "09")
    await session.visitDone().value
    #expect(she.sees(.visitKept) && she.screen.visitReminders?.page.visit.when == .at("2026-12-03T09:10"))
  }

  @Test func whatSheHasOnThatDayAlreadyIsATapAway() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.go(.paste).value
    try #require(she.screen.pasting).text = "Your appointment on Thu 3 Dec 2026 at 09:10 is cancelled."
    await session.readMessage().value
    let known = try #require(she.screen.pasting?.found?.first?.known)
    #expect(known.map(\.title) == ["Ines"])
    await session.open(try #require(known.first)).value
    #expect(she.screen.visit?.page.title == "Ines")
    await session.back().value
    #expect(she.screen.pasting?.text.isEmpty == false && she.screen.pasting?.found?.first?.known == known)
    // What she takes out there is none that she has any more.
    await session.open(try #require(known.first)).value
    await session.removeVisit().value
    #expect(she.screen.pasting?.found?.first?.known.isEmpty == true)
  }

  @Test func aPlainNotebookHasDatesWithoutAPlan() async throws {
    try await she.firstRun(herPin, second: otherPin)
    await she.close()
    try await she.unlock(otherPin)
    try await she.putDown("Group", .day, day: (3, 12, 2026))
    await session.remindersDone().value
    let page = try #require(she.screen.visit?.page)
    #expect(page.phrases.isEmpty && page.aboutContact.isEmpty)
    await session.plan().value
    #expect(she.screen.plan?.list.isEmpty == true)
  }
}

/// What she does with dates.
extension Robot {
  var aDay: Int64 { 24 * 60 * 60 * 1000 }

  /// The next date, as the first page has it.
  var next: DateLine? {
    if case .write(let writing) = screen { writing.dates?.next } else { nil }
  }

  /// Puts down a date; the page of its reminders comes next.
  func putDown(
    _ title: String, _ choice: WhenChoice, day: (Int, Int, Int), at: (Int, Int)? = nil, often: String? = nil
  ) async throws {
    await session.go(.dates).value
    await session.addVisit().value
    let fields = try #require(screen.visitFields)
    fields.title = title
    fields.when.choice = choice
    (fields.when.day.day, fields.when.day.month, fields.when.day.year) = ("\(day.0)", "\(day.1)", "\(day.2)")
    if let at { (fields.when.from.hour, fields.when.from.minute) = ("\(at.0)", "\(at.1)") }
    fields.often = often
    await session.visitDone().value
    try #require(screen.visitReminders != nil)
  }
}
