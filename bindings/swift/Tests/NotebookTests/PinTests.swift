import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class PinTests {
  let phone: Phone
  var book: Notebooks { phone.notebooks }

  init() throws {
    phone = try Phone()
    try phone.notebooks.make(pin: firstPin, pack: .full, secondPin: secondPin, language: "en")
    try phone.notebooks.unlock(pin: firstPin)
  }

  @Test func theNewPinOpensAndTheOldOneNoMore() throws {
    try book.changePin(newPin: newPin)
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: firstPin) }
    try book.unlock(pin: newPin)
    try book.lock()
    try book.unlock(pin: secondPin)
    #expect(try book.pack() == .plain)
  }

  @Test func askedOnceMoreOnlyItsOwnPinIsRight() throws {
    try book.confirmPin(pin: firstPin)
    #expect(throws: NotebookError.WrongSecret) { try book.confirmPin(pin: secondPin) }
    #expect(try book.pack() == .full)
  }

  /// The other notebook's PIN is refused as a weak one is, so that it does not show.
  @Test func aWeakOneAndTheOthersAreRefusedAlike() throws {
    for pin in [Data("111111".utf8), secondPin] {
      #expect(throws: NotebookError.WeakSecret) { try book.changePin(newPin: pin) }
    }
    try book.lock()
    try book.unlock(pin: firstPin)
    #expect(try book.pack() == .full)
  }

  @Test func aWeakOneAndASlipInTheWordsAreToldAtOnce() throws {
    try checkPin(pin: newPin)
    #expect(throws: NotebookError.WeakSecret) { try checkPin(pin: Data("111111".utf8)) }
    let words = try book.makeRecovery()
    try checkWords(words: Data(words.joined(separator: " ").utf8))
    #expect(throws: NotebookError.NotUnderstood(what: .words)) {
      try checkWords(words: Data(words.dropLast().joined(separator: " ").utf8))
    }
  }

  @Test func whatIsLockedKeepsItsPin() throws {
    try book.lock()
    #expect(throws: NotebookError.Locked) { try book.changePin(newPin: newPin) }
    try book.unlock(pin: firstPin)
  }
}
