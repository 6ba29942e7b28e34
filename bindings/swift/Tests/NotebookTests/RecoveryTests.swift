import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class RecoveryTests: WithOpenNotebook {
  @Test func twelveWordsOpenItAndGiveANewPin() throws {
    #expect(try !book.hasRecovery())
    let id = try book.write("kept")
    let words = try book.makeRecovery()
    #expect(words.count == 12)
    #expect(try book.hasRecovery())
    try book.lock()
    try book.recover(words: typed(words.map { $0.uppercased() }), newPin: newPin)
    #expect(try book.standing() == .open)
    #expect(try book.read(id).text == "kept")
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: firstPin) }
    try book.unlock(pin: newPin)
  }

  @Test func onlyTheNewestWordsOpenIt() throws {
    let old = try book.makeRecovery()
    let new = try book.makeRecovery()
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.recover(words: typed(old), newPin: newPin) }
    try book.recover(words: typed(new), newPin: newPin)
  }

  @Test func forgottenWordsOpenNothing() throws {
    let words = try book.makeRecovery()
    try book.forgetRecovery()
    #expect(try !book.hasRecovery())
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.recover(words: typed(words), newPin: newPin) }
    try book.unlock(pin: firstPin)
  }

  @Test func wordsThatWereShownAreRememberedUntilSheSaysThatSheHasThem() throws {
    #expect(try !book.wordsUnnoted())
    try book.wordsShown()
    try book.lock()
    try book.unlock(pin: firstPin)
    #expect(try book.wordsUnnoted())
    try book.wordsNoted()
    try book.lock()
    try book.unlock(pin: firstPin)
    #expect(try !book.wordsUnnoted())
  }

  @Test func aSlipInTheWordsIsToldBeforeAnythingIsTried() throws {
    let words = try book.makeRecovery()
    try book.lock()
    let slips = [words.dropLast(), words.dropLast() + ["fernbook"]].map { typed(Array($0)) }
    for slip in slips + [Data([0xff, 0xfe])] {
      #expect(throws: NotebookError.NotUnderstood(what: .words)) {
        try book.recover(words: slip, newPin: newPin)
      }
    }
    #expect(throws: NotebookError.WeakSecret) {
      try book.recover(words: typed(words), newPin: Data("123456".utf8))
    }
    try book.recover(words: typed(words), newPin: newPin)
  }
}
