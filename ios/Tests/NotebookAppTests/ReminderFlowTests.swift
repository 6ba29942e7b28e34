import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Reminders from her choice to what the phone holds, over the real core.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct ReminderFlowTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func thePhoneAsksAfterOurPageAndOnlyIfSheSaysSo() async throws {
    try await she.firstRun(herPin)
    she.keeper.given = .notAsked
    try await she.putDown("Ines", .day, day: (9, 12, 2026))
    await session.remind(.day, true).value
    let question = try #require(session.shown.question)
    #expect(question.text == she.said(.remindersAllowWhat) && she.keeper.asked == 0)
    await session.answerNo().value
    #expect(she.keeper.asked == 0 && she.screen.visitReminders?.page.reminders.first?.about.isEmpty == false)
    await session.remind(.week, true).value
    await session.answerYes().value
    #expect(she.keeper.asked == 1 && she.sees(.remindersAllowed))
    #expect(she.screen.visitReminders?.page.reminders.allSatisfy { $0.at != nil } == true)
    #expect(she.keeper.holds.count == 2)
  }

  @Test func aNoIsTakenAndSaidWhereItMatters() async throws {
    try await she.firstRun(herPin)
    (she.keeper.given, she.keeper.answer) = (.notAsked, false)
    try await she.putDown("Ines", .day, day: (9, 12, 2026))
    await session.remind(.day, true).value
    await session.answerYes().value
    #expect(she.sees(.remindersRefused) && she.keeper.holds.isEmpty)
    await session.go(.write).value
    guard case .write(let writing) = she.screen else { throw Robot.NotAsked() }
    #expect(writing.dates?.missing.count == 1)
    await session.go(.dates).value
    #expect(she.screen.dates?.missing.map(\.title) == ["Ines"])
    // In the phone's own settings she lets it, and comes back.
    she.keeper.given = .given
    await session.remindersChanged().value
    #expect(she.screen.dates?.missing.isEmpty == true && she.keeper.holds.count == 1)
  }

  @Test func onlyTimeCoverTextAndSoundAreOutside() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Pomegranate", .time, day: (9, 12, 2026), at: (9, 10))
    await session.remind(.day, true).value
    await session.changeReminder(try #require(she.screen.visitReminders?.page.reminders.first)).value
    let fields = try #require(she.screen.reminder)
    (fields.cover, fields.sound) = ("Milk", true)
    await session.visitDone().value
    #expect(she.keeper.holds.map(\.cover) == ["Milk"] && she.keeper.holds.map(\.sound) == [true])
    #expect(try !outsideBytes().contains("Pomegranate") && outsideBytes().contains("Milk"))
    await session.remindNever().value
    #expect(she.keeper.holds.isEmpty && she.screen.visitReminders?.page.reminders.isEmpty == true)
  }

  @Test func timesOfHerOwnAreLookedAt() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (9, 10))
    try #require(she.screen.visitReminders).choice.minutes = "soon"
    await session.remindMinutesBefore().value
    #expect(she.sees(.dateNoTime))
    try #require(she.screen.visitReminders).choice.minutes = "90"
    await session.remindMinutesBefore().value
    let choice = try #require(she.screen.visitReminders).choice
    (choice.day.day, choice.time.hour, choice.time.minute) = ("8", "17", "")
    await session.remindAtOwnTime().value
    #expect(she.screen.visitReminders?.page.reminders.map(\.lead) == [.minutes(90), .at("2026-12-08T17:00")])
    #expect(she.keeper.holds.count == 2)
  }

  /// The notebook is closed at once after a date was taken out: nothing of it may come.
  @Test func nothingComesOfADateThatWasTakenOutAMomentBeforeClose() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (9, 10))
    await session.remind(.day, true).value
    await session.remindersDone().value
    let gate = Gate(at: .clocks, of: she.phone.device)
    let removing = session.removeVisit()
    await gate.reached()
    let closed = session.close()
    gate.open()
    await removing.value
    await closed.value
    #expect(she.keeper.holds.isEmpty && she.screen.isUnlock)
    try await she.unlock(herPin)
    #expect(she.next == nil)
  }

  @Test func closeAndARestartLeaveThemWhereTheyAre() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (9, 10))
    await session.remind(.day, true).value
    await she.close()
    #expect(she.keeper.holds.count == 1)
    she.keeper.lose()
    try await she.crash()
    #expect(she.keeper.holds.count == 1 && she.screen.isUnlock, "before any notebook is open")
  }

  @Test func bothNotebooksShareWhatThePhoneHolds() async throws {
    try await she.firstRun(herPin, second: otherPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (9, 10))
    await session.remind(.day, true).value
    await she.close()
    try await she.unlock(otherPin)
    #expect(she.keeper.holds.count == 1)
    await session.go(.dates).value
    #expect(she.screen.dates?.outside.count == 1 && she.screen.dates?.coming.dated.isEmpty == true)
    try await she.putDown("Group", .time, day: (9, 12, 2026), at: (10, 10))
    await session.remind(.day, true).value
    #expect(she.keeper.holds.count == 2)
  }

  @Test func afterAFlightTheMomentIsTheSame() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (15, 10))
    await session.remind(.day, true).value
    let before = she.keeper.holds
    she.phone.device.travel(to: "America/New_York")
    await session.remindersChanged().value
    #expect(she.keeper.holds == before && !before.isEmpty)
  }

  /// What would come in the night there comes before it.
  @Test func quietHoursAreThoseOfWhereverThePhoneIs() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (9, 10))
    await session.remind(.day, true).value
    let before = try #require(she.keeper.holds.first?.second)
    await session.remindersDone().value
    she.phone.device.travel(to: "America/New_York")
    await session.remindersChanged().value
    let after = try #require(she.keeper.holds.first?.second)
    #expect(she.keeper.holds.count == 1 && after < before)
    #expect(she.screen.visit?.page.reminders.first?.about.isEmpty == false)
  }

  @Test func deletingEverythingLetsThemGo() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (9, 10))
    await session.remind(.day, true).value
    await session.go(.more).value
    await session.deleteAll().value
    await session.answerYes().value
    #expect(she.screen.isFirst(.what) && she.keeper.holds.isEmpty)
    #expect(try outsideReminders(folder: she.phone.path("times")).isEmpty)
  }

  @Test func quietHoursAreHersAndOneCanBeTried() async throws {
    try await she.firstRun(herPin)
    await session.go(.reminders).value
    let fields = try #require(she.screen.reminderSettings)
    fields.hasQuiet = true
    (fields.from.hour, fields.from.minute, fields.morning.hour) = ("22", "30", "24")
    await session.keepReminderSettings().value
    #expect(she.sees(.dateNoTime))
    fields.morning.hour = "7"
    await session.keepReminderSettings().value
    #expect(she.sees(.settingSaved) && she.screen.reminderSettings?.from.minute == "30")
    await session.tryReminder().value
    #expect(she.sees(.remindersTried) && she.keeper.shown.count == 1)
    she.keeper.given = .refused
    await session.tryReminder().value
    #expect(she.sees(.remindersTriedNot) && she.keeper.shown.count == 1)
  }

  @Test func settingsAreKeptWhenSheLeavesThePageAndAtClose() async throws {
    try await she.firstRun(herPin)
    await session.go(.reminders).value
    try #require(she.screen.reminderSettings).morning.hour = "7"
    await session.back().value
    #expect(she.sees(.settingSaved))
    await session.go(.reminders).value
    #expect(she.screen.reminderSettings?.morning.hour == "07")
    await session.back().value
    #expect(she.notice == nil, "nothing was changed")
    await session.go(.reminders).value
    let fields = try #require(she.screen.reminderSettings)
    (fields.hasQuiet, fields.from.hour, fields.morning.hour) = (true, "22", "6")
    await she.close()
    try await she.unlock(herPin)
    await session.go(.reminders).value
    let kept = try #require(she.screen.reminderSettings)
    #expect(kept.hasQuiet && kept.from.hour == "22" && kept.morning.hour == "06")
    // What can be no time keeps her from leaving no page.
    kept.morning.hour = "24"
    await session.go(.reminders).value
    #expect(she.screen.reminderSettings?.morning.hour == "06")
  }

  /// The file of what is outside, as text.
  private func outsideBytes() throws -> String {
    let folder = she.phone.path("times")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let files = try names.map { try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent($0)) }
    return files.map { String(decoding: $0, as: UTF8.self) }.joined()
  }
}
