import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// A page on this screen: the notebook is locked, and nothing else can be reached.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct OnScreenTests {
  /// Shows her card on the screen; what she looked at before.
  private func shown(by she: Robot) async throws -> String {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.writeCard()
    await she.session.showSomeone().value
    let looked = she.previewed
    await she.session.give().value
    return looked
  }

  @Test func whatShowsIsWhatSheLookedAtAndTheNotebookIsLocked() async throws {
    let she = try Robot()
    let looked = try await shown(by: she)
    #expect(Robot.joined(she.screen.onScreen?.paragraphs ?? []) == looked && looked.contains("A window seat"))
    #expect(try she.phone.notebooks.standing() == .locked)
    #expect(she.screen.place == nil && she.handset.isLit)
    #expect(!holds(she.session, herTitle) && !holds(she.session, "Ines"))
    await she.session.go(.notes).value
    #expect(she.screen.onScreen != nil, "nothing else is reached from it")
    she.session.turnRound()
    #expect(she.screen.onScreen?.isTurned == true)
    let closing = she.session.close()
    #expect(she.screen.isBlank && !holds(she.session, "window seat"))
    await closing.value
    #expect(she.screen.isUnlock && !she.handset.isLit)
    await she.pin("000111")
    #expect(she.screen.isUnlock && she.notice?.trouble == true)
    try await she.unlock(herPin)
    // The same, as the core gives it.
    _ = try she.phone.notebooks.prepareShowing(language: "en", request: .usual)
    #expect(try she.phone.notebooks.giveShowing(keepWords: false).bytes == Data(looked.utf8))
    await she.session.go(.shown).value
    #expect(she.screen.shownLines?.lines.count == 2)
  }

  @Test func backEndsItToo() async throws {
    let she = try Robot()
    _ = try await shown(by: she)
    await she.session.back().value
    #expect(she.screen.isUnlock)
  }

  @Test func leavingTheAppEndsIt() async throws {
    let she = try Robot()
    _ = try await shown(by: she)
    await she.session.left().over.value
    #expect(she.screen.isUnlock && !holds(she.session, "window seat"))
  }

  @Test func itWarnsAndThenClosesByItself() async throws {
    let she = try Robot(look: .zero)
    _ = try await shown(by: she)
    she.time.pass(.seconds(60 * 9 - 1))
    for _ in 0..<100 { await Task.yield() }
    #expect(she.screen.onScreen?.closesSoon == false)
    she.time.pass(.seconds(1))
    while she.screen.onScreen?.closesSoon != true { await Task.yield() }
    // Its minutes are its own: a touch does not put them off.
    she.session.touched()
    she.time.pass(.seconds(60))
    while !she.screen.isUnlock { await Task.yield() }
    #expect(!holds(she.session, "window seat"))
  }

  @Test func itsMinutesBeginAnewWhenSheSaysSo() async throws {
    let she = try Robot(look: .zero)
    await she.session.choose(Look(onScreen: .two)).value
    _ = try await shown(by: she)
    she.time.pass(.seconds(60))
    while she.screen.onScreen?.closesSoon != true { await Task.yield() }
    she.session.keepOnScreen()
    #expect(she.screen.onScreen?.closesSoon == false)
    she.time.pass(.seconds(59))
    for _ in 0..<100 { await Task.yield() }
    #expect(she.screen.onScreen?.closesSoon == false)
    she.time.pass(.seconds(61))
    while !she.screen.isUnlock { await Task.yield() }
  }

  @Test func howLongItStaysIsKeptOutsideOfTheNotebook() async throws {
    let she = try Robot()
    await she.session.choose(she.session.look.with(\.onScreen, .twenty)).value
    try await she.crash()
    #expect(she.session.look.onScreen == .twenty)
    try Data("screen=always".utf8).write(to: URL(fileURLWithPath: she.phone.path("look")))
    try await she.crash()
    #expect(she.session.look.onScreen == .ten)
  }

  @Test func whatTheNotebookWasAboutToDoShowsNothingOverIt() async throws {
    let she = try Robot(rest: .zero)
    _ = try await shown(by: she)
    await she.session.remindersChanged().value
    for _ in 0..<100 { await Task.yield() }
    #expect(she.screen.onScreen != nil)
  }

  @Test func closeBeforeItShowsLeavesNothingOnTheScreen() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    try await she.writeCard()
    await she.session.showSomeone().value
    let gate = Gate(at: .clocks, of: she.phone.device)
    let giving = she.session.give()
    await gate.reached()
    let closed = she.session.close()
    gate.open()
    await giving.value
    await closed.value
    #expect(she.screen.isUnlock && !holds(she.session, "window seat"))
  }
}
