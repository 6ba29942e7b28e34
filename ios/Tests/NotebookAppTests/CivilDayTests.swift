import Foundation
import Testing

@testable import NotebookApp

/// Days and times as she types them.
@MainActor
@Suite struct CivilDayTests {
  @Test(arguments: [
    ("2026-12-01", true), ("2028-02-29", true), ("2026-02-29", false), ("2026-04-31", false), ("2026-13-01", false),
    ("2026-00-10", false), ("0000-01-01", false), ("10000-01-01", false), ("2026-12", false), ("", false),
    ("2026-12-1-1", false), ("1582-10-10", true),
  ])
  func onlyDaysThatThereAre(text: String, there: Bool) {
    #expect(CivilDay(text).map(\.text) == (there ? text : nil))
  }

  /// Over four hundred years, after which all weekdays come again.
  @Test func weekdaysFollowOneAnother() throws {
    var day = try #require(CivilDay("1999-12-31"))
    #expect(day.weekday == 5 && CivilDay("0001-01-01")?.weekday == 1)
    for _ in 0..<146_097 {
      let next = day.next
      #expect(next.weekday == day.weekday % 7 + 1)
      day = next
    }
    #expect(day.text == "2399-12-31")
  }

  @Test func theDayAfter() throws {
    for (day, after) in [("2026-12-31", "2027-01-01"), ("2028-02-28", "2028-02-29"), ("2026-02-28", "2026-03-01")] {
      #expect(try #require(CivilDay(day)).next.text == after)
    }
    #expect(try #require(CivilDay("9999-12-31")).next.text == "9999-12-31")
    #expect(CivilMonth(year: 2026, month: 12).later(by: 1) == CivilMonth(year: 2027, month: 1))
    #expect(CivilMonth(year: 2026, month: 1).later(by: -1) == CivilMonth(year: 2025, month: 12))
  }

  @Test func theDayIsThatOfTheClocksHere() throws {
    let date = Date(timeIntervalSince1970: 1_796_116_200)
    let zones = ["Pacific/Auckland": "2026-12-01", "Pacific/Honolulu": "2026-11-30"]
    for (zone, day) in zones {
      #expect(CivilDay(of: date, in: try #require(TimeZone(identifier: zone))).text == day)
    }
  }

  /// Digits of any script, and nothing that is no number.
  @Test(arguments: [("9", 9), (" 09 ", 9), ("٠٩", 9), ("९", 9), ("½", nil), ("-1", nil), ("", nil), ("123", nil)])
  func typedNumbers(text: String, number: Int?) {
    #expect(text.typedNumber(most: 2) == number)
  }

  @Test func aTimeIsAnHourAndMinutesOrNone() throws {
    for (hour, minute, time) in [("9", "5", "09:05"), ("23", "59", "23:59"), ("0", "", "00:00")] {
      let fields = TimeFields(nil)
      (fields.hour, fields.minute) = (hour, minute)
      #expect(try fields.typed() == time)
    }
    for (hour, minute) in [("24", "0"), ("", "10"), ("9", "60"), ("nine", "0")] {
      let fields = TimeFields(nil)
      (fields.hour, fields.minute) = (hour, minute)
      #expect(throws: NoTime.time) { try fields.typed() }
    }
  }
}
