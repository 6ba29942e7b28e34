import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// What is left open for the next hand when she leaves the app.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct LeavingTests {
  @Test func leavingClosesAtOnceAndKeepsWhatSheTyped() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: herText)
    let leaving = she.session.left()
    #expect(she.screen.isBlank)
    await leaving.over.value
    #expect(try she.phone.notebooks.standing() == .locked)
    #expect(she.session.cameBack() == nil)
    try await she.unlock(herPin)
    #expect(she.notice == nil, "it was a note before it was locked")
    try await she.openFromNotes(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  @Test func aPadThatIsLeftHoldsNoDigitsAndNoFiles() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.close()
    await she.pin("000111")
    she.session.pad.add(7)
    await she.session.left().over.value
    #expect(she.session.pad.isWiped)
    let other = she.phone.otherWindow()
    try other.unlock(pin: firstPin)
    try other.lock()
    try await she.unlock(herPin)
  }

  @Test func leavingStopsWhatIsUnderWay() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.session.go(.save).value
    await she.session.beforeSealedCopy().value
    let gate = Gate(at: .clocks, of: she.phone.device)
    let saving = she.session.saveCopy()
    await gate.reached()
    let leaving = she.session.left()
    gate.open()
    await saving.value
    await leaving.over.value
    #expect(she.screen.isUnlock)
    #expect(try she.phone.notebooks.standing() == .locked)
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
  }

  @Test func onTheWayToAPlaceForACopyItWaitsForHerWithoutAFile() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.session.go(.save).value
    await she.session.beforeSealedCopy().value
    await she.session.saveCopy().value
    await she.session.left().asleep.value
    #expect(try she.phone.notebooks.standing() == .resting)
    she.time.pass(.seconds(20))
    await she.session.cameBack()?.value
    #expect(try she.phone.notebooks.standing() == .open)
    guard case .place? = she.session.shown.asks else { throw Robot.NotAsked() }
  }

  @Test func onSuchAWayItClosesWhenHerTimeIsOver() async throws {
    let she = try Robot(away: .zero)
    try await she.firstRun(herPin)
    await she.session.go(.bring).value
    await she.session.chooseCopy().value
    await she.session.left().over.value
    #expect(she.screen.isUnlock && she.session.shown.asks == nil)
    #expect(try she.phone.notebooks.standing() == .locked)
  }

  @Test func aPhoneThatSleptMeanwhileClosesWhenSheIsBack() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.session.go(.bring).value
    await she.session.chooseCopy().value
    await she.session.left().asleep.value
    she.time.pass(.seconds(3601))
    let closing = she.session.cameBack()
    #expect(she.screen.isBlank)
    await closing?.value
    #expect(she.screen.isUnlock)
  }

  /// Another window has taken it meanwhile: she gets a way in again, and sees nothing of the one that is open there.
  @Test func whatCanNotBeTakenAgainCloses() async throws {
    let she = try Robot()
    try await she.firstRun(herPin, second: otherPin)
    await she.recoveryWords()
    await she.session.left().asleep.value
    let window = she.phone.otherWindow()
    try window.unlock(pin: secondPin)
    await she.session.cameBack()?.value
    await she.session.last?.value
    #expect(she.screen.isUnlock)
    #expect(try she.phone.notebooks.standing() == .locked)
    try window.lock()
    try await she.unlock(otherPin)
  }

  @Test func itClosesWhenSheLeavesItAloneAndKeepsWhatSheTyped() async throws {
    let she = try Robot(look: .zero)
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: herText)
    she.time.pass(.seconds(300))
    while !she.screen.isUnlock { await Task.yield() }
    try await she.unlock(herPin)
    try await she.openFromNotes(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  @Test func aTouchKeepsItOpenAndSheChoosesForHowLong() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    she.time.pass(.seconds(299))
    she.session.closeIfLeftAlone()
    #expect(she.isHome())
    she.session.touched()
    she.time.pass(.seconds(299))
    she.session.closeIfLeftAlone()
    #expect(she.isHome())
    await she.session.choose(she.session.look.with(\.closes, .one)).value
    she.session.closeIfLeftAlone()
    #expect(she.screen.isBlank)
    await she.session.last?.value
    try await she.crash()
    #expect(she.session.look.closes == .one)
  }

  @Test func aBarePadStaysAndWordsToWriteDownGetTheirTime() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.recoveryWords()
    she.time.pass(.seconds(899))
    she.session.closeIfLeftAlone()
    #expect(she.screen.twelve != nil)
    she.time.pass(.seconds(1))
    she.session.closeIfLeftAlone()
    #expect(she.screen.isBlank)
    await she.session.last?.value
    let closings = she.session.closings
    she.time.pass(.seconds(3600))
    she.session.closeIfLeftAlone()
    #expect(she.screen.isUnlock && she.session.closings == closings)
  }

  @Test func whatIsUnderWayIsWaitedFor() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.session.go(.save).value
    await she.session.beforeSealedCopy().value
    let gate = Gate(at: .clocks, of: she.phone.device)
    let saving = she.session.saveCopy()
    await gate.reached()
    she.time.pass(.seconds(3600))
    she.session.closeIfLeftAlone()
    #expect(she.session.shown.busy != nil)
    gate.open()
    await saving.value
    she.session.closeIfLeftAlone()
    #expect(she.session.shown.asks != nil, "she may be looking for a place")
  }

  @Test func theScreenStaysLitWhileSheWritesTwelveWordsDown() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    #expect(!she.handset.isLit)
    await she.recoveryWords()
    #expect(she.handset.isLit)
    await she.session.left().asleep.value
    await she.session.cameBack()?.value
    #expect(she.screen.twelve?.words.count == 12 && she.handset.isLit)
    await she.session.written().value
    #expect(!she.handset.isLit)
    await she.recoveryWords()
    await she.close()
    #expect(!she.handset.isLit)
  }

  @Test(arguments: [true, false])
  func wordsThatWentAwayUnansweredAreToldOnceAndInTheirNotebookOnly(forRecovery: Bool) async throws {
    let she = try Robot()
    try await she.firstRun(herPin, second: otherPin)
    if forRecovery {
      await she.recoveryWords()
    } else {
      _ = try await she.saveCopy()
    }
    await she.close()
    try await she.unlock(otherPin)
    #expect(she.notice == nil)
    await she.close()
    try await she.unlock(herPin)
    #expect(she.sees(.twelveUnsaid))
    await she.close()
    try await she.unlock(herPin)
    #expect(she.notice == nil)
  }

  @Test func wordsThatSheWroteDownAreNotToldOf() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.recoveryWords()
    await she.session.written().value
    await she.close()
    try await she.unlock(herPin)
    #expect(she.notice == nil)
  }
}
