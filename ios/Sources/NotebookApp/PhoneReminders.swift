import Foundation
import Notebook

/// Whether a phone lets this app show reminders.
public enum Leave: Equatable, Sendable {
  /// It may.
  case given
  /// It may not, by her answer or by what she set in the phone's own settings.
  case refused
  /// She was not asked yet.
  case notAsked
}

/// A reminder as a phone holds it.
public struct HeldReminder: Equatable, Sendable {
  /// What it is known by: an id that says nothing.
  public let id: String
  /// When it comes, in seconds since 1970; none for one that comes in a moment.
  public let second: Int64?
  /// All that is shown.
  public let cover: String
  /// Whether it makes a sound.
  public let sound: Bool

  /// With all its parts.
  public init(id: String, second: Int64?, cover: String, sound: Bool) {
    self.id = id
    self.second = second
    self.cover = cover
    self.sound = sound
  }

  /// No reminder comes before its time: a part of a second is taken for a whole one.
  init(_ entry: OutsideReminder) {
    self.init(id: entry.id, second: (entry.at + 999) / 1000, cover: entry.cover, sound: entry.sound)
  }
}

/// A phone's own keeper of reminders. It keeps the soonest `mostHeld`, puts a new one in the place of one with the same id,
/// and shows them by itself.
@MainActor public protocol ReminderKeeper: AnyObject {
  /// What is done with one that it shows when she taps "Later" on it.
  var putOff: (@MainActor (HeldReminder) async -> Void)? { get set }

  /// What that button is called from now on, also below what it holds already.
  func offerLater(_ text: String)

  /// Whether it may show any.
  func leave() async -> Leave

  /// Asks her, if she was not asked yet; whether it may show them now.
  func ask() async -> Bool

  /// All that it holds, in no order.
  func held() async -> [HeldReminder]

  /// Takes one in, in the place of one with the same id. It throws if it does not take it.
  func add(_ reminder: HeldReminder) async throws

  /// Lets those with these ids go.
  func remove(_ ids: [String])

  /// The ids of those that it shows still.
  func shows() async -> [String]

  /// Takes those with these ids away from what it shows.
  func takeAway(_ ids: [String])

  /// Lets all go, and takes away what it shows of them.
  func removeAll()
}

/// How many reminders an iPhone holds for an app; what is further off than these it drops without a word.
public let mostHeld = 64

/// Reminders on an iPhone: what its keeper is to hold, and what not any more.
@MainActor
public final class PhoneReminders: Reminding {
  /// A reminder that she tries out is known by this, which no notebook gives.
  static let tried = "0"

  /// How long "Later" is, in milliseconds.
  static let aWhile: Int64 = 60 * 60 * 1000

  public var wasPutOff: (@MainActor () -> Void)?
  private let keeper: any ReminderKeeper
  private let folder: String
  private let now: @Sendable () -> Int64
  /// When those come that were put off, in milliseconds since 1970, by their ids.
  private var later: [String: Int64] = [:]
  private var last: Task<Void, Never>?

  /// Over the keeper of a phone. `folder` is where the notebooks put down what is held; `now` is in milliseconds since
  /// 1970.
  public init(keeper: any ReminderKeeper, folder: String, now: @escaping @Sendable () -> Int64) {
    self.keeper = keeper
    self.folder = folder
    self.now = now
    keeper.putOff = { [weak self] in await self?.putOff($0) }
  }

  public func leave() async -> Leave { await keeper.leave() }

  public func phone() async -> ReminderPhone {
    let allowed = await keeper.leave() == .given
    // An iPhone shows each in its second: nothing has to be asked for that.
    return ReminderPhone(folder: folder, most: UInt32(mostHeld), exact: true, allowed: allowed)
  }

  public func hold(_ entries: [OutsideReminder]) async {
    await inTurn { await $0.bring(entries) }
  }

  /// One after another: two at once would each take away what the other has just put in.
  private func inTurn(_ work: @escaping @MainActor (PhoneReminders) async -> Void) async {
    let before = last
    let mine = Task {
      await before?.value
      await work(self)
    }
    last = mine
    await mine.value
  }

  private func bring(_ entries: [OutsideReminder]) async {
    let wanted = soonest(of: entries)
    let held = await keeper.held().filter { $0.id != Self.tried }
    // Room is made first: a phone that is full drops what is further off.
    let ids = Set(wanted.map(\.id))
    let gone = held.map(\.id).filter { !ids.contains($0) }
    if !gone.isEmpty { keeper.remove(gone) }
    for reminder in wanted where !held.contains(reminder) {
      // One that is not taken is missing from what is held, so that it is tried again with the next change.
      try? await keeper.add(reminder)
    }
    await takeAwayGone(otherThan: entries)
  }

  /// What has come stays in the file a while, with its date: what is shown of one that is not there any more goes. If the
  /// file can't be read, all stays.
  private func takeAwayGone(otherThan entries: [OutsideReminder]) async {
    let folder = folder
    guard let there = try? await Task.detached(operation: { try outsideReminders(folder: folder) }).value else {
      return
    }
    let ids = Set((there + entries).map(\.id)).union([Self.tried])
    let gone = await keeper.shows().filter { !ids.contains($0) }
    if !gone.isEmpty { keeper.takeAway(gone) }
  }

  private func soonest(of entries: [OutsideReminder]) -> [HeldReminder] {
    let now = now()
    later = later.filter { $0.value > now }
    let coming = entries.map(asPutOff).filter { $0.at > now }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    return coming.prefix(mostHeld).map(HeldReminder.init)
  }

  /// The entries may have been read before she tapped "Later", and come here after it.
  private func asPutOff(_ entry: OutsideReminder) -> OutsideReminder {
    guard let until = later[entry.id], entry.at <= now() else { return entry }
    var entry = entry
    entry.at = until
    return entry
  }

  /// She tapped "Later" on what the phone shows, with every notebook locked or not: it comes again in an hour.
  private func putOff(_ shown: HeldReminder) async {
    let (now, folder) = (now(), folder)
    let until = now + Self.aWhile
    let again = HeldReminder(OutsideReminder(id: shown.id, at: until, cover: shown.cover, sound: shown.sound))
    guard shown.id != Self.tried else { return await take(again) }
    later[shown.id] = until
    let entries = try? await Task.detached {
      try putOffReminder(folder: folder, id: shown.id, now: now, until: until)
    }.value
    if let entries {
      // Its date may be gone, or moved to a time that is still to come: what is written down holds.
      if !entries.contains(where: { $0.id == shown.id && $0.at == until }) { later[shown.id] = nil }
      await hold(entries)
    } else {
      // If it can't be written down it comes all the same, unless the next change finds it gone.
      await take(again)
    }
    wasPutOff?()
  }

  private func take(_ reminder: HeldReminder) async {
    await inTurn { try? await $0.keeper.add(reminder) }
  }

  public func offerLater(_ text: String) { keeper.offerLater(text) }

  public func ask() async -> Bool { await keeper.ask() }

  public func tryNow(_ cover: String, sound: Bool) async -> Bool {
    guard await keeper.leave() == .given else { return false }
    return (try? await keeper.add(HeldReminder(id: Self.tried, second: nil, cover: cover, sound: sound))) != nil
  }

  public func forget() async { keeper.removeAll() }
}

/// A second as the parts of a date, by the clocks of UTC, which stays the same moment wherever the phone travels to.
public enum UtcParts {
  private static var clocks: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    return calendar
  }

  /// The parts of a second since 1970, with their calendar and zone.
  public static func of(_ second: Int64) -> DateComponents {
    let calendar = clocks
    let date = Date(timeIntervalSince1970: TimeInterval(second))
    var parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    (parts.calendar, parts.timeZone) = (calendar, calendar.timeZone)
    return parts
  }

  /// The second since 1970 of such parts; none if a part is missing.
  public static func second(of parts: DateComponents) -> Int64? {
    guard parts.year != nil, parts.second != nil, parts.timeZone?.secondsFromGMT() == 0 else { return nil }
    return clocks.date(from: parts).map { Int64($0.timeIntervalSince1970.rounded()) }
  }
}
