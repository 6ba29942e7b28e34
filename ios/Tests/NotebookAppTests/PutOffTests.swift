import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// "Later" on a reminder that the phone shows, over the real core.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct PutOffTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  /// The phone shows it while the notebook is locked, and the app may have been started for the button alone.
  @Test func laterPutsItOffByAnHourWithEveryNotebookLocked() async throws {
    let (id, due) = try await oneThatIsShown()
    #expect(she.keeper.laterText == she.said(.reminderLater))
    try await she.crash()
    await she.keeper.tapLater(id)
    #expect(she.keeper.shown.isEmpty && she.screen.isUnlock)
    #expect(she.keeper.holds.map(\.second) == [due + 3600] && she.keeper.holds.map(\.id) == [id])
    #expect(try outsideReminders(folder: she.phone.path("times")).map(\.at) == [(due + 3600) * 1000])
    // A start, and a way in, leave it there.
    try await she.crash()
    try await she.unlock(herPin)
    #expect(she.keeper.holds.map(\.second) == [due + 3600])
  }

  @Test func whatIsHeldInTheSameMomentDoesNotTakeAwayWhatSheHasPutOff() async throws {
    let (id, due) = try await oneThatIsShown()
    // Read before she taps, and held after it.
    let before = try outsideReminders(folder: she.phone.path("times"))
    async let held: Void = she.reminding.hold(before)
    await she.keeper.tapLater(id)
    await held
    await she.reminding.hold(before)
    #expect(she.keeper.holds.map(\.second) == [due + 3600])
    // What is not there any more does not come back.
    await she.reminding.hold([])
    #expect(she.keeper.holds.isEmpty)
  }

  @Test func whatWasPutOffGoesWithItsDate() async throws {
    let (id, _) = try await oneThatIsShown()
    try await she.unlock(herPin)
    await session.open(try #require(she.next)).value
    await she.keeper.tapLater(id)
    #expect(she.keeper.holds.map(\.id) == [id])
    await session.removeVisit().value
    #expect(she.keeper.holds.isEmpty && she.keeper.shown.isEmpty)
    #expect(try outsideReminders(folder: she.phone.path("times")).allSatisfy { $0.at <= she.phone.device.now })
  }

  /// It was shown, and its date was moved to a later day since: the new time holds.
  @Test func laterMovesNothingThatIsStillToCome() async throws {
    let (id, due) = try await oneThatIsShown()
    let folder = she.phone.path("times")
    // The date was moved by a day, and what is shown of it stayed on the phone.
    let moved = (due + 24 * 3600) * 1000
    _ = try putOffReminder(folder: folder, id: id, now: she.phone.device.now, until: moved)
    await she.keeper.tapLater(id)
    #expect(she.keeper.holds.map(\.second) == [moved / 1000])
    #expect(try outsideReminders(folder: folder).map(\.at) == [moved])
  }

  @Test func whatIsShownStaysWhileItsDateIsThereAndGoesWithIt() async throws {
    let (id, _) = try await oneThatIsShown()
    try await she.unlock(herPin)
    #expect(she.keeper.shown.map(\.id) == [id])
    await session.open(try #require(she.next)).value
    await session.removeVisit().value
    #expect(she.keeper.shown.isEmpty)
  }

  @Test func whatCantBePutDownComesLaterAllTheSame() async throws {
    let (id, due) = try await oneThatIsShown()
    let file = URL(fileURLWithPath: she.phone.path("times")).appendingPathComponent("outside")
    try Data("broken".utf8).write(to: file)
    await she.keeper.tapLater(id)
    #expect(she.keeper.holds.map(\.second) == [due + 3600] && she.keeper.holds.first?.cover.isEmpty == false)
  }

  @Test func oneThatSheTriesCanBePutOffToo() async throws {
    try await she.firstRun(herPin)
    await session.go(.reminders).value
    await session.tryReminder().value
    let tried = try #require(she.keeper.shown.first)
    await she.keeper.tapLater(tried.id)
    #expect(she.keeper.shown.isEmpty && she.keeper.holds.map(\.cover) == [tried.cover])
  }

  /// A reminder that the phone shows on a notebook that is locked: its id, and the second in which it came.
  private func oneThatIsShown() async throws -> (id: String, due: Int64) {
    try await she.firstRun(herPin)
    try await she.putDown("Ines", .time, day: (9, 12, 2026), at: (9, 10))
    await session.remind(.day, true).value
    await she.close()
    let held = try #require(she.keeper.holds.first)
    let due = try #require(held.second)
    she.phone.device.pass(ms: UInt64(due * 1000 - she.phone.device.now))
    she.keeper.passed()
    try #require(she.keeper.shown.map(\.id) == [held.id])
    return (held.id, due)
  }
}
