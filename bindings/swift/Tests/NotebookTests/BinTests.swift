import Notebook
import TestPhone
import Testing

@Suite final class BinTests: WithOpenNotebook {
  @Test func aNoteInTheBinIsOutOfSightAndComesBack() throws {
    let id = try book.write("some words")
    device.pass(ms: 5 * minute)
    try book.binNote(id: id)
    #expect(try book.page().lines.isEmpty)
    #expect(try book.find("some").lines.isEmpty)
    #expect(try book.read(id).binned)
    // The bin says when it was put there.
    let line = try #require(book.bin(language: "en", after: nil).lines.first)
    #expect(unmarked(line.date) == "Tuesday 1 December, 9:15 in the morning")
    try book.restoreNote(id: id)
    #expect(try book.page().lines.map(\.id) == [id])
    #expect(try book.binPage().lines.isEmpty)
  }

  @Test func theBinHasPagesTooTheNewestInItFirst() throws {
    let binned = try (0..<60).map { number in
      let id = try book.write("note \(number)")
      device.pass(ms: 1)
      try book.binNote(id: id)
      return id
    }
    let first = try book.binPage()
    let second = try book.binPage(after: first.lines.last?.id)
    #expect(first.more && !second.more)
    #expect((first.lines + second.lines).map(\.id) == binned.reversed())
  }

  @Test func deletedForGoodIsGoneFromEverything() throws {
    try book.setKeepsHistory(on: true)
    let id = try book.write("pomegranate", topics: ["fruit"])
    try book.editNote(id: id, title: nil, text: "pomegranate again")
    try book.saveDraft(id: id, title: nil, text: "pomegranate draft")
    try book.deleteNoteForGood(id: id)
    #expect(throws: NotebookError.NotFound(what: .note)) { try book.read(id) }
    #expect(throws: NotebookError.NotFound(what: .note)) { try book.restoreNote(id: id) }
    #expect(try book.find("pomegranate").lines.isEmpty)
    #expect(try book.topics().isEmpty)
    #expect(try book.undoable() == nil)
  }

  @Test func emptyingTheBinLeavesTheRest() throws {
    let kept = try book.write("kept")
    for number in 0..<3 { try book.binNote(id: book.write("note \(number)")) }
    #expect(try book.emptyBin() == 3)
    #expect(try book.emptyBin() == 0)
    #expect(try book.binPage().lines.isEmpty)
    #expect(try book.page().lines.map(\.id) == [kept])
  }
}
