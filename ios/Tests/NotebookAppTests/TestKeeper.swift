import Foundation

@testable import NotebookApp

/// A phone's keeper of reminders, which does what Apple says that theirs does: it holds the soonest 64 and drops what is
/// further off without a word, puts a new one in the place of one with the same id, shows each in its second, and none if
/// it may not. (Of what is taken in without leave nothing is ever seen.)
@MainActor
final class TestKeeper: ReminderKeeper {
  private let now: @Sendable () -> Int64
  private var waiting: [HeldReminder] = []
  private(set) var shown: [HeldReminder] = []
  /// What she has said, or is to say when the phone asks.
  var given = Leave.given
  var answer = true
  /// How often the phone asked her.
  private(set) var asked = 0
  /// Each id that was taken in, in order.
  private(set) var added: [String] = []
  var putOff: (@MainActor (HeldReminder) async -> Void)?
  /// What the button below each is called.
  private(set) var laterText = ""

  init(now: @escaping @Sendable () -> Int64) { self.now = now }

  func offerLater(_ text: String) { laterText = text }

  /// She taps the button: what is shown goes, and the app is told.
  func tapLater(_ id: String) async {
    passed()
    guard let at = shown.firstIndex(where: { $0.id == id }) else { return }
    await putOff?(shown.remove(at: at))
  }

  func leave() async -> Leave { given }

  func ask() async -> Bool {
    if given == .notAsked {
      asked += 1
      given = answer ? .given : .refused
    }
    return given == .given
  }

  func held() async -> [HeldReminder] {
    passed()
    return waiting.shuffled()
  }

  func add(_ reminder: HeldReminder) async throws {
    passed()
    added.append(reminder.id)
    waiting.removeAll { $0.id == reminder.id }
    guard let second = reminder.second else {
      if given == .given { shown.append(reminder) }
      return
    }
    // What is past never comes.
    guard second * 1000 > now() else { return }
    waiting.append(reminder)
    waiting.sort { ($0.second ?? 0) < ($1.second ?? 0) }
    waiting = Array(waiting.prefix(64))
  }

  func remove(_ ids: [String]) { waiting.removeAll { ids.contains($0.id) } }

  func shows() async -> [String] {
    passed()
    return shown.map(\.id)
  }

  func takeAway(_ ids: [String]) { shown.removeAll { ids.contains($0.id) } }

  func removeAll() { (waiting, shown) = ([], []) }

  /// What is due by now is shown, and held no more.
  func passed() {
    let due = waiting.filter { ($0.second ?? 0) * 1000 <= now() }
    waiting.removeAll { due.contains($0) }
    if given == .given { shown += due }
  }

  /// What is held, in order of time.
  var holds: [HeldReminder] { waiting }

  /// The phone loses what it held, as one does that was set up anew.
  func lose() { waiting = [] }
}
