import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// What can be done with a note and with lists.
@MainActor
@Suite struct NoteTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func aNoteIsKeptAtTheTop() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    session.choices(true)
    await session.pin(true).value
    #expect(she.sees(.notePinned) && she.screen.page?.pinned == true)
    await session.pin(false).value
    #expect(she.sees(.noteUnpinned) && she.screen.page?.pinned == false)
  }

  @Test func aLongListAndALongSearchGoOn() async throws {
    try await she.firstRun(herPin)
    for at in 0..<60 { try she.phone.notebooks.write("The bus was late.", title: "Note \(at)") }
    await session.go(.notes).value
    #expect(she.screen.lines?.more == true)
    await session.loadMore().value
    #expect(Set(she.titles).count == 60 && she.screen.lines?.more == false)
    await session.go(.find).value
    try #require(she.screen.finding).entry.text = "bus"
    await session.find().value
    await session.loadMore().value
    #expect(Set(she.titles).count == 60)
  }

  @Test func theBinIsEmptiedAfterOneQuestion() async throws {
    try await she.firstRun(herPin)
    for title in ["One", "Two"] {
      await she.write(title, herText)
      try await she.openFromNotes(title)
      await session.toBin().value
    }
    await session.go(.bin).value
    await session.emptyBin().value
    let question = try #require(session.shown.question)
    #expect(question.final && question.text.contains("2"))
    await session.answerYes().value
    await session.answerYes().value
    #expect(she.sees(.binEmptied) && she.titles.isEmpty)
  }

  @Test func anUndoThatIsNotOfferedAnyMoreIsForgotten() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    #expect(try she.phone.notebooks.undoable() == .add)
    await session.go(.notes).value
    #expect(try she.phone.notebooks.undoable() == nil)
  }

  @Test func anUndoOfANewNoteSaysThatItIsInTheBin() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    await session.undo().value
    #expect(she.sees(.noteBinned))
    await session.go(.bin).value
    #expect(she.titles == [herTitle])
  }

  @Test func anEmptyPageIsNoNote() async throws {
    try await she.firstRun(herPin)
    she.type(text: "  ")
    await session.go(.notes).value
    #expect(she.titles.isEmpty && she.notice == nil)
  }

  @Test func everyPlaceOpensAndOneStepBackLeadsOn() async throws {
    try await she.firstRun(herPin)
    for place in Place.allCases {
      await session.go(place).value
      #expect(she.notice?.trouble != true)
      let home = she.screen.place
      await session.back().value
      let bar: [Place?] = [.write, .notes, .dates, .card, .rightNow]
      #expect(home == .more && she.screen.isMore || bar.contains(she.screen.place))
    }
  }

  @Test func howItLooksIsKeptOutsideOfTheNotebook() async throws {
    try await she.firstRun(herPin)
    #expect(session.look == Look())
    await session.choose(Look(size: .large, colours: .dark)).value
    try await she.crash()
    #expect(session.look == Look(size: .large, colours: .dark))
    try Data("size=huge\ncolours".utf8).write(to: URL(fileURLWithPath: she.phone.path("look")))
    try await she.crash()
    #expect(session.look == Look(), "what is not understood is as on a new phone")
  }

  @Test func whatSheDoesIsDoneInOrderHoweverQuickSheIs() async throws {
    try await she.firstRun(herPin)
    she.type(text: herText)
    session.done()
    session.go(.more)
    session.go(.save)
    await session.beforeSealedCopy().value
    #expect(she.screen.outgoing != nil)
  }
}
