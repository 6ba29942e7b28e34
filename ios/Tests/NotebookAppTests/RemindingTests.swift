import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// What an iPhone's keeper of reminders is told to hold, and what not any more.
@MainActor
@Suite struct RemindingTests {
  private static let start: Int64 = 1_796_116_200_000
  private let time = Shared(Self.start)
  private let keeper: TestKeeper
  private let reminders: PhoneReminders

  init() {
    let time = time
    keeper = TestKeeper { time.with { $0 } }
    reminders = PhoneReminders(keeper: keeper, folder: "nowhere") { time.with { $0 } }
  }

  @Test func whatIsNewIsHeldAndWhatIsThereIsLeftAlone() async {
    await reminders.hold([entry("a", in: 60), entry("b", in: 120, sound: true)])
    #expect(keeper.holds.map(\.id) == ["a", "b"] && keeper.holds.map(\.sound) == [false, true])
    await reminders.hold([entry("a", in: 60), entry("b", in: 120, sound: true)])
    #expect(keeper.added == ["a", "b"], "nothing is handed over twice")
  }

  @Test func whatIsMovedIsHeldOnceAtItsNewTime() async {
    await reminders.hold([entry("a", in: 60)])
    await reminders.hold([entry("a", in: 180)])
    #expect(keeper.holds.map(\.second) == [Self.start / 1000 + 180])
    await reminders.hold([entry("a", in: 180, cover: "Milk")])
    #expect(keeper.holds.map(\.cover) == ["Milk"])
  }

  @Test func whatIsGoneIsLetGo() async {
    await reminders.hold([entry("a", in: 60), entry("b", in: 120)])
    await reminders.hold([entry("b", in: 120)])
    #expect(keeper.holds.map(\.id) == ["b"])
    await reminders.hold([])
    #expect(keeper.holds.isEmpty)
  }

  /// A full phone drops what is further off: room is made before new ones come, and never more are handed over than fit.
  @Test func theSoonest64AreHeld() async {
    let all = (0..<100).map { entry("\($0)", in: Int64(100 - $0) * 60) }
    await reminders.hold(all)
    #expect(keeper.holds.count == 64 && keeper.added.count == 64)
    #expect(keeper.holds.first?.id == "99" && keeper.holds.last?.id == "36")
    let others = (0..<64).map { entry("new\($0)", in: Int64(200 + $0) * 60) }
    await reminders.hold(others)
    #expect(keeper.holds.map(\.id) == others.map(\.id))
  }

  @Test func whatIsPastIsNotShownOnceMore() async {
    await reminders.hold([entry("a", in: 60), entry("b", in: 120)])
    time.with { $0 += 90_000 }
    keeper.passed()
    await reminders.hold([entry("a", in: 60), entry("b", in: 120)])
    #expect(keeper.shown.map(\.id) == ["a"] && keeper.holds.map(\.id) == ["b"] && keeper.added == ["a", "b"])
  }

  @Test func whatThePhoneLostIsHeldAgain() async {
    await reminders.hold([entry("a", in: 60)])
    keeper.lose()
    await reminders.hold([entry("a", in: 60)])
    #expect(keeper.holds.map(\.id) == ["a"])
  }

  @Test func aPhoneThatShowsNoneIsToldOf() async {
    #expect(await reminders.phone() == ReminderPhone(folder: "nowhere", most: 64, exact: true, allowed: true))
    keeper.given = .refused
    #expect(await reminders.phone().allowed == false)
    #expect(await reminders.ask() == false && keeper.asked == 0, "a phone asks only once")
    keeper.given = .notAsked
    #expect(await reminders.phone().allowed == false)
    #expect(await reminders.ask() && keeper.asked == 1)
  }

  @Test func oneThatIsTriedComesAtOnceAndStaysOutOfTheOthers() async {
    await reminders.hold([entry("a", in: 60)])
    #expect(await reminders.tryNow("Milk", sound: false))
    #expect(keeper.shown.map(\.cover) == ["Milk"] && keeper.holds.map(\.id) == ["a"])
    keeper.given = .refused
    #expect(await !reminders.tryNow("Milk", sound: false))
  }

  @Test func allOfThemGo() async {
    await reminders.hold([entry("a", in: 60)])
    _ = await reminders.tryNow("Milk", sound: false)
    await reminders.forget()
    #expect(keeper.holds.isEmpty && keeper.shown.isEmpty)
  }

  /// Never early: a part of a second is taken for a whole one.
  @Test func aSecondComesBackAsItWentIn() {
    for second: Int64 in [0, 1_796_116_200, 1_774_747_800, 253_402_300_799] {
      let parts = UtcParts.of(second)
      #expect(UtcParts.second(of: parts) == second && parts.timeZone?.secondsFromGMT() == 0)
    }
    #expect(HeldReminder(OutsideReminder(id: "a", at: 1_500, cover: "", sound: false)).second == 2)
  }

  /// What a phone does with a calendar trigger: it looks for the parts in their own zone, wherever it is itself.
  @Test func theMomentIsTheSameWhereverThePhoneIs() throws {
    let parts = UtcParts.of(1_796_116_200)
    for zone in ["America/New_York", "Pacific/Auckland", "Asia/Kathmandu"] {
      var here = Calendar(identifier: .gregorian)
      here.timeZone = try #require(TimeZone(identifier: zone))
      #expect(here.date(from: parts)?.timeIntervalSince1970 == 1_796_116_200)
    }
  }

  private func entry(
    _ id: String, in seconds: Int64, cover: String = "Water the plants", sound: Bool = false
  ) -> OutsideReminder {
    OutsideReminder(id: id, at: Self.start + seconds * 1000, cover: cover, sound: sound)
  }
}
