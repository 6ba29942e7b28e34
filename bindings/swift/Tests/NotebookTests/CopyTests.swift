import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class CopyTests: WithOpenNotebook {
  @Test func aCopyComesBackOnAnotherPhone() throws {
    let (note, file) = try writeNoteWithPicture()
    try book.binNote(id: book.write("in the bin"))
    let made = try makeCopy()
    #expect(made.words.count == 12)
    #expect(made.holds.notes == 2 && made.holds.binned == 1 && made.holds.attachments == 1)
    #expect(made.holds.attachmentBytes == UInt64(cameraPicture.count))
    #expect([made.holds.made, made.holds.first, made.holds.last].allSatisfy { $0 == device.now })

    let other = try Phone.withOpenNotebook()
    let brings = Restored(
      made: device.now, new: 2, same: 0, differing: 0, deletedHere: 0, attachments: 1,
      people: 0, ownWords: 0, visits: 0, card: 0, choices: 0, receipts: 0)
    #expect(try other.notebooks.previewCopy(file: copy, words: typed(made.words), work: Work()) == brings)
    #expect(try other.notebooks.page().lines.isEmpty)
    #expect(try other.notebooks.restoreCopy(file: copy, words: typed(made.words), work: Work()) == brings)
    #expect(try other.notebooks.read(note).text == "with a picture")
    #expect(try other.notebooks.read(note).topics == ["garden"])
    #expect(try other.notebooks.binPage().lines.count == 1)
    let theirs = try other.notebooks.attachment(id: file, work: Work())
    #expect(try theirs == book.attachment(id: file, work: Work()))
  }

  @Test func whatIsHereStaysAndNothingComesTwice() throws {
    let (same, gone) = (try book.write("same"), try book.write("gone"))
    let changed = try book.write("as it was")
    let made = try makeCopy()
    try book.editNote(id: changed, title: nil, text: "as it is now")
    try book.deleteNoteForGood(id: gone)
    let restored = try book.restoreCopy(file: copy, words: typed(made.words), work: Work())
    #expect(restored.new == 0 && restored.same == 1 && restored.differing == 1 && restored.deletedHere == 1)
    #expect(try book.read(changed).text == "as it is now")
    #expect(try book.find("as it was").lines.count == 1)
    #expect(throws: NotebookError.NotFound(what: .note)) { try book.read(gone) }
    #expect(try book.read(same).text == "same")
    let again = try book.restoreCopy(file: copy, words: typed(made.words), work: Work())
    #expect(again.new == 0 && again.differing == 0)
  }

  @Test func noOneReadsItWithoutItsWords() throws {
    try book.write("pomegranate")
    let words = try makeCopy().words
    #expect(try contents(of: copy).range(of: Data("pomegranate".utf8)) == nil)
    let others = try book.makeRecovery()
    #expect(throws: NotebookError.WrongSecret) { try preview(others) }
    #expect(throws: NotebookError.NotUnderstood(what: .words)) { try preview(["hello"]) }
    let restore = { [self] in try book.restoreCopy(file: copy, words: typed(others), work: Work()) }
    #expect(throws: NotebookError.WrongSecret) { try restore() }
    #expect(try preview(words).same == 1)
  }

  @Test func aDamagedOneBringsNothing() throws {
    try book.write("words")
    let words = try makeCopy().words
    let whole = try contents(of: copy)
    try whole.dropLast(100).write(to: URL(fileURLWithPath: copy))
    let other = try Phone.withOpenNotebook()
    #expect(throws: NotebookError.Damaged(part: .copy)) {
      try other.notebooks.restoreCopy(file: copy, words: typed(words), work: Work())
    }
    #expect(try other.notebooks.page().lines.isEmpty)
    try Data("not a copy".utf8).write(to: URL(fileURLWithPath: copy))
    #expect(throws: NotebookError.NotUnderstood(what: .copy)) { try preview(words) }
    try FileManager.default.removeItem(atPath: copy)
    #expect(throws: NotebookError.File) { try preview(words) }
  }

  @Test func aFileThatIsThereIsNotWrittenOver() throws {
    try Data("hers".utf8).write(to: URL(fileURLWithPath: copy))
    #expect(throws: NotebookError.AlreadyThere) { try makeCopy() }
    #expect(try contents(of: copy) == Data("hers".utf8))
  }

  @Test func itTellsHowFarItIs() throws {
    for number in 0..<5 { try book.write("note \(number)") }
    let work = Work()
    let made = try book.makeCopy(file: copy, language: "en", work: work)
    #expect(work.howFar() == HowFar(done: made.holds.notes, total: made.holds.notes))
  }

  @Test func stoppedItLeavesNothing() throws {
    try book.write("words")
    let words = try makeCopy().words
    let stopped = Work()
    stopped.stop()
    #expect(throws: NotebookError.Stopped) {
      try book.makeCopy(file: phone.path("other.age"), language: "en", work: stopped)
    }
    #expect(throws: NotebookError.Stopped) {
      try book.openCopy(file: phone.path("open.zip"), allFiles: false, language: "en", work: stopped)
    }
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: phone.path("."))) == ["notebooks", "copy.age"])
    let other = try Phone.withOpenNotebook()
    #expect(throws: NotebookError.Stopped) {
      try other.notebooks.restoreCopy(file: copy, words: typed(words), work: stopped)
    }
    #expect(try other.notebooks.page().lines.isEmpty)
  }

  private var copy: String { phone.path("copy.age") }

  private func makeCopy() throws -> MadeCopy {
    try book.makeCopy(file: copy, language: "en", work: Work())
  }

  private func preview(_ words: [String]) throws -> Restored {
    try book.previewCopy(file: copy, words: typed(words), work: Work())
  }

  private func writeNoteWithPicture() throws -> (note: String, file: String) {
    let note = try book.write("with a picture", topics: ["garden"])
    return (note, try book.attach(id: note, name: "photo.jpg", bytes: cameraPicture))
  }
}
