import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// What becomes of what she wrote of a date, however she leaves its page.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct DateKeepingTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func whatTheCoreTakesForNoDateIsANoteAtClose() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.remindersDone().value
    await session.changeVisit().value
    let fields = try #require(she.screen.visitFields)
    fields.notes = String(repeating: "Pomegranate ", count: 1000)
    fields.bring = "My glasses"
    await she.close()
    try await she.unlock(herPin)
    await session.go(.notes).value
    await session.open(try #require(she.screen.lines?.lines.first?.id)).value
    let text = try #require(she.screen.page?.text)
    #expect(text.contains("Pomegranate") && text.contains("My glasses") && !text.contains("Ines"))
  }

  @Test func aFieldOfOneLineTakesNoMoreThanTheCoreDoes() async throws {
    try await she.firstRun(herPin)
    await session.go(.dates).value
    await session.addVisit().value
    let fields = try #require(she.screen.visitFields)
    fields.title = String(repeating: "\u{e9}", count: 150)
    #expect(fields.title.utf8.count == 200)
    await session.visitDone().value
    #expect(she.sees(.visitKept))
  }

  @Test func aReminderAtOneMomentGoesWithARuleAndTheDateIsKept() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Group", .day, day: (3, 12, 2026))
    await session.remind(.at("2026-12-02T09:00"), true).value
    await session.remind(.day, true).value
    await session.remindersDone().value
    await session.changeVisit().value
    try #require(she.screen.visitFields).often = "FREQ=WEEKLY"
    await session.visitDone().value
    #expect(she.sees(.visitKept) && she.screen.visit?.page.visit.reminders.map(\.lead) == [.day])
  }

  @Test func aYearOfTwoDigitsIsOneOfThisAge() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 26))
    #expect(she.screen.visitReminders?.page.visit.when == .day("2026-12-03"))
  }

  @Test func aTimeThatCantBeIsToldWhenSheLeaves() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.remindersDone().value
    for (name, told) in [("Ines", [Name.dateNoDay]), ("Mo", [.visitKept, .dateNoDay])] {
      await session.changeVisit().value
      let fields = try #require(she.screen.visitFields)
      (fields.title, fields.when.day.day) = (name, "31")
      fields.when.day.month = "2"
      await session.back().value
      #expect(she.notice?.text == told.map(she.said).joined(separator: " "))
      #expect(she.screen.visit?.page.visit.when == .day("2026-12-03") && she.screen.visit?.page.title == name)
    }
  }

  @Test func whatAMessageGaveIsKeptOnlyIfSheChangesItOrSaysSo() async throws {
    try await she.firstRun(herPin)
    try await takeOneOfAMessage()
    await session.go(.dates).value
    #expect(she.notice == nil && she.screen.dates?.coming.dated.isEmpty == true)
    try await takeOneOfAMessage()
    try #require(she.screen.visitFields).title = "Ines"
    await session.go(.dates).value
    #expect(she.sees(.visitKept) && she.screen.dates?.coming.dated.map(\.title) == ["Ines"])
  }

  @Test func aDateThatHoldsWordsIsAskedForBeforeItGoes() async throws {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.remindersDone().value
    await session.plan().value
    try #require(she.screen.plan).say[0] = "The first thing"
    await session.visitDone().value
    await session.removeVisit().value
    #expect(session.shown.question?.text == she.said(.dateRemoveWhat) && she.screen.visit != nil)
    await session.answerYes().value
    #expect(she.sees(.dateRemoved) && she.notice?.offersUndo == true)
  }

  private func takeOneOfAMessage() async throws {
    await session.go(.paste).value
    try #require(she.screen.pasting).text = "Your appointment is on Thu 3 Dec 2026 at 09:10."
    await session.readMessage().value
    await session.take(try #require(she.screen.pasting?.found?.first)).value
    try #require(she.screen.visitFields != nil)
  }
}
