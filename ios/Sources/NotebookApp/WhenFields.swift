import Notebook
import Observation

/// How much is known of the time of a date.
public enum WhenChoice: CaseIterable, Sendable {
  case toBeTold, day, window, time

  /// What it is called.
  public var name: Name {
    switch self {
    case .toBeTold: .whenToBeTold
    case .day: .dateDayOnly
    case .window: .dateWindow
    case .time: .dateTime
    }
  }
}

/// What is typed for a day or a time and can't be one. It is told kindly.
enum NoTime: Error {
  case day, time, order

  var name: Name {
    switch self {
    case .day: .dateNoDay
    case .time: .dateNoTime
    case .order: .dateNoOrder
    }
  }
}

/// What is to be told of what is typed and can't be a day or a time.
@MainActor func untold<T>(_ typed: () throws -> T) -> Name? {
  do {
    _ = try typed()
    return nil
  } catch {
    return (error as? NoTime)?.name
  }
}

/// A day that she types, in three fields.
@MainActor @Observable
public final class DayFields {
  public var day: String
  public var month: String
  public var year: String

  init(_ day: CivilDay?, inYear year: Int) {
    self.day = day.map { String($0.day) } ?? ""
    month = day.map { String($0.month) } ?? ""
    self.year = String(day?.year ?? year)
  }

  /// Puts a day into the fields.
  public func set(_ to: CivilDay) { (day, month, year) = (String(to.day), String(to.month), String(to.year)) }

  /// Which day that is. A year of two digits is one of this age.
  func typed() throws -> CivilDay {
    guard let day = day.typedNumber(most: 2), let month = month.typedNumber(most: 2),
      let written = year.typedNumber(most: 4)
    else { throw NoTime.day }
    let year = written < 100 ? 2000 + written : written
    guard (1900...2999).contains(year), let typed = CivilDay(year: year, month: month, day: day)
    else { throw NoTime.day }
    return typed
  }

  /// Whether no day is typed; the year stands there from the start.
  var areBlank: Bool { day.isBlank && month.isBlank }
}

/// A time of day that she types, in two fields.
@MainActor @Observable
public final class TimeFields {
  public var hour: String
  public var minute: String

  /// With a time as the core has it, such as `09:10`.
  init(_ time: String?) {
    let parts = (time ?? "").split(separator: ":").map(String.init)
    hour = parts.first ?? ""
    minute = parts.count > 1 ? parts[1] : ""
  }

  /// As the core takes it. No minutes are none past the hour.
  func typed() throws -> String {
    let minute = minute.isBlank ? "0" : minute
    guard let hour = hour.typedNumber(most: 2), let minute = minute.typedNumber(most: 2),
      hour < 24, minute < 60
    else { throw NoTime.time }
    return CivilDay.padded(hour, to: 2) + ":" + CivilDay.padded(minute, to: 2)
  }
}

/// The time of a date, as she types it. What she has typed for another choice stays, if she goes back to it.
@MainActor @Observable
public final class WhenFields {
  /// How much is known.
  public var choice: WhenChoice
  /// The day.
  public let day: DayFields
  /// The time, or the first of two.
  public let from: TimeFields
  /// The second of two times.
  public let to: TimeFields
  /// The day that it is now.
  public let today: CivilDay

  init(_ when: When, today: CivilDay) {
    self.today = today
    let (choice, day, from, to) = Self.parts(of: when)
    self.choice = choice
    self.day = DayFields(day.flatMap { CivilDay($0) }, inYear: today.year)
    self.from = TimeFields(from)
    self.to = TimeFields(to)
  }

  private static func parts(of when: When) -> (WhenChoice, day: String?, from: String?, to: String?) {
    switch when {
    case .toBeTold: return (.toBeTold, nil, nil, nil)
    case .day(let day): return (.day, day, nil, nil)
    case .window(let day, let from, let to): return (.window, day, from, to)
    case .at(let at):
      let parts = at.split(separator: "T").map(String.init)
      return (.time, parts.first, parts.last, nil)
    }
  }

  /// What is to be told of it when she leaves: that it can't be a time. Nothing is, where nothing is typed.
  var unread: Name? { day.areBlank && from.hour.isBlank ? nil : untold { try typed() } }

  /// What is typed, as the core takes it.
  func typed() throws -> When {
    switch choice {
    case .toBeTold: return .toBeTold
    case .day: return .day(try day.typed().text)
    case .time: return .at(try day.typed().text + "T" + from.typed())
    case .window:
      let (day, from, to) = (try day.typed().text, try from.typed(), try to.typed())
      guard from < to else { throw NoTime.order }
      return .window(day: day, from: from, to: to)
    }
  }
}
