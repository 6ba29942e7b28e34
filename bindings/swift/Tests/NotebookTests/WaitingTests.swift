import Notebook
import TestPhone
import Testing

@Suite final class WaitingTests: WithOpenNotebook {
  @Test func afterFiveWrongPinsEvenTheRightOneWaits() throws {
    try typeWrongPins(5)
    #expect(throws: NotebookError.Wait(seconds: 30)) { try book.unlock(pin: firstPin) }
    device.pass(ms: 29_000)
    #expect(throws: NotebookError.Wait(seconds: 1)) { try book.unlock(pin: firstPin) }
    device.pass(ms: 1_000)
    try book.unlock(pin: firstPin)
  }

  @Test func turningTheClockDoesNotShortenIt() throws {
    try typeWrongPins(5)
    device.turnClock(to: device.now + 86_400_000)
    #expect(throws: NotebookError.Wait(seconds: 30)) { try book.unlock(pin: firstPin) }
  }

  @Test func aRestartBeginsTheRestAgain() throws {
    try typeWrongPins(5)
    device.pass(ms: 20_000)
    #expect(throws: NotebookError.Wait(seconds: 10)) { try book.unlock(pin: firstPin) }
    device.pass(ms: 5_000)
    device.restart()
    #expect(throws: NotebookError.Wait(seconds: 10)) { try book.unlock(pin: firstPin) }
  }

  private func typeWrongPins(_ count: Int) throws {
    try book.lock()
    for _ in 0..<count {
      #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: wrongPin) }
    }
  }
}
