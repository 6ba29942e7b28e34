import Foundation
import Notebook
import TestPhone
import Testing

/// Showing someone: what she looks at is what goes, and a line says that it went.
@Suite final class ShowTests: WithOpenNotebook {
  private let short = ShowRequest(
    person: nil, way: .screen, form: .short, with: [], without: [], pieces: [], first: .usual)

  private func writeCard() throws {
    var card = try book.card(language: "en").card
    card.wants = [.own("Help with sleep")]
    card.allergies = "Penicillin"
    try book.setCard(card: card)
  }

  private func text(_ page: ShowPage) -> String {
    page.paragraphs.map { $0.heading + $0.rest }.joined(separator: "\n\n") + "\n"
  }

  @Test func whatSheLooksAtIsWhatGoes() throws {
    try writeCard()
    for way in [Way.screen, .aloud, .text, .page] {
      var request = short
      request.way = way
      request.form = .long
      let page = try book.prepareShowing(language: "en", request: request)
      #expect(page.trouble == nil && page.before.count == 3)
      let given = try book.giveShowing(keepWords: false)
      let went = String(decoding: given.bytes, as: UTF8.self)
      switch way {
      case .aloud: #expect(went == page.lines.joined(separator: "\n") + "\n")
      case .page: #expect(went.hasPrefix("<!DOCTYPE html>") && given.fileName == "page.html")
      default: #expect(went == text(page))
      }
    }
    #expect(throws: NotebookError.NotFound(what: .receipt)) { try book.giveShowing(keepWords: false) }
    #expect(try book.shown(language: "en", before: nil).lines.count == 4)
  }

  @Test func whatIsReadyGoesWithTheKey() throws {
    try writeCard()
    _ = try book.prepareShowing(language: "en", request: short)
    try book.lock()
    try book.unlock(pin: firstPin)
    #expect(throws: NotebookError.NotFound(what: .receipt)) { try book.giveShowing(keepWords: false) }
    _ = try book.prepareShowing(language: "en", request: short)
    try book.putShowingAway()
    #expect(throws: NotebookError.NotFound(what: .receipt)) { try book.giveShowing(keepWords: false) }
  }

  @Test func partsOfANoteAndAPlanArePutOn() throws {
    try writeCard()
    let note = try book.addNote(title: nil, text: "At home.\n\nAt work.", topics: [])
    #expect(try book.noteParagraphs(id: note) == ["At home.", "At work."])
    var visit = book.newVisit()
    visit.title = "Nurse"
    visit.plan = VisitPlan(say: ["The letter"], helps: [], notAsk: "")
    let plan = try book.addVisit(visit: visit)
    #expect(try book.plansToShow(language: "en") == [PlanOption(id: plan, title: "Nurse")])
    _ = try book.setChoice(person: nil, what: .section(.medicines), shows: .never, last: nil)
    var request = short
    request.form = .long
    request.with = [.note(note), .plan(plan)]
    request.pieces = [NotePiece(note: note, paragraphs: [2])]
    let page = try book.prepareShowing(language: "en", request: request)
    #expect(text(page).contains("At work.") && text(page).contains("The letter"))
    #expect(!text(page).contains("At home.") && !text(page).contains("Penicillin"))
    let held = try #require(page.parts.first { $0.part == .section(.medicines) })
    #expect(!held.isOn && !held.canChange && !held.reason.isEmpty)
  }

  @Test func aPageWaits() throws {
    try writeCard()
    #expect(try book.waitingShowing() == nil)
    try book.letShowingWait(request: short)
    #expect(try book.card(language: "en").waits)
    #expect(try book.waitingShowing() == short)
    try book.forgetWaitingShowing()
    #expect(try book.waitingShowing() == nil)
  }

  @Test func aLineIsEndedOnceAndDeleted() throws {
    try writeCard()
    var request = short
    request.way = .text
    _ = try book.prepareShowing(language: "en", request: request)
    let id = try book.giveShowing(keepWords: true).receipt
    let page = try book.receipt(language: "en", id: id)
    #expect(page.line.id == id && !page.hasAsked && page.ask != nil)
    #expect(page.words.contains { $0.contains("Penicillin") })
    try book.endReceipt(id: id)
    #expect(try book.receipt(language: "en", id: id).hasAsked)
    try book.deleteReceipt(id: id)
    #expect(throws: NotebookError.self) { try book.receipt(language: "en", id: id) }
  }
}
