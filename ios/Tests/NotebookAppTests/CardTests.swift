import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Her card over the real core: written by fields and by picked phrases, kept, and had back.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct CardTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func sheWritesHerCardByFieldsAndByPickedPhrases() async throws {
    try await she.firstRun(herPin)
    await session.go(.card).value
    #expect(she.screen.card?.isEmpty == true)
    let wants = try await she.openSection(.wants)
    let phrase = try #require(wants.phrases(for: .wants).first)
    wants.pick(phrase, for: .wants, true)
    wants.typing[.wants] = "  A window seat "
    wants.add(to: .wants)
    let place = try #require(wants.shown(on: .wants).last)
    wants.moveUp(place.at, on: .wants)
    #expect(wants.shown(on: .wants).map(\.text) == ["A window seat", phrase.text])
    await session.cardDone().value
    #expect(she.sees(.cardKept) && she.notice?.offersUndo == true)
    let reach = try await she.openSection(.reach)
    reach.card.reach.number = "07700 900123"
    reach.card.reach.voicemail = .no
    await session.cardDone().value
    let page = try #require(she.screen.myCard)
    #expect(page.card.wants == [.own("A window seat"), .picked(pick: phrase.name)])
    #expect(page.card.reach.number == "07700 900123" && page.card.reach.voicemail == .no)
    #expect(page.lines.first { $0.part == .section(.reach) }?.text.contains("07700 900123") == true)
  }

  @Test func threeThingsAreAllSheWants() async throws {
    try await she.firstRun(herPin)
    let wants = try await she.openSection(.wants)
    for phrase in wants.phrases(for: .wants).prefix(4) { wants.pick(phrase, for: .wants, true) }
    #expect(wants.isFull(.wants) && wants.shown(on: .wants).count == 3)
    wants.typing[.wants] = "One more"
    #expect(wants.typed.wants.count == 3)
    wants.takeOff(0, from: .wants)
    #expect(wants.typed.wants.last == .own("One more"), "what is typed and not added is kept too")
    wants.pick(wants.phrases(for: .wants)[3], for: .wants, true)
    #expect(wants.typed.wants.last == .own("One more"), "no phrase takes the place of what is typed")
  }

  @Test func aPhraseOfALaterVersionIsKeptAndNotShown() async throws {
    try await she.firstRun(herPin)
    var card = Card(
      wants: [.own("One"), .picked(pick: "want-later"), .own("Two")], please: [], pleaseNot: [],
      reach: Reach(
        number: "", when: "", voicemail: .notSaid, texts: .notSaid, letters: .notSaid, whoAnswers: "", notTold: ""),
      medicines: "", allergies: "", filing: .notSaid, about: About(name: "", born: "", nhsNumber: ""), reception: [],
      sections: [])
    try she.phone.notebooks.setCard(card: card)
    let wants = try await she.openSection(.wants)
    #expect(wants.shown(on: .wants).map(\.text) == ["One", "Two"] && wants.isFull(.wants))
    wants.moveUp(2, on: .wants)
    await session.cardDone().value
    card.wants = [.own("Two"), .own("One"), .picked(pick: "want-later")]
    #expect(she.screen.myCard?.card == card)
  }

  @Test func whatSheWroteIsKeptWhenSheLeavesThePageAndAtClose() async throws {
    try await she.firstRun(herPin)
    try await she.openSection(.medicines).card.medicines = "Iron"
    await session.go(.notes).value
    #expect(she.sees(.cardKept))
    try await she.openSection(.medicines).card.allergies = "Plasters"
    await session.back().value
    #expect(she.sees(.cardKept) && she.screen.myCard?.card.allergies == "Plasters")
    try await she.openSection(.please).typing[.pleaseNot] = "Hurry"
    await she.close()
    #expect(!holds(session, "Hurry"))
    try await she.unlock(herPin)
    await session.go(.myCard).value
    let card = try #require(she.screen.myCard?.card)
    #expect(card.medicines == "Iron" && card.pleaseNot == [.own("Hurry")])
  }

  @Test func whatCanNotBeKeptAtCloseIsANote() async throws {
    try await she.firstRun(herPin)
    let long = String(repeating: "heron ", count: 2_000)
    try await she.openSection(.medicines).card.medicines = long
    await session.back().value
    #expect(she.notice?.trouble == true, "she can still mend it")
    await she.close()
    try await she.unlock(herPin)
    await session.go(.notes).value
    #expect(she.screen.lines?.lines.count == 1)
  }

  @Test func theLastChangeIsHadBack() async throws {
    try await she.firstRun(herPin)
    try await she.openSection(.about).card.about.name = "Ines"
    await session.cardDone().value
    await session.undo().value
    #expect(she.sees(.cardBackAgain) && she.screen.myCard?.card.about.name == "")
    #expect(she.notice?.offersUndo == false)
  }

  @Test func aPartOfHerOwnIsAddedAndTakenOut() async throws {
    try await she.firstRun(herPin)
    await session.go(.myCard).value
    await session.addSection().value
    let fields = try #require(she.screen.section)
    #expect(!fields.isThere)
    (fields.title, fields.text) = ("My dog", "He stays with me.")
    await session.cardDone().value
    let page = try #require(she.screen.myCard)
    let own = try #require(page.card.sections.first)
    #expect(own.title == "My dog")
    let line = try #require(page.lines.first { $0.part == .own(own.id) })
    await session.changeSection(line).value
    #expect(she.screen.section?.isThere == true && she.screen.section?.text == "He stays with me.")
    await session.takeOutSection().value
    #expect(she.sees(.cardOwnIsOff) && she.screen.myCard?.card.sections.isEmpty == true)
    await session.undo().value
    #expect(she.screen.myCard?.card.sections == [own])
  }

  @Test func olderCardsAreKeptOnlyWhileSheWantsThem() async throws {
    try await she.firstRun(herPin)
    await session.go(.pastCards).value
    await session.keepPastCards(true).value
    #expect(she.sees(.cardPastOn) && she.screen.pastCards?.keeps == true)
    for text in ["Iron", "Zinc"] {
      try await she.openSection(.medicines).card.medicines = text
      await session.cardDone().value
    }
    await session.go(.pastCards).value
    #expect(she.screen.pastCards?.cards.contains { $0.text.contains("Iron") } == true)
    await session.clearPastCards().value
    #expect(session.shown.question?.final == true)
    await session.answerYes().value
    #expect(she.sees(.cardPastCleared) && she.screen.pastCards?.cards.isEmpty == true)
  }

  @Test func aPlainNotebookHasNoCard() async throws {
    try await she.firstRun(herPin, second: otherPin)
    await she.close()
    try await she.unlock(otherPin)
    for place in [Place.card, .myCard, .pastCards, .seen, .choices, .shown] {
      await session.go(place).value
      #expect(she.screen.place == .write && she.notice?.trouble == true, "\(place)")
    }
    await session.showSomeone().value
    #expect(she.screen.place == .write && she.notice?.trouble == true)
  }
}

/// What she does with her card.
extension Robot {
  /// Opens a section of her card.
  @discardableResult
  func openSection(_ section: Section) async throws -> SectionFields {
    await session.go(.myCard).value
    let line = try #require(screen.myCard?.lines.first { $0.part == .section(section) })
    await session.changeSection(line).value
    return try #require(screen.section)
  }

  /// Writes a short card.
  func writeCard() async throws {
    let wants = try await openSection(.wants)
    wants.pick(try #require(wants.phrases(for: .wants).first), for: .wants, true)
    wants.typing[.wants] = "A window seat"
    await session.cardDone().value
    let reach = try await openSection(.reach)
    reach.card.reach.number = "07700 900123"
    await session.cardDone().value
    try await openSection(.about).card.about.name = "Ines"
    await session.cardDone().value
  }

  /// Someone she sees.
  func see(_ name: String, _ kind: SeenAs = .clinician) async throws -> SeenLine {
    await session.go(.seen).value
    await session.changeSeen(nil).value
    let fields = try #require(screen.seenPerson)
    (fields.name, fields.kind) = (name, kind)
    await session.cardDone().value
    return try #require(screen.seen?.first { $0.text.name == name })
  }
}

extension Screen {
  var card: CardHome? { if case .card(let page) = self { page } else { nil } }
  var myCard: CardPage? { if case .myCard(let page) = self { page } else { nil } }
  var section: SectionFields? { if case .section(let fields) = self { fields } else { nil } }
  var pastCards: PastPage? { if case .pastCards(let page) = self { page } else { nil } }
  var seen: [SeenLine]? { if case .seen(let all) = self { all } else { nil } }
  var seenPerson: SeenFields? { if case .seenPerson(let fields) = self { fields } else { nil } }
  var choices: [ChoiceLine]? { if case .choices(let lines) = self { lines } else { nil } }
  var choice: ChoiceFields? { if case .choice(let fields) = self { fields } else { nil } }
  var showing: Showing? { if case .showing(let showing) = self { showing } else { nil } }
  var showChange: (showing: Showing, choices: ShowChoices)? {
    if case .showChange(let showing, let choices) = self { (showing, choices) } else { nil }
  }
  var notePart: NotePart? { if case .showNote(_, _, _, let part) = self { part } else { nil } }
  var onScreen: OnScreen? { if case .onScreen(let page) = self { page } else { nil } }
  var aloud: ReadOut? { if case .aloud(let out) = self { out } else { nil } }
  var textGiven: String? { if case .textGiven(let text) = self { text } else { nil } }
  var pageGiven: GivenPage? { if case .pageGiven(let page) = self { page } else { nil } }
  var shownLines: ShownLines? { if case .shownLines(let list) = self { list } else { nil } }
  var receipt: ReceiptPage? { if case .receipt(let page) = self { page } else { nil } }
}
