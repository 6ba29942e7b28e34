import Foundation
import Notebook
import TestPhone
import Testing

/// What becomes of a phone's failures: never a crash, never a lost word, always an error the app can act on.
@Suite final class DeviceTests: WithOpenNotebook {
  @Test(arguments: [TestDevice.Call.makeKey, .facts, .clocks])
  func aFirstRunOnAPhoneThatFailsLeavesNothing(call: TestDevice.Call) throws {
    let fresh = try Phone()
    fresh.device.fail(call, with: Surprise())
    #expect(throws: NotebookError.Device) {
      try fresh.notebooks.make(pin: firstPin, pack: .full, secondPin: nil, language: "en")
    }
    #expect(try fresh.notebooks.standing() == Standing.unmade)
    fresh.device.fail(call, with: nil)
    try fresh.notebooks.make(pin: firstPin, pack: .full, secondPin: nil, language: "en")
    try fresh.notebooks.unlock(pin: firstPin)
  }

  @Test func aKeyStoreThatDoesNotAnswerIsNoWrongPin() throws {
    try book.lock()
    device.fail(.mac, with: Surprise())
    for _ in 0..<6 {
      #expect(throws: NotebookError.Device) { try book.unlock(pin: firstPin) }
    }
    device.fail(.mac, with: nil)
    try book.unlock(pin: firstPin)
  }

  @Test func aPhoneThatFailsLosesNoWord() throws {
    let id = try book.write("before")
    for call in [TestDevice.Call.clocks, .zone] {
      device.fail(call, with: Surprise())
      let during = try book.write("during")
      #expect(try book.page().lines.map(\.id).contains(during))
      device.fail(call, with: nil)
    }
    device.fail(.clocks, with: Surprise())
    // A clock that does not answer must not keep a notebook open.
    try book.lock()
    #expect(try book.standing() == .locked)
    device.fail(.clocks, with: nil)
    try book.unlock(pin: firstPin)
    #expect(try book.read(id).text == "before")
  }

  @Test(arguments: [
    (DeviceError.Missing, NotebookError.DeviceKeyMissing), (.NoSpace, .NoSpace), (.Unavailable, .Device),
  ])
  func whatTheKeyStoreSaysArrives(said: DeviceError, arrives: NotebookError) throws {
    try book.lock()
    device.fail(.mac, with: said)
    #expect(throws: arrives) { try book.unlock(pin: firstPin) }
  }

  @Test func withoutItsKeysNothingOpensAndNothingIsLost() throws {
    let id = try book.write("kept")
    try book.lock()
    let giveBack = device.loseKeys()
    #expect(throws: NotebookError.DeviceKeyMissing) { try book.unlock(pin: firstPin) }
    #expect(try book.standing() == .locked)
    giveBack()
    try book.unlock(pin: firstPin)
    #expect(try book.read(id).text == "kept")
  }

  /// A key store must not call back; one that does is told so, and nobody waits for ever.
  @Test func aKeyStoreThatCallsBackIsRefused() throws {
    try book.lock()
    let told = Told()
    device.during(.mac) { [book] in
      do { _ = try book.standing() } catch { told.add(error as? NotebookError) }
    }
    try book.unlock(pin: firstPin)
    #expect(!told.all.isEmpty)
    #expect(told.all.allSatisfy { $0 == .InUse })
  }

  @Test func aZoneNobodyKnowsCountsAsUtc() throws {
    device.turnClock(to: 1_782_907_200_000)
    let london = try book.write("summer in London")
    device.travel(to: "Mars/Olympus")
    let nowhere = try book.write("summer elsewhere")
    #expect(try unmarked(book.read(london).date) == "Wednesday 1 July 2026, 1:00 in the afternoon")
    #expect(try unmarked(book.read(nowhere).date) == "Wednesday 1 July 2026, 12:00 in the afternoon")
  }
}

/// Errors that came from any thread.
private final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var errors: [NotebookError?] = []

  func add(_ error: NotebookError?) {
    lock.withLock { errors.append(error) }
  }

  var all: [NotebookError?] { lock.withLock { errors } }
}
