import Notebook
import TestPhone
import Testing

@Suite final class DraftTests: WithOpenNotebook {
  @Test func halfANoteOutlivesALock() throws {
    #expect(try book.newDraft() == nil)
    try book.saveDraft(id: nil, title: nil, text: "half a")
    try book.saveDraft(id: nil, title: "so far", text: "half a thought")
    try book.lock()
    #expect(throws: NotebookError.Locked) { try book.newDraft() }
    try book.unlock(pin: firstPin)
    #expect(try book.newDraft() == DraftText(title: "so far", text: "half a thought"))
    #expect(try book.page().lines.isEmpty)
  }

  @Test func aSavedNoteIsNoDraftAnyMore() throws {
    try book.saveDraft(id: nil, title: nil, text: "half a thought")
    try book.write("a whole thought")
    #expect(try book.newDraft() == nil)
  }

  @Test func anEditNotSavedIsKeptBesideTheNote() throws {
    let id = try book.write("as it is")
    try book.saveDraft(id: id, title: nil, text: "as it may be")
    try book.lock()
    try book.unlock(pin: firstPin)
    #expect(try book.read(id).text == "as it is")
    #expect(try book.read(id).draft == DraftText(title: nil, text: "as it may be"))
    try book.editNote(id: id, title: nil, text: "as it may be")
    #expect(try book.read(id).draft == nil)
  }

  @Test func oneThatSaysTheSameIsNotShown() throws {
    let id = try book.write("as it is")
    try book.saveDraft(id: id, title: nil, text: "as it is")
    #expect(try book.read(id).draft == nil)
  }

  @Test func discardedIsGone() throws {
    let id = try book.write("words")
    try book.saveDraft(id: nil, title: nil, text: "of a new one")
    try book.saveDraft(id: id, title: nil, text: "of a note")
    try book.discardDraft(id: id)
    #expect(try book.read(id).draft == nil)
    #expect(try book.newDraft()?.text == "of a new one")
    try book.discardDraft(id: nil)
    #expect(try book.newDraft() == nil)
  }
}
