import Notebook
import TestPhone
import Testing

@Suite final class SearchTests: WithOpenNotebook {
  @Test(arguments: ["creme", "CRÈME brul", "zoe's", "brûlée zoë"])
  func wordsAreFoundByTheirBeginningsWhateverTheirAccents(typed: String) throws {
    let id = try book.write("Crème brûlée at Zoë's")
    try book.write("Something else")
    #expect(try book.search(language: "en", text: typed, topic: nil, after: nil).lines.map(\.id) == [id])
  }

  @Test(arguments: ["rème", "brulee soup", "", "\"*", "AND"])
  func whatIsNotThereIsNotFound(typed: String) throws {
    try book.write("Crème brûlée at Zoë's")
    #expect(try book.find(typed) == NoteList(lines: [], more: false))
  }

  @Test func theWordsAroundShowWhatWasFound() throws {
    let id = try book.write("We had crème brûlée at Zoë's.", title: "Dinner")
    let pieces = try book.around(id: id, text: "brul zoe")
    #expect(pieces.map(\.text).joined() == "We had crème brûlée at Zoë's.")
    #expect(pieces.filter(\.found).map(\.text).first == "brûlée")
    #expect(pieces.filter(\.found).count == 2)
    // Found in the title alone: there is nothing around it to show.
    #expect(try book.find("dinner").lines.map(\.id) == [id])
    #expect(try book.around(id: id, text: "dinner").isEmpty)
    #expect(throws: NotebookError.NotFound(what: .note)) { try book.around(id: noSuchId, text: "brul") }
  }

  @Test func onlyNotesOfTheTopic() throws {
    let id = try book.write("coach to the sea", topics: ["sea"])
    try book.write("coach to the town", topics: ["town"])
    #expect(try book.find("coach").lines.count == 2)
    #expect(try book.find("coach", topic: "Sea").lines.map(\.id) == [id])
    #expect(throws: NotebookError.NotFound(what: .topic)) { try book.find("coach", topic: "moon") }
  }

  @Test func hitsComeInPagesTheNewestFirst() throws {
    let written = try (0..<60).map { number in
      device.pass(ms: minute)
      return try book.write("coach number \(number)")
    }
    let first = try book.find("coach")
    let second = try book.find("coach", after: first.lines.last?.id)
    #expect(first.lines.count == 50 && first.more && !second.more)
    #expect((first.lines + second.lines).map(\.id) == written.reversed())
  }
}
