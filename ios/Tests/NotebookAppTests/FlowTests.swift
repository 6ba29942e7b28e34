import Foundation
import Notebook
import Testing

@testable import NotebookApp

/// What she does from the first day to the last.
@MainActor
@Suite struct FlowTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func oneNotebookFromTheFirstRunToAnotherBeginning() async throws {
    try await she.firstRun(herPin)
    try await writeCloseUnlock()
    try await findIt()
    try await binAndBack()
    let (copy, words) = try await she.saveCopy()
    #expect(words.count == 12)
    await session.written().value
    try await deleteEverything()
    try await she.firstRun(otherPin)
    try await bringBack(copy, words.joined(separator: " "))
    try await she.open(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  private func writeCloseUnlock() async throws {
    await she.write(herTitle, herText)
    #expect(she.screen.isOffer)
    await session.go(.write).value
    await she.close()
    try await she.unlock(herPin)
  }

  private func findIt() async throws {
    await session.go(.find).value
    try #require(she.screen.finding).entry.text = "heron"
    await session.find().value
    #expect(she.titles == [herTitle])
    let found = try #require(she.screen.finding)
    #expect(found.around.isEmpty, "words around a hit show only after a tap")
    let id = try #require(found.found?.lines.first?.id)
    await session.around(id).value
    let around = try #require(she.screen.finding?.around[id])
    #expect(around.map(\.text).joined().contains("heron stood"))
    #expect(around.filter(\.found).map(\.text) == ["heron"])
  }

  private func binAndBack() async throws {
    try await she.openFromNotes(herTitle)
    await session.toBin().value
    #expect(she.sees(.noteBinned) && she.titles.isEmpty)
    await session.undo().value
    #expect(she.sees(.noteUndone))
    try await she.open(herTitle)
    await session.toBin().value
    await session.go(.bin).value
    let id = try #require(she.screen.lines?.lines.first?.id)
    await session.putBack(id).value
    #expect(she.sees(.noteRestored) && she.titles.isEmpty)
  }

  private func deleteEverything() async throws {
    await session.go(.more).value
    await session.deleteAll().value
    #expect(session.shown.question?.text == she.said(.goneWhat))
    await session.answerNo().value
    #expect(session.shown.question == nil && she.screen.isMore)
    await session.deleteAll().value
    await session.answerYes().value
    #expect(she.sees(.wipeDone))
    #expect(she.screen.isFirst(.what))
  }

  private func bringBack(_ copy: URL, _ words: String) async throws {
    await session.go(.bring).value
    await session.chooseCopy().value
    #expect(session.shown.asks == .copy)
    await session.chose(copy).value
    guard case .words(let entry)? = she.screen.bringing else { throw Robot.NotAsked() }
    entry.text = "not the right words"
    await session.previewCopy().value
    #expect(she.sees(.errorWrongWords))
    entry.text = words
    await session.previewCopy().value
    guard case .preview(let preview)? = she.screen.bringing else { throw Robot.NotAsked() }
    #expect(preview.new == 1)
    await session.bringBack().value
    #expect(she.sees(.restoreDone))
  }

  @Test func twoNotebooksDoNotShowEachOther() async throws {
    try await she.firstRun(herPin, second: otherPin)
    await she.write(herTitle, herText)
    await she.close()
    try await she.unlock(otherPin)
    await session.go(.notes).value
    #expect(she.titles.contains("Basil") && !she.titles.contains(herTitle))
    await she.write("Fern", "Water it.")
    await she.close()
    try await she.unlock(herPin)
    await session.go(.notes).value
    #expect(she.titles == [herTitle])
  }

  @Test func whatIsTypedAtCloseIsANoteAndHomeNeverShowsOldWords() async throws {
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: herText)
    await she.close()
    try await she.unlock(herPin)
    #expect(she.isHome())
    try await she.openFromNotes(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  @Test func aChangeIsKeptAndCanBeTakenBack() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await session.edit().value
    she.type(text: "Another text.")
    await session.editDone().value
    #expect(she.sees(.noteChanged) && she.screen.page?.text == "Another text.")
    await session.undo().value
    #expect(she.sees(.noteUndone) && she.screen.page?.text == herText)
    await session.edit().value
    she.type(text: "A third text.")
    await session.asItWas().value
    #expect(she.sees(.noteUndone) && she.screen.page?.text == herText)
    #expect(she.screen.page?.draft == nil)
    #expect(she.notice?.offersUndo == true)
    await session.undo().value
    guard case .edit(_, let writing) = she.screen else { throw Robot.NotAsked() }
    #expect(writing.text == "A third text.")
    await session.editDone().value
    #expect(she.screen.page?.text == "A third text.")
  }

  @Test func theTextOlderThanAChangeComesBackIfItIsKept() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    await session.go(.keep).value
    await session.keepTexts(true).value
    #expect(she.sees(.settingHistoryOn))
    try await she.openFromNotes(herTitle)
    await session.edit().value
    she.type(text: "Another text.")
    await session.editDone().value
    await session.earlier().value
    let line = try #require(she.screen.earlier?.lines.first)
    await session.openEarlier(line).value
    #expect(she.screen.earlier?.open?.text.text == herText)
    await session.back().value
    #expect(she.screen.earlier?.open == nil)
    await session.openEarlier(line).value
    await session.useEarlier().value
    #expect(she.sees(.historyRestored) && she.screen.page?.text == herText)
    await session.earlier().value
    await session.clearEarlier().value
    await session.answerYes().value
    #expect(she.sees(.historyCleared) && she.screen.page?.versions == 0)
  }

  @Test func writeOnTheBarKeepsWhatIsThereAndGivesAnEmptyPage() async throws {
    try await she.firstRun(herPin)
    she.type(text: herText)
    await session.go(.write).value
    #expect(she.screen.isOffer)
    await session.go(.write).value
    she.type(text: "A second text.")
    await session.go(.write).value
    #expect(she.sees(.writeDone) && she.isHome())
    await session.go(.notes).value
    #expect(she.titles.count == 2)
  }

  @Test func newWordsAtCloseAreThereAtTheNextOpeningAndCanBeTakenBack() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await session.edit().value
    she.type(text: "Another text.")
    await she.close()
    try await she.unlock(herPin)
    try await she.openFromNotes(herTitle)
    #expect(she.sees(.noteChanged) && she.screen.page?.text == "Another text.")
    await session.undo().value
    #expect(she.screen.page?.text == herText)
  }
}
