import Foundation
import Notebook
import Testing

@testable import NotebookApp

/// What is said comes from the core's files, and the colours hold what `look.md` promises.
@Suite struct WordsTests {
  /// Those with a gap, which are not among the whole ones.
  private static let withGaps: [Name] = [
    .padDigits, .binEmptyWhat, .copyNotes, .restoreNew, .restoreSame, .restoreBoth, .restoreGone,
    .restoreOwnPeople, .leavingNotes, .leavingEarlier, .leavingFiles, .leavingOut, .leavingPeople, .topicCount,
    .settingWipeAfter, .settingWipeWhat, .planThing, .planUp, .planDown, .leavingDates, .restoreDates, .onScreenCloses,
    .aloudPlace,
  ]

  private static let withNames: [Name] = [
    .numbersRing, .personChange, .personRemoveWhat, .dateCopy, .reminderChange, .cardChange, .cardPickOff, .cardPickUp,
    .seenRemoveWhat,
  ]

  /// Those with another gap, or with several.
  private static let withOthers: [Name] = [
    .errorWait, .padKey, .date, .dateThisYear, .monthName, .monthWeekday, .datePutBack, .dateZone, .reminderShows,
    .pasteRead,
    .pasteGuessed, .leadMinutes, .personOfWhom, .choiceOf, .choiceOfUntil,
  ]

  /// How the names begin that only a full notebook says.
  private static let ofTheFull = ["right-now-", "numbers-", "person-", "restore-own-", "contact-theirs"]
  private static let plans: [Name] = [
    .planTitle, .planSayWhat, .planThing, .planUp, .planDown, .planOther,
  ]

  /// All names of a pack, as the sources give them: they are no list that the app needs.
  private static func all(in pack: Pack) throws -> [Name] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/NotebookApp").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let named = files.filter { $0.hasSuffix("Name.swift") || $0.hasSuffix("Names.swift") }
    return try named.filter { pack == .full || $0 != "CardNames.swift" }.flatMap { file in
      let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return source.matches(of: /static let \w+ = Name\("(.+)"\)/).map { Name(String($0.1)) }
    }
  }

  @Test(arguments: [Pack.full, .plain])
  func everyNameIsThere(pack: Pack) throws {
    let whole = Said(pack: pack, language: "en").all()
    let names = try Self.all(in: pack).filter { name in
      pack == .full || !Self.ofTheFull.contains { name.rawValue.hasPrefix($0) } && !Self.plans.contains(name)
    }
    let missing = names.filter {
      whole[$0.rawValue] == nil && !(Self.withGaps + Self.withNames + Self.withOthers).contains($0)
    }
    #expect(missing.isEmpty, "not in core/words: \(missing)")
    for name in Self.withNames where names.contains(name) {
      #expect(whole[name.rawValue] == nil)
      #expect(Texts(pack: pack, language: "en").with(name, "Ines").contains("Ines"), "\(name)")
    }
    for name in Self.withGaps where names.contains(name) {
      #expect(whole[name.rawValue] == nil)
      #expect(Texts(pack: pack, language: "en").count(name, 2).contains("2"), "\(name)")
    }
  }

  @Test func aWaitSaysItsSeconds() {
    #expect(Texts(pack: .plain, language: "en").count(.errorWait, 30, gap: .seconds).contains("30"))
  }

  @Test func daysAndMonthsAreSaidInWords() throws {
    let texts = Texts(pack: .plain, language: "en")
    let (day, today) = (try #require(CivilDay("2028-02-29")), try #require(CivilDay("2026-12-01")))
    #expect(plain(texts.day(day, today: today)) == "Tuesday 29 February 2028")
    #expect(plain(texts.day(today, today: today)) == "Tuesday 1 December")
    #expect(plain(texts.month(2027, 1)) == "January 2027" && texts.weekday(7) == "Su")
    #expect(texts.with(.datePutBack, "Friday", gap: .date).contains("Friday"))
    #expect(texts.with(.dateZone, "Paris", gap: .place).contains("Paris"))
    #expect(plain(texts.read("Day", "Friday", sure: true)) == "Day: Friday")
    #expect(plain(texts.read("Day", "Friday", sure: false)).hasPrefix("Day: Friday"))
    #expect(plain(texts.minutesBefore(90)) == "90 minutes before")
    #expect(texts.with(.reminderShows, "Milk", gap: .cover).contains("Milk"))
  }

  /// Without the marks that keep a text of another direction from turning the rest round.
  private func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" }))
  }

  @Test(arguments: [Palette.light, .dark])
  func textAndEdgesStandOut(palette: Palette) {
    for surface in [palette.paper, palette.card] {
      for text in [palette.ink, palette.quietInk, palette.water, palette.clay, palette.fern] {
        #expect(contrast(text, surface) >= 7)
      }
      #expect(contrast(palette.edge, surface) >= 4)
    }
    #expect(contrast(palette.onFern, palette.fern) >= 7)
  }

  @Test func theFormulaIsTheOneOfTheStandard() {
    #expect(abs(contrast(Shade(0), Shade(0xFFFFFF)) - 21) < 0.01)
    #expect(abs(contrast(Shade(0x777777), Shade(0xFFFFFF)) - 4.48) < 0.01)
  }

  private func contrast(_ one: Shade, _ other: Shade) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private func luminance(_ shade: Shade) -> Double {
    let (red, green, blue) = shade.parts
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : Foundation.pow((part + 0.055) / 1.055, 2.4)
  }
}
