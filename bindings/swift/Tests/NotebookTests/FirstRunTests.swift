import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class FirstRunTests {
  let phone: Phone
  var book: Notebooks { phone.notebooks }

  init() throws {
    phone = try Phone()
  }

  @Test func atFirstThereIsNothing() throws {
    #expect(try book.standing() == Standing.unmade)
    #expect(throws: NotebookError.NoNotebook) { try book.unlock(pin: firstPin) }
    #expect(throws: NotebookError.NoNotebook) { try book.wipe() }
    #expect(throws: NotebookError.Locked) { try book.page() }
    #expect(!FileManager.default.fileExists(atPath: phone.folder))
  }

  /// An app calls these as it comes and goes, whatever is there.
  @Test func comingAndGoingBeforeTheFirstRunDoesNothing() throws {
    try book.idle()
    try book.suspend()
    try book.resume()
    try book.lock()
    #expect(try book.standing() == Standing.unmade)
  }

  @Test func oneNotebookIsEmptyAndHers() throws {
    try book.make(pin: firstPin, pack: .full, secondPin: nil, language: "en")
    #expect(try book.standing() == .locked)
    try book.unlock(pin: firstPin)
    #expect(try book.standing() == .open)
    #expect(try book.pack() == .full)
    #expect(try book.page() == NoteList(lines: [], more: false))
  }

  @Test func aPlainNotebookBeginsWithPlants() throws {
    try book.make(pin: firstPin, pack: .plain, secondPin: nil, language: "en")
    try book.unlock(pin: firstPin)
    #expect(try book.pack() == .plain)
    let titles = try book.page().lines.map(\.title)
    #expect(titles == ["Basil", "Aloe", "Spider plant", "Seeds to get", "The fig"])
    // Two days ago, by London's clock.
    let dates = try book.page().lines.map { unmarked($0.date) }
    #expect(dates.first == "Sunday 29 November, 9:40 in the morning")
  }

  @Test func neitherOfTwoNotebooksShowsTheOther() throws {
    try book.make(pin: firstPin, pack: .full, secondPin: secondPin, language: "en")
    try book.unlock(pin: firstPin)
    let id = try book.write("only in the first")
    try book.lock()
    try book.unlock(pin: secondPin)
    #expect(try book.pack() == .plain)
    #expect(try book.page().lines.count == 5)
    #expect(try book.find("only").lines.isEmpty)
    #expect(throws: NotebookError.NotFound(what: .note)) { try book.read(id) }
  }

  @Test(arguments: ["12345", "123456", "777777", "123123"])
  func aPinThatSomeoneWouldTryFirstIsRefused(pin: String) throws {
    #expect(throws: NotebookError.WeakSecret) {
      try book.make(pin: Data(pin.utf8), pack: .full, secondPin: nil, language: "en")
    }
    #expect(try book.standing() == Standing.unmade)
    #expect(phone.device.keyCount == 0)
  }

  @Test func onePinForBothIsRefused() throws {
    #expect(throws: NotebookError.WeakSecret) {
      try book.make(pin: firstPin, pack: .full, secondPin: firstPin, language: "en")
    }
    #expect(try book.standing() == Standing.unmade)
  }

  @Test func aSecondFirstRunLeavesWhatIsThere() throws {
    try book.make(pin: firstPin, pack: .full, secondPin: nil, language: "en")
    #expect(throws: NotebookError.AlreadyThere) {
      try book.make(pin: secondPin, pack: .full, secondPin: nil, language: "en")
    }
    try book.unlock(pin: firstPin)
  }
}
