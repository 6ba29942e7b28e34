import Notebook
import TestPhone
import Testing

/// What an app does when it leaves the screen and comes back. iOS ends a sleeping app that holds a file
/// locked, so nothing may be held then.
@Suite final class SleepTests: WithOpenNotebook {
  @Test func aSleepingNotebookShowsNothingUntilItIsWoken() throws {
    let id = try book.write("kept")
    try book.suspend()
    #expect(try book.standing() == .resting)
    #expect(throws: NotebookError.Locked) { try book.read(id) }
    try book.suspend()
    try book.idle()
    try book.resume()
    #expect(try book.standing() == .open)
    #expect(try book.read(id).text == "kept")
  }

  @Test func anotherWindowHasItInTurn() throws {
    let other = phone.otherWindow()
    #expect(throws: NotebookError.InUse) { try other.unlock(pin: firstPin) }
    try book.suspend()
    try other.unlock(pin: firstPin)
    #expect(throws: NotebookError.InUse) { try book.resume() }
    #expect(try book.standing() == .resting)
    let id = try other.write("from the other window")
    try other.lock()
    try book.resume()
    #expect(try book.read(id).text == "from the other window")
  }

  @Test func lockingWhileItSleepsLocks() throws {
    try book.suspend()
    try book.lock()
    #expect(try book.standing() == .locked)
    try book.resume()
    #expect(try book.standing() == .locked)
    try book.unlock(pin: firstPin)
  }

  /// After a wrong PIN nothing is open, but the keyring is at hand: it must be let go of all the same.
  @Test func aNumberPadThatSleepsHoldsNothing() throws {
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: wrongPin) }
    try book.suspend()
    let other = phone.otherWindow()
    try other.unlock(pin: firstPin)
    try other.lock()
    try book.resume()
    #expect(try book.standing() == .locked)
    try book.unlock(pin: firstPin)
  }
}
