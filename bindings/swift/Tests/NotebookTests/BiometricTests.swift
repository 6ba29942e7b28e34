import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class BiometricTests: WithOpenNotebook {
  @Test func whatThePhoneKeepsOpensItUntilItIsForgotten() throws {
    let id = try book.write("kept")
    let kept = try book.makeBiometric()
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: kept) }
    try book.unlockByBiometric(kept: kept)
    #expect(try book.read(id).text == "kept")
    try book.forgetBiometric()
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlockByBiometric(kept: kept) }
    try book.unlock(pin: firstPin)
  }

  @Test func lockedItIsNotTurnedOnOrOff() throws {
    try book.lock()
    #expect(throws: NotebookError.Locked) { try book.makeBiometric() }
    #expect(throws: NotebookError.Locked) { try book.forgetBiometric() }
  }
}
