import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// What she showed: a line about each, which she can delete.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct ReceiptTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  private func give(_ way: Way, keepingWords: Bool = false) async throws {
    try await she.prepare(way)
    session.keepShownWords(keepingWords)
    #expect(she.screen.showing?.keepsWords == keepingWords)
    await session.give().value
  }

  private func openFirst() async throws {
    await session.go(.shown).value
    await session.open(try #require(she.screen.shownLines?.lines.first)).value
  }

  @Test func aLineSaysWhatWentAndKeepsWordsOnlyIfSheAsks() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await give(.text)
    try await openFirst()
    #expect(she.screen.receipt?.words.isEmpty == true && she.screen.receipt?.ask != nil)
    try await give(.text, keepingWords: true)
    await session.go(.shown).value
    let lines = try #require(she.screen.shownLines?.lines)
    #expect(lines.count == 2)
    var words: [String] = []
    for line in lines {
      await session.open(line).value
      words += try #require(she.screen.receipt).words
      await session.back().value
    }
    #expect(words.filter { $0.contains("A window seat") }.count == 1 && she.screen.shownLines != nil)
  }

  @Test func sheAsksThemNotToUseIt() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await give(.page)
    try await openFirst()
    let words = try #require(she.screen.receipt?.ask)
    session.copyAsking()
    #expect(she.handset.copied == [words])
    await session.asked().value
    #expect(she.sees(.receiptEnded) && she.screen.receipt?.hasAsked == true)
  }

  @Test func aLineIsDeletedForGood() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    try await give(.aloud, keepingWords: true)
    try await openFirst()
    #expect(she.screen.receipt?.ask == nil, "they kept nothing")
    await session.deleteReceipt().value
    #expect(session.shown.question?.final == true)
    await session.answerYes().value
    #expect(she.sees(.receiptDeleted) && she.screen.shownLines?.lines.isEmpty == true)
  }

  @Test func moreOfThemComeByPages() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    let request = ShowRequest.usual
    for _ in 0..<51 {
      _ = try she.phone.notebooks.prepareShowing(language: "en", request: request)
      _ = try she.phone.notebooks.giveShowing(keepWords: false)
    }
    await session.go(.shown).value
    #expect(she.screen.shownLines?.lines.count == 50 && she.screen.shownLines?.more == true)
    await session.loadMore().value
    #expect(she.screen.shownLines?.lines.count == 51 && she.screen.shownLines?.more == false)
  }
}
