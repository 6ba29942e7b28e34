import Notebook
import TestPhone
import Testing

@Suite final class HistoryTests: WithOpenNotebook {
  @Test func nothingIsKeptUntilSheTurnsItOn() throws {
    #expect(try !book.keepsHistory())
    let id = try book.write("first")
    try book.editNote(id: id, title: nil, text: "second")
    #expect(try book.earlierTexts(language: "en", id: id).isEmpty)
    try book.setKeepsHistory(on: true)
    #expect(try book.keepsHistory())
    try book.editNote(id: id, title: nil, text: "third")
    #expect(try book.earlierText(id: id, number: 1) == DraftText(title: nil, text: "second"))
  }

  @Test func earlierTextsAreListedTheNewestFirst() throws {
    let id = try writeThreeTimes()
    let earlier = try book.earlierTexts(language: "en", id: id)
    #expect(earlier.map(\.number) == [2, 1])
    #expect(
      earlier.map { unmarked($0.date) } == [
        "Tuesday 1 December 2026, 9:20 in the morning", "Tuesday 1 December 2026, 9:10 in the morning",
      ])
    #expect(try book.read(id).versions == 2)
    #expect(try book.read(id).keepsHistory)
    #expect(try book.earlierText(id: id, number: 1) == DraftText(title: "one", text: "first"))
    #expect(throws: NotebookError.NotFound(what: .version)) { try book.earlierText(id: id, number: 3) }
  }

  @Test func anEarlierTextComesBackAndTheOtherIsKept() throws {
    let id = try writeThreeTimes()
    try book.restoreText(id: id, number: 1)
    #expect(try book.read(id).title == "one")
    #expect(try book.read(id).text == "first")
    #expect(try book.earlierText(id: id, number: 3).text == "third")
  }

  @Test func clearedIsGoneOfOneNoteOrOfAll() throws {
    let (one, two, three) = (try writeThreeTimes(), try writeThreeTimes(), try writeThreeTimes())
    try book.setKeepsHistory(on: false)
    try book.clearHistory(id: one)
    #expect(try [one, two, three].map { try book.read($0).versions } == [0, 2, 2])
    try book.clearHistory(id: nil)
    #expect(try [one, two, three].map { try book.read($0).versions } == [0, 0, 0])
    // Undo would bring an earlier text back.
    #expect(try book.undoable() == nil)
    #expect(try book.read(two).text == "third")
  }

  private func writeThreeTimes() throws -> String {
    try book.setKeepsHistory(on: true)
    let id = try book.write("first", title: "one")
    for text in ["second", "third"] {
      device.pass(ms: 10 * minute)
      try book.editNote(id: id, title: nil, text: text)
    }
    return id
  }
}
