import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class BiometricTests: WithOpenNotebook {
  @Test func whatThePhoneKeepsOpensItUntilItIsForgotten() throws {
    let id = try book.write("kept")
    let kept = try book.makeBiometric()
    #expect(try book.hasBiometric(mark: kept.mark))
    #expect(try !book.hasBiometric(mark: ""))
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: kept.secret) }
    try book.unlockByBiometric(kept: kept.secret)
    #expect(try book.read(id).text == "kept")
    try book.forgetBiometric()
    #expect(try !book.hasBiometric(mark: kept.mark))
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlockByBiometric(kept: kept.secret) }
    try book.unlock(pin: firstPin)
  }

  @Test func lockedItIsNotTurnedOnOrOff() throws {
    try book.lock()
    #expect(throws: NotebookError.Locked) { try book.makeBiometric() }
    #expect(throws: NotebookError.Locked) { try book.forgetBiometric() }
  }
}
