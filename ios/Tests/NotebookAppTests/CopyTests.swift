import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Copies, the question for one, and words that are shown once.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct CopyTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func aCopyIsOfferedOnceAndAgainAfterAllWasDeleted() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    #expect(she.screen.isOffer)
    await session.go(.notes).value
    try await she.open(herTitle)
    await session.deleteForGood(try #require(she.screen.page?.id)).value
    await session.answerYes().value
    #expect(she.titles.isEmpty)
    await she.write(herTitle, herText)
    #expect(she.isHome(), "the list was empty again, but she was asked before")
    try await she.crash()
    try await she.unlock(herPin)
    await she.write(herTitle, herText)
    #expect(she.isHome(), "nor at another start of the app")
    await session.deleteAll().value
    await session.answerYes().value
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    #expect(she.screen.isOffer)
  }

  @Test func aCopyWithoutAPlaceIsGone() async throws {
    try await she.firstRun(herPin)
    await session.go(.save).value
    await session.beforeSealedCopy().value
    await session.saveCopy().value
    await session.chose(nil).value
    #expect(session.shown.asks == nil && session.shown.busy == nil && she.screen.twelve == nil)
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
    _ = try await she.saveCopy()
  }

  @Test func aCopyNeverTakesThePlaceOfAnother() async throws {
    try await she.firstRun(herPin)
    let (copy, words) = try await she.saveCopy()
    await session.written().value
    let older = try Data(contentsOf: copy)
    await session.go(.save).value
    await session.beforeSealedCopy().value
    await session.saveCopy().value
    await session.chose(try she.folder()).value
    #expect(she.sees(.saveTaken) && she.notice?.trouble == true && she.screen.twelve == nil)
    #expect(try Data(contentsOf: copy) == older)
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
    #expect(try await she.lookInto(copy, words).bringsNothing)
  }

  @Test func aPlaceThatCanNotBeWrittenToIsTold() async throws {
    try await she.firstRun(herPin)
    await session.go(.save).value
    await session.beforeSealedCopy().value
    await session.saveCopy().value
    await session.chose(URL(fileURLWithPath: she.phone.path("not there"))).value
    #expect(she.notice?.trouble == true && she.screen.twelve == nil)
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
    _ = try await she.saveCopy()
  }

  @Test(arguments: [Place.write, .notes, .more])
  func theTwelveWordsAreNotLeftByASlip(place: Place) async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.recovery)
    await session.makeRecovery().value
    let words = try #require(she.screen.twelve).words
    await session.go(place).value
    let question = try #require(session.shown.question)
    #expect(question.yes == she.said(.saveWritten) && question.no == she.said(.twelveStay))
    #expect(question.text == she.said(.twelveOnce))
    await session.answerNo().value
    #expect(she.screen.twelve?.words == words)
    await session.back().value
    #expect(session.shown.question != nil)
    await session.answerYes().value
    #expect(she.screen.twelve == nil)
  }

  @Test func whatSheChoseIsTakenInAndGoesWhenSheLeaves() async throws {
    try await she.firstRun(herPin)
    let (copy, _) = try await she.saveCopy()
    await session.written().value
    await session.go(.bring).value
    await session.chooseCopy().value
    await session.chose(nil).value
    guard case .choose? = she.screen.bringing else { throw Robot.NotAsked() }
    await session.chooseCopy().value
    await session.chose(copy).value
    #expect(try files(in: she.phone.path("scratch")).count == 1)
    await session.back().value
    #expect(she.screen.isMore)
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
    #expect(FileManager.default.fileExists(atPath: copy.path), "hers stays where it is")
  }

  @Test func peopleAndHerOwnWordsComeBackToo() async throws {
    try await she.firstRun(herPin)
    _ = try she.phone.notebooks.addPerson(text: PersonText(name: "Ines", number: "0117 496 0000", note: ""))
    try she.phone.notebooks.setOwnTexts(texts: OwnTexts(words: "This will pass.", helps: ""))
    let (copy, words) = try await she.saveCopy()
    await session.written().value
    await session.deleteAll().value
    await session.answerYes().value
    try await she.firstRun(otherPin)
    let preview = try await she.lookInto(copy, words)
    let texts = Texts(pack: .full, language: "en")
    #expect(preview.said(in: texts) == [texts.count(.restoreOwnPeople, 1), texts[.restoreOwnWords]])
    #expect(!preview.bringsNothing)
    await session.bringBack().value
    #expect(try she.phone.notebooks.ownTexts().words == "This will pass.")
    #expect(try await she.lookInto(copy, words).bringsNothing)
  }

  @Test func whatACrashLeftOfACopyGoesAtTheNextStart() async throws {
    try await she.firstRun(herPin)
    await session.go(.save).value
    await session.beforeSealedCopy().value
    await session.saveCopy().value
    #expect(try files(in: she.phone.path("scratch")).count == 1)
    try await she.crash()
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
  }

  @Test func stoppingACopyIsToldAndLeavesNothing() async throws {
    try await she.firstRun(herPin)
    await session.go(.save).value
    await session.beforeSealedCopy().value
    let gate = Gate(at: .clocks, of: she.phone.device)
    let saving = session.saveCopy()
    await gate.reached()
    #expect(session.shown.busy?.canStop == true)
    session.stop()
    gate.open()
    await saving.value
    #expect(she.sees(.stopped) && session.shown.busy == nil)
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
  }
}
