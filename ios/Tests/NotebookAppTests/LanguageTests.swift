import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// The language of the screens: chosen, kept, and the way it runs.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct LanguageTests {
  let she: Robot
  var session: Session { she.session }
  /// Made up, from the English; it runs from right to left.
  private static let turned = "ar-XB"

  init() throws { she = try Robot() }

  @Test func sheChoosesALanguageAndAllSpeaksIt() async throws {
    try await she.firstRun(herPin)
    try she.phone.notebooks.write(herText, title: herTitle)
    await session.go(.notes).value
    let english = try #require(she.screen.lines?.lines.first?.date)
    #expect(session.shown.texts?.language.tag == "en" && session.shown.texts?.language.rightToLeft == false)
    await session.choose(Look(language: Self.turned)).value
    await session.go(.notes).value
    let texts = try #require(session.shown.texts)
    #expect(texts.language.tag == Self.turned && texts.language.rightToLeft && texts.pack == .full)
    #expect(texts[.barNotes] != she.said(.barNotes))
    #expect(she.screen.lines?.lines.first?.date != english)
    await she.close()
    #expect(session.shown.texts?.language.tag == Self.turned)
    try await she.crash()
    #expect(session.shown.texts?.language.tag == Self.turned, "it is kept")
    await session.choose(Look()).value
    try await she.unlock(herPin)
    #expect(session.shown.texts?.language.tag == "en", "that of the phone again")
  }

  @Test func aLanguageThatIsNotThereAnyMoreIsThePhonesOwn() async throws {
    await session.choose(Look(language: "tlh")).value
    try await she.crash()
    #expect(session.shown.texts?.language.tag == "en")
  }
}
