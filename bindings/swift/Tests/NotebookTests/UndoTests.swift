import Notebook
import TestPhone
import Testing

@Suite final class UndoTests: WithOpenNotebook {
  @Test func aNewNoteGoesToTheBin() throws {
    let id = try book.write("a slip")
    #expect(try book.undoable() == .add)
    #expect(try book.undo() == .add)
    #expect(try book.read(id).binned)
    #expect(try book.undoable() == nil)
  }

  @Test func anEditComesBackAndForth() throws {
    let id = try book.write("first")
    try book.editNote(id: id, title: "new", text: "second")
    #expect(try book.undo() == .edit)
    #expect(try book.read(id).text == "first")
    #expect(try book.read(id).title == nil)
    #expect(try book.undo() == .edit)
    #expect(try book.read(id).text == "second")
  }

  @Test func pinBinAndRestoreAreTakenBack() throws {
    let id = try book.write("words")
    try book.setPinned(id: id, pinned: true)
    #expect(try book.undo() == .pin)
    #expect(try !book.read(id).pinned)
    try book.binNote(id: id)
    #expect(try book.undo() == .bin)
    #expect(try !book.read(id).binned)
    try book.binNote(id: id)
    try book.restoreNote(id: id)
    #expect(try book.undo() == .restore)
    #expect(try book.read(id).binned)
  }

  @Test func onceForgottenThereIsNothingToUndo() throws {
    let id = try book.write("first")
    try book.editNote(id: id, title: nil, text: "second")
    try book.forgetUndo()
    #expect(try book.undoable() == nil)
    #expect(throws: NotebookError.NotFound(what: .undo)) { try book.undo() }
    #expect(try book.read(id).text == "second")
  }
}
