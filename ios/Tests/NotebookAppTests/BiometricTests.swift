import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Opening with a finger or a face.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct BiometricTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  private func turnOn(second: String? = nil) async throws {
    try await she.firstRun(herPin, second: second)
    await she.behindPin(.biometric)
    #expect(she.screen.biometric?.on == false && she.screen.biometric?.recovery == false)
    await session.openByBiometric(true).value
    #expect(she.sees(.biometricNowOn) && she.screen.biometric?.on == true && she.biometrics.isOn)
  }

  @Test func itOpensByAFingerUntilSheTurnsItOff() async throws {
    try await turnOn()
    await she.close()
    #expect(she.screen.offersBiometric)
    await session.unlockByBiometric().value
    #expect(she.isHome())
    await she.behindPin(.biometric)
    await session.openByBiometric(false).value
    #expect(she.sees(.biometricNowOff) && she.screen.biometric?.on == false && !she.biometrics.isOn)
    await she.close()
    #expect(!she.screen.offersBiometric)
    try await she.unlock(herPin)
  }

  @Test func notKnownByThePhoneSheStillHasHerPin() async throws {
    try await turnOn()
    await she.close()
    she.biometrics.instead = .refused
    await session.unlockByBiometric().value
    #expect(she.sees(.biometricRefused) && she.screen.offersBiometric)
    she.biometrics.instead = .left
    await session.unlockByBiometric().value
    #expect(she.screen.offersBiometric && session.shown.busy == nil)
    try await she.unlock(herPin)
    #expect(she.biometrics.isOn)
  }

  @Test func anotherFingerOnThePhoneEndsIt() async throws {
    try await turnOn()
    await she.close()
    she.biometrics.instead = .changed
    await session.unlockByBiometric().value
    #expect(she.sees(.biometricChanged) && she.screen.isUnlock && !she.screen.offersBiometric)
    #expect(!she.biometrics.isOn)
    try await she.unlock(herPin)
  }

  @Test func whatThePhoneDidNotKeepIsNoWayIn() async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.biometric)
    she.biometrics.instead = .left
    await session.openByBiometric(true).value
    #expect(she.sees(.biometricNotOn) && she.screen.biometric?.on == false)
    await she.close()
    #expect(!she.screen.offersBiometric)
  }

  @Test func whatOpensNothingAnyMoreIsForgotten() async throws {
    try await turnOn()
    try she.phone.notebooks.forgetBiometric()
    await she.close()
    await session.unlockByBiometric().value
    #expect(she.sees(.biometricChanged) && she.screen.isUnlock && !she.screen.offersBiometric)
    #expect(!she.biometrics.isOn && session.shown.busy == nil)
    try await she.unlock(herPin)
  }

  @Test func aPhoneThatKnowsNobodySaysSo() async throws {
    she.biometrics.knowsSomeone = false
    try await she.firstRun(herPin)
    await she.behindPin(.biometric)
    #expect(she.screen.biometric?.knowsSomeone == false && she.screen.biometric?.on == false)
  }

  @Test func aPhoneWithoutAPartForItDoesNotOfferIt() async throws {
    try await turnOn()
    she.biometrics.isThere = false
    #expect(!session.offersBiometrics)
    await she.close()
    #expect(!she.screen.offersBiometric)
  }

  @Test func deletingItAllTakesWhatThePhoneKept() async throws {
    try await turnOn()
    await session.deleteAll().value
    await session.answerYes().value
    #expect(she.sees(.wipeDone) && !she.biometrics.isOn)
  }

  @Test func theFirstRunTakesWhatAnEarlierInstallLeft() async throws {
    _ = try await she.biometrics.keep(Asking(title: "", no: "")) { Secret(bytes: firstPin) }
    await session.start().value
    #expect(she.screen.isFirst(.what) && !she.biometrics.isOn)
  }

  @Test func wrongPinsThatDeleteItAllTakeWhatThePhoneKept() async throws {
    try await turnOn()
    try she.phone.notebooks.setWipeAfter(count: 1)
    await she.close()
    await she.pin(otherPin)
    await session.close().value
    #expect(she.screen.isFirst(.what) && !she.biometrics.isOn)
  }

  @Test func itIsOneForTheWholePhoneSoNoNotebookTellsOfAnother() async throws {
    try await turnOn(second: otherPin)
    await she.close()
    try await she.unlock(otherPin)
    await she.behindPin(.biometric, otherPin)
    #expect(she.screen.biometric?.on == true)
    await session.openByBiometric(false).value
    #expect(she.sees(.biometricNowOff) && !she.biometrics.isOn)
  }

  @Test func whoClosesWhileThePhoneAsksStaysOut() async throws {
    try await turnOn()
    await she.close()
    she.biometrics.finger = Stop()
    let opening = session.unlockByBiometric()
    while !she.biometrics.isAsking { await Task.yield() }
    let closing = session.close()
    await opening.value
    await closing.value
    #expect(she.screen.offersBiometric)
    #expect(try she.phone.notebooks.standing() == .locked)
  }
}
