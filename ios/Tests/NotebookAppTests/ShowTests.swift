import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Showing someone: what she looks at is what goes, byte for byte.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct ShowTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func whatIsCopiedIsWhatSheLookedAt() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await she.prepare(.text)
    let looked = she.previewed
    #expect(looked.contains("A window seat") && looked.contains("07700") && !looked.contains("Ines"))
    await session.give().value
    #expect(she.screen.textGiven == looked && she.handset.copied == [looked])
    she.handset.forgetCopied()
    await session.givenDone().value
    #expect(she.screen.card?.isEmpty == false && !holds(session, "07700"))
  }

  @Test func whatIsReadOutGoesALineAtATime() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await she.prepare(.aloud)
    let lines = try #require(she.screen.showing?.page.lines)
    #expect(lines.count > 2)
    await session.give().value
    #expect(try she.phone.notebooks.standing() == .open)
    for line in lines {
      #expect(she.screen.aloud?.line == line)
      session.line(by: 1)
    }
    #expect(she.screen.aloud != nil && she.screen.aloud?.line == nil)
    session.line(by: -1)
    #expect(she.screen.aloud?.line == lines.last)
    await session.givenDone().value
    #expect(she.screen.card != nil)
  }

  @Test func aPageIsSavedAndPrintedAsItIsAndGoesWhenSheLeaves() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    let paper = Paper()
    she.senses.printer = paper
    try await she.prepare(.page)
    await session.give().value
    let bytes = try #require(she.screen.pageGiven?.bytes)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(html.contains("A window seat") && html.hasPrefix("<!DOCTYPE html>"))
    await session.printPage().value
    #expect(she.sees(.pageGiven) && paper.printed == [bytes])
    await session.savePage().value
    #expect(session.shown.asks == .page)
    await session.chose(try she.folder()).value
    #expect(she.sees(.pageSaved))
    let file = try she.folder().appendingPathComponent("page.html")
    #expect(try Data(contentsOf: file) == bytes)
    #expect(!FileManager.default.fileExists(atPath: she.phone.path("scratch")), "it lay nowhere else")
    await session.savePage().value
    await session.chose(try she.folder()).value
    #expect(she.sees(.saveTaken) && session.shown.busy == nil)
    await session.savePage().value
    await session.chose(nil).value
    await session.givenDone().value
    #expect(she.screen.card != nil && !holds(session, "A window seat"))
  }

  @Test func whatSheDoesNotPrintIsNotSaidToBePrinted() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    #expect(!session.canPrint)
    let paper = Paper()
    paper.isLeft = true
    she.senses.printer = paper
    try await she.prepare(.page)
    await session.give().value
    await session.printPage().value
    #expect(she.notice == nil && paper.printed.isEmpty && she.screen.pageGiven != nil)
  }

  @Test func theFirstLineOfAPageIsHers() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await she.prepare(.page)
    #expect(she.previewed.hasPrefix(she.said(Name("shown-hide"))))
    await session.changeShowing().value
    let first = try #require(she.screen.showChange?.choices.first)
    (first.choice, first.own) = (.own, "Keep this for Dr Khan.")
    await session.changeShowingDone().value
    #expect(she.previewed.hasPrefix("Keep this for Dr Khan."))
    await session.changeShowing().value
    try #require(she.screen.showChange?.choices.first).choice = .nothing
    await session.back().value
    #expect(!she.previewed.contains("Keep this") && !she.previewed.hasPrefix(she.said(Name("shown-hide"))))
  }

  @Test func notNowShowsNothing() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    await session.showSomeone().value
    await session.showNotNow().value
    #expect(she.screen.card?.waits == false)
    await session.showSomeone().value
    await session.go(.notes).value
    #expect(throws: NotebookError.self) { try she.phone.notebooks.giveShowing(keepWords: false) }
    await session.go(.shown).value
    #expect(she.screen.shownLines?.lines.isEmpty == true)
  }

  @Test func aPageWaitsAndIsLookedAtAgain() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await she.prepare(.text)
    let looked = she.previewed
    await session.letShowingWait().value
    #expect(she.sees(.showIsWaiting) && she.screen.card?.waits == true)
    await she.close()
    try await she.unlock(herPin)
    await session.go(.card).value
    await session.showWaiting().value
    #expect(she.screen.showing?.request.way == .text && she.previewed == looked)
    await session.showNotNow().value
    await session.dropWaiting().value
    #expect(she.sees(.cardWaitsOff) && she.screen.card?.waits == false)
  }

  @Test func aPageThatWaitsIsNotReplacedUnasked() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await she.prepare(.text)
    await session.letShowingWait().value
    try await she.prepare(.screen)
    await session.letShowingWait().value
    #expect(session.shown.question != nil)
    #expect(try she.phone.notebooks.waitingShowing()?.way == .text)
    await session.answerYes().value
    #expect(she.sees(.showIsWaiting))
    #expect(try she.phone.notebooks.waitingShowing()?.way == .screen)
  }

  @Test func whoSheIsGoesOnlyWhereShePutIt() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await she.prepare(.text)
    await session.changeShowing().value
    await session.change { $0.put(.section(.about), on: true) }.value
    await session.change { $0.put(.section(.reach), on: false) }.value
    await session.changeShowingDone().value
    #expect(she.previewed.contains("Ines") && !she.previewed.contains("07700"))
    #expect(she.screen.showing?.heldBack.isEmpty == true)
  }

  @Test func partsOfANoteGoOnTheLongCard() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, "One grey heron.\n\nTwo white swans.")
    try await she.writeCard()
    try await she.prepare(.text)
    await session.changeShowing().value
    await session.notesToShow().value
    guard case .showNotes(_, _, let list) = she.screen else { throw Robot.NotAsked() }
    await session.partsOfNote(try #require(list.lines.first?.id)).value
    #expect(she.screen.notePart?.paragraphs == ["One grey heron.", "Two white swans."])
    session.paragraph(0, false)
    await session.putNote().value
    #expect(she.screen.showChange?.showing.request.form == .long)
    await session.changeShowingDone().value
    #expect(she.previewed.contains("Two white swans.") && !she.previewed.contains("heron"))
    await session.changeShowing().value
    await session.change { $0.form = .short }.value
    await session.changeShowingDone().value
    let told = she.screen.showing?.alsoOff.contains { $0.reason.contains("long card") }
    #expect(told == true && !she.previewed.contains("swans"))
  }

  @Test func aNoteAndAPlanAreShownFromTheirOwnPages() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await session.showNote().value
    #expect(she.previewed.contains(herText) && she.screen.showing?.request.form == .long)
    try await she.putDown("Ines", .day, day: (3, 12, 2026))
    await session.remindersDone().value
    await session.plan().value
    try #require(she.screen.plan).say[0] = "The first thing"
    await session.visitDone().value
    await session.showPlan().value
    #expect(she.previewed.contains("The first thing"))
    await session.changeShowing().value
    await session.change { $0 = .usual }.value
    await session.plansToShow().value
    guard case .showPlans(_, _, let plans) = she.screen else { throw Robot.NotAsked() }
    await session.put(try #require(plans.first)).value
    await session.changeShowingDone().value
    #expect(she.previewed.contains("The first thing"))
  }

  @Test func anEmptyPageIsNotGiven() async throws {
    try await she.firstRun(herPin)
    await session.go(.card).value
    await session.showSomeone().value
    #expect(she.screen.showing?.page.trouble != nil)
    await session.give().value
    #expect(she.screen.showing != nil && session.look.onScreen == .ten)
  }

  @Test func closeIsAtOnceFromEachOfThesePages() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.writeCard()
    _ = try await she.see("Dr Khan")
    for open in try pages() {
      try await open()
      she.handset.forgetCopied()
      let closing = session.close()
      #expect(she.screen.isBlank && !holds(session, "window seat"))
      await closing.value
      #expect(she.screen.isUnlock && !holds(session, "window seat"))
      try await she.unlock(herPin)
    }
  }

  private typealias Way = @MainActor () async throws -> Void

  /// How she gets to each of them.
  private func pages() throws -> [Way] {
    let places: [Place] = [.card, .myCard, .pastCards, .seen, .choices, .shown]
    let given = Notebook.Way.ofAPhone.map { way -> Way in
      {
        try await self.she.prepare(way)
        await self.session.give().value
      }
    }
    let gone = places.map { place -> Way in { await self.session.go(place).value } }
    return gone + given + [
      { try await self.she.openSection(.wants) },
      { await self.session.showSomeone().value },
      { try await self.changing() },
      {
        try await self.changing()
        await self.session.notesToShow().value
      },
      {
        await self.session.go(.shown).value
        await self.session.open(try #require(self.she.screen.shownLines?.lines.first)).value
      },
    ]
  }

  private func changing() async throws {
    try await she.prepare(.page)
    await session.changeShowing().value
  }
}

/// What she does to show something.
extension Robot {
  /// Gets her card ready by a way.
  func prepare(_ way: Way) async throws {
    await session.showSomeone().value
    await session.changeShowing().value
    await session.change { $0.way = way }.value
    await session.changeShowingDone().value
    try #require(screen.showing?.request.way == way)
  }

  /// What she looks at, as a text.
  var previewed: String { Self.joined(screen.showing?.page.paragraphs ?? []) }

  /// A page as the core puts it together from its paragraphs.
  static func joined(_ paragraphs: [Paragraph]) -> String {
    paragraphs.map { $0.heading + $0.rest }.joined(separator: "\n\n") + "\n"
  }
}
