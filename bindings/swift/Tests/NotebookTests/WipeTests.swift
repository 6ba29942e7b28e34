import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class WipeTests: WithOpenNotebook {
  @Test func nothingIsLeftAndAFirstRunComesNext() throws {
    try book.write("to be gone")
    try book.wipe()
    #expect(try book.standing() == Standing.unmade)
    #expect(device.keyCount == 0)
    #expect(!FileManager.default.fileExists(atPath: phone.folder))
    #expect(throws: NotebookError.NoNotebook) { try book.unlock(pin: firstPin) }
    try book.make(pin: firstPin, pack: .full, secondPin: nil, language: "en")
    try book.unlock(pin: firstPin)
    #expect(try book.page().lines.isEmpty)
  }

  @Test func itNeedsNoPin() throws {
    try book.lock()
    try book.wipe()
    #expect(try book.standing() == Standing.unmade)
  }

  @Test func asleepOrNotItIsGone() throws {
    try book.suspend()
    try book.wipe()
    #expect(try book.standing() == Standing.unmade)
    #expect(device.keyCount == 0)
  }

  /// Once begun it ends, whatever comes between.
  @Test func oneThatIsInterruptedIsFinishedLater() throws {
    device.fail(.forgetKey, with: DeviceError.Unavailable)
    #expect(throws: NotebookError.Device) { try book.wipe() }
    device.fail(.forgetKey, with: nil)
    #expect(throws: NotebookError.NoNotebook) { try book.unlock(pin: firstPin) }
    #expect(try book.standing() == Standing.unmade)
    #expect(device.keyCount == 0)
  }

  @Test func wrongPinsDeleteNothingUnlessSheChoseThat() throws {
    #expect(try book.wipeAfter() == nil)
    #expect(throws: NotebookError.NotUnderstood(what: .setting)) { try book.setWipeAfter(count: 0) }
    try book.setWipeAfter(count: 3)
    #expect(try book.wipeAfter() == 3)
    try book.setWipeAfter(count: nil)
    #expect(try book.wipeAfter() == nil)
    try book.lock()
    try typeWrongPins(4)
    try book.unlock(pin: firstPin)
  }

  @Test func asManyWrongPinsAsSheChoseDeleteAll() throws {
    try book.setWipeAfter(count: 3)
    try book.lock()
    try typeWrongPins(2)
    #expect(try book.standing() == .locked)
    try typeWrongPins(1)
    #expect(try book.standing() == Standing.unmade)
    #expect(device.keyCount == 0)
  }

  private func typeWrongPins(_ count: Int) throws {
    for _ in 0..<count {
      #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: wrongPin) }
    }
  }
}
