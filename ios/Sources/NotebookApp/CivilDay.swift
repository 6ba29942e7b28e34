import Foundation

/// A day of the calendar, wherever it is: a year, a month and a day of it.
public struct CivilDay: Hashable, Sendable {
  /// The year, from 1 to 9999.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// None if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...CivilMonth(year: year, month: month).days).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// As the core writes it, such as `2026-12-01`; none if it is no day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that the clocks of a zone show at a moment.
  public init(of date: Date, in zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    (year, month, day) = (parts.year ?? 1, parts.month ?? 1, parts.day ?? 1)
  }

  /// As the core takes it.
  public var text: String {
    [Self.padded(year, to: 4), Self.padded(month, to: 2), Self.padded(day, to: 2)].joined(separator: "-")
  }

  /// The day of the week, from 1 for Monday.
  public var weekday: Int {
    // January and February count to the year before, so that a leap day is a year's last. 1 January of the year 1 was a Monday.
    let (year, month) = month < 3 ? (year - 1, month + 12) : (year, month)
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day
    return (days + 1) % 7 + 1
  }

  /// The day after it; itself at the end of time.
  public var next: CivilDay {
    CivilDay(year: year, month: month, day: day + 1) ?? CivilDay(year: year, month: month + 1, day: 1)
      ?? CivilDay(year: year + 1, month: 1, day: 1) ?? self
  }

  static func padded(_ number: Int, to digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

/// A month of the calendar.
public struct CivilMonth: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int

  /// How many days it has.
  var days: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The month that many months later, or earlier.
  func later(by months: Int) -> CivilMonth {
    let all = year * 12 + month - 1 + months
    return CivilMonth(year: all / 12, month: all % 12 + 1)
  }
}

extension String {
  /// The number that someone typed, in the digits of any script; none if it is no number of at most `most` digits.
  func typedNumber(most: Int) -> Int? {
    let digits = filter { !$0.isWhitespace }
    guard (1...most).contains(digits.count) else { return nil }
    return digits.reduce(0) { sum, digit in
      guard let sum, let value = digit.wholeNumberValue, (0...9).contains(value) else { return nil }
      return sum * 10 + value
    }
  }
}
