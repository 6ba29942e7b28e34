import Notebook
import TestPhone
import Testing

@Suite final class NoteTests: WithOpenNotebook {
  @Test func aNoteComesBackAsItWasWritten() throws {
    let text = "Zoë's 🌱\n  two lines, \"quoted\""
    let id = try book.addNote(title: "First", text: text, topics: ["garden"])
    #expect(id.count == 32 && id.allSatisfy(\.isHexDigit))
    let note = try book.note(language: "en", id: id)
    #expect(note.id == id)
    #expect(note.title == "First")
    #expect(note.text == text)
    #expect(unmarked(note.date) == "Tuesday 1 December 2026, 9:10 in the morning")
    #expect(note.topics == ["garden"])
    #expect(note.allTopics == ["garden"])
    #expect(note.draft == nil && note.attachments.isEmpty && note.versions == 0)
    #expect(!note.pinned && !note.binned && !note.keepsHistory)
  }

  @Test func aLineHoldsNothingOfTheText() throws {
    let id = try book.write("private words", topics: ["garden"])
    let line = try #require(book.notes(language: "en", topic: nil, after: nil).lines.first)
    #expect(line.id == id)
    #expect(line.title == nil)
    #expect(line.topics == ["garden"])
    #expect(unmarked(line.date) == "Tuesday 1 December, 9:10 in the morning")
    #expect(!line.pinned && line.attachments == 0)
    #expect(!"\(line)".contains("private"))
  }

  @Test func pagesOfFiftyFollowOneAnother() throws {
    let written = try (0..<120).map { number in
      device.pass(ms: minute)
      return try book.write("note \(number)")
    }
    var seen: [String] = []
    for (count, more) in [(50, true), (50, true), (20, false)] {
      let page = try book.page(after: seen.last)
      #expect(page.lines.count == count)
      #expect(page.more == more)
      seen += page.lines.map(\.id)
    }
    #expect(seen == written.reversed())
    #expect(try book.page(after: seen.last).lines.isEmpty)
  }

  @Test func anEditTakesThePlaceOfTheWords() throws {
    let id = try book.write("first words", title: "title")
    try book.editNote(id: id, title: nil, text: "other words")
    let note = try book.read(id)
    #expect(note.title == nil)
    #expect(note.text == "other words")
    #expect(try book.find("first").lines.isEmpty)
    #expect(try book.find("other").lines.map(\.id) == [id])
  }

  @Test func aPinnedNoteStandsFirst() throws {
    let old = try book.write("old")
    device.pass(ms: minute)
    let new = try book.write("new")
    try book.setPinned(id: old, pinned: true)
    #expect(try book.page().lines.map(\.id) == [old, new])
    #expect(try book.page().lines.map(\.pinned) == [true, false])
    #expect(try book.read(old).pinned)
    try book.setPinned(id: old, pinned: false)
    #expect(try book.page().lines.map(\.id) == [new, old])
  }

  @Test func whatIsNotThereIsSaidSo() throws {
    let gone = NotebookError.NotFound(what: .note)
    #expect(throws: gone) { try book.read(noSuchId) }
    #expect(throws: gone) { try book.editNote(id: noSuchId, title: nil, text: "") }
    #expect(throws: gone) { try book.setPinned(id: noSuchId, pinned: true) }
    #expect(throws: gone) { try book.page(after: noSuchId) }
  }

  /// An id that is none is an error like others, not a fault of the program.
  @Test(arguments: ["", "zz", "0123", String(repeating: "é", count: 16)])
  func whatIsNoIdIsNotUnderstood(id: String) throws {
    #expect(throws: NotebookError.NotUnderstood(what: .id)) { try book.read(id) }
    #expect(throws: NotebookError.NotUnderstood(what: .id)) { try book.page(after: id) }
    #expect(throws: NotebookError.NotUnderstood(what: .id)) { try book.removeAttachment(id: id) }
  }

  @Test func whatIsTooLongIsNotTaken() throws {
    let long = String(repeating: "x", count: 33 << 20)
    #expect(throws: NotebookError.TooLarge(what: .text)) { try book.write(long) }
    #expect(try book.page().lines.isEmpty)
  }

  @Test func aCopyIsOfferedOnceInANotebook() throws {
    try book.write("words")
    #expect(try book.offerCopy())
    try book.lock()
    try book.unlock(pin: firstPin)
    #expect(try !book.offerCopy())
  }
}
