import Notebook
import TestPhone
import Testing

/// Her card, whom she sees, and what each may be shown.
@Suite final class CardTests: WithOpenNotebook {
  @Test func aCardComesBackAsSheWroteIt() throws {
    var card = try book.card(language: "en").card
    let own = OwnSection(id: try book.newSection(), title: "At work", text: "Please ring.")
    card.wants = [.picked(pick: "want-sleep"), .own("A letter")]
    card.reach = Reach(
      number: "07700 900123", when: "", voicemail: .no, texts: .yes, letters: .notSaid,
      whoAnswers: "", notTold: "Anyone at home")
    card.filing = .askMe
    card.about = About(name: "Sam", born: "", nhsNumber: "")
    card.sections = [own]
    try book.setCard(card: card)
    let page = try book.card(language: "en")
    #expect(page.card == card && page.canUndo && page.written != nil && page.over == nil && !page.waits)
    let wants = try #require(page.lines.first)
    #expect(wants.part == .section(.wants) && wants.text == "Today I want\n- Help with sleep\n- A letter")
    #expect(page.lines.last?.part == .own(own.id) && page.lines.last?.name == "At work")
    try book.undoCard()
    #expect(try book.card(language: "en").lines.allSatisfy { $0.text.isEmpty })
    let choices = try book.cardChoices(language: "en")
    let sleep = try #require(choices.wants.first { $0.name == "want-sleep" })
    #expect(sleep.text == "Help with sleep" && sleep.picture.hasPrefix("M "))
  }

  @Test func olderCardsAreKeptOnlyIfSheSaysSo() throws {
    func write(_ text: String) throws {
      var card = try book.card(language: "en").card
      card.medicines = text
      try book.setCard(card: card)
    }
    try write("One")
    try write("Two")
    #expect(try book.pastCards(language: "en") == PastPage(keeps: false, cards: []))
    try book.keepPastCards(on: true)
    try write("Three")
    #expect(try book.pastCards(language: "en").cards.first?.text.contains("Two") == true)
    try book.clearPastCards()
    #expect(try book.pastCards(language: "en").cards.isEmpty)
  }

  @Test func whomSheSeesAndWhatEachMaySee() throws {
    let practice = try book.setPersonSeen(
      id: nil, text: PersonText(name: "The practice", number: "", note: ""),
      seen: Seen(seenAs: .place, of: nil, again: ""))
    let doctor = try book.setPersonSeen(
      id: nil, text: PersonText(name: "Dr Khan", number: "", note: ""),
      seen: Seen(seenAs: .clinician, of: practice, again: "She listened."))
    let lines = try book.peopleSeen(language: "en")
    #expect(lines.map(\.text.name) == ["The practice", "Dr Khan"])
    #expect(lines.last?.of == "The practice" && lines.last?.id == doctor)
    let id = try book.setChoice(
      person: practice, what: .section(.medicines), shows: .never, last: "2026-12-24")
    let choice = try #require(try book.choices(language: "en").first)
    #expect(choice.rule.shows == .never && choice.last == "2026-12-24" && choice.who == "The practice")
    let options = try book.choiceOptions(language: "en")
    #expect(options.who.map(\.person) == [nil, practice, doctor])
    #expect(options.what.contains { $0.what == .plans })
    try book.removeChoice(id: id)
    #expect(try book.choices(language: "en").isEmpty)
  }

  @Test func aPlainNotebookHasNoneOfIt() throws {
    let plain = try Phone()
    try plain.notebooks.make(pin: firstPin, pack: .plain, secondPin: nil, language: "en")
    try plain.notebooks.unlock(pin: firstPin)
    #expect(throws: NotebookError.NotFound(what: .card)) { try plain.notebooks.card(language: "en") }
    #expect(throws: NotebookError.self) { try plain.notebooks.choices(language: "en") }
  }
}
