import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// The PIN once more, before a page that changes how the notebook opens.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct ConfirmPinTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test(arguments: [Place.pin, .recovery, .biometric, .wrongPins])
  func eachSuchPageComesOnlyAfterHerPin(place: Place) async throws {
    try await she.firstRun(herPin)
    await session.go(.more).value
    await session.go(place).value
    #expect(she.screen.asksForPin)
    await session.back().value
    #expect(she.screen.isMore)
    await session.go(place).value
    await she.pin("000111")
    #expect(she.screen.asksForPin && she.notice?.trouble == true && session.shown.busy == nil)
    await she.pin(herPin)
    #expect(she.screen.isBehindPin && she.notice == nil)
    await session.back().value
    await session.go(place).value
    #expect(she.screen.asksForPin, "asked again when she comes again")
  }

  @Test func fromOneSuchPageToAnotherSheIsNotAskedAgain() async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.biometric)
    await session.go(.recovery).value
    guard case .recovery(made: false) = she.screen else { throw Robot.NotAsked() }
  }

  @Test func wordsShownOnceAreNoWayAroundIt() async throws {
    try await she.firstRun(herPin)
    await she.recoveryWords()
    await session.go(.pin).value
    await session.answerYes().value
    #expect(she.screen.asksForPin)
  }

  @Test func theOtherNotebooksPinIsAWrongOne() async throws {
    try await she.firstRun(herPin, second: otherPin)
    await she.behindPin(.pin, otherPin)
    #expect(she.screen.asksForPin && she.notice?.trouble == true)
    #expect(try she.phone.notebooks.standing() == .open)
  }

  @Test func afterWrongOnesTheWaitIsCountedDown() async throws {
    let she = try Robot(second: .zero)
    try await she.firstRun(herPin)
    await she.session.go(.recovery).value
    for _ in 0..<6 { await she.pin("000111") }
    #expect(she.screen.asksForPin && she.notice?.trouble == true)
    while !she.sees(.unlockNow) { await Task.yield() }
    she.phone.device.pass(ms: 30_000)
    await she.pin(herPin)
    guard case .recovery = she.screen else { throw Robot.NotAsked() }
  }

  @Test func whereWrongPinsDeleteAllTheFirstRunComesNext() async throws {
    try await she.firstRun(herPin)
    try she.phone.notebooks.setWipeAfter(count: 2)
    _ = try await she.biometrics.keep(Asking(title: "", no: "")) { Secret(bytes: firstPin) }
    await session.go(.pin).value
    await she.pin("000111")
    #expect(she.screen.asksForPin)
    await she.pin("000111")
    #expect(she.screen.isFirst(.what) && she.notice?.trouble == true && !she.biometrics.isOn)
    try await she.firstRun(otherPin)
  }

  @Test func closeWhileItIsLookedAtShowsThePadAlone() async throws {
    try await she.firstRun(herPin)
    await session.go(.pin).value
    session.pad.add(2)
    let pin = session.pad.take()
    let gate = Gate(at: .mac, of: she.phone.device)
    let confirming = session.confirmPin(pin)
    await gate.reached()
    let closed = session.close()
    gate.open()
    await confirming.value
    await closed.value
    #expect(she.screen.isUnlock && pin.isWiped)
  }
}
