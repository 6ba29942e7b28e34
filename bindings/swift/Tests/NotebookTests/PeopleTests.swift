import Notebook
import TestPhone
import Testing

@Suite final class PeopleTests: WithOpenNotebook {
  private func names() throws -> [String] {
    try book.numbers(language: "en").people.map(\.name)
  }

  @Test func peopleAreKeptInHerOrderAndSayWhatToDial() throws {
    let ines = try book.addPerson(
      text: PersonText(name: "Ines", number: "+44 (0)117 496 0000", note: "after six"))
    let mo = try book.addPerson(text: PersonText(name: "Mo", number: "", note: ""))
    try book.movePerson(id: mo, place: 0)
    #expect(try names() == ["Mo", "Ines"])
    #expect(try book.numbers(language: "en").people[1].dial == "+441174960000")
    try book.editPerson(id: ines, text: PersonText(name: "Ines", number: "999", note: ""))
    #expect(try book.numbers(language: "en").people[1].number == "999")
    try book.removePerson(id: ines)
    #expect(try names() == ["Mo"])
    #expect(throws: NotebookError.NotFound(what: .person)) { try book.removePerson(id: ines) }
  }

  @Test func theListIsDatedAndRightNowHasHerWords() throws {
    let page = try book.numbers(language: "en")
    #expect(page.checked.contains("2026"))
    #expect(page.services.first?.dial == "999")
    #expect(try book.rightNow(language: "en").helps.count == 5)
    let texts = OwnTexts(words: "This will pass.", helps: "Tea\nThe window")
    try book.setOwnTexts(texts: texts)
    #expect(try book.ownTexts() == texts)
    let now = try book.rightNow(language: "en")
    #expect(now.words == "This will pass." && now.helps == ["Tea", "The window"])
    #expect(now.today.hasPrefix("Today is"))
    #expect(try book.undoOwnTexts() == OwnTexts(words: "", helps: ""))
    #expect(try book.rightNow(language: "en").words.isEmpty)
  }

  @Test func aPlainNotebookHasNoneOfIt() throws {
    let plain = try Phone()
    try plain.notebooks.make(pin: firstPin, pack: .plain, secondPin: nil, language: "en")
    try plain.notebooks.unlock(pin: firstPin)
    #expect(throws: NotebookError.NotFound(what: .person)) { try plain.notebooks.rightNow(language: "en") }
    #expect(throws: NotebookError.NotFound(what: .person)) { try plain.notebooks.numbers(language: "en") }
  }
}
