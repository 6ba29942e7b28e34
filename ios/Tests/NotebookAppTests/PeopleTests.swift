import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Right now and Numbers, over the real core.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct PeopleTests {
  let she: Robot
  var session: Session { she.session }
  private static let number = "+44 (0)117 496 0000"
  private static let words = "This will pass. It did before."

  init() throws { she = try Robot() }

  @Test func someoneSheAddsIsOnRightNowAndStaysThere() async throws {
    try await she.firstRun(herPin)
    await session.go(.rightNow).value
    #expect(she.screen.rightNow?.people.isEmpty == true)
    try await add("Ines", Self.number)
    #expect(she.sees(.personSaved))
    await she.close()
    try await she.unlock(herPin)
    await session.go(.rightNow).value
    let ines = try #require(she.screen.rightNow?.people.first)
    #expect(ines.name == "Ines" && ines.number == Self.number)
    #expect(she.handset.rung.isEmpty)
    session.ring(try #require(ines.dial))
    #expect(she.handset.rung == ["+441174960000"])
  }

  @Test func herOwnWordsAreKeptAsSheTypesThem() async throws {
    try await she.firstRun(herPin)
    await session.go(.rightNow).value
    await session.changeOwnWords().value
    session.typed(ownWords: Self.words)
    session.typed(helps: "Tea\nThe window")
    // She closes in the middle.
    await she.close()
    #expect(!holds(session, Self.words))
    try await she.unlock(herPin)
    await session.go(.rightNow).value
    #expect(she.screen.rightNow?.words == Self.words && she.screen.rightNow?.helps.contains("The window") == true)
    await session.changeOwnWords().value
    session.typed(ownWords: "")
    await session.ownWordsDone().value
    #expect(she.sees(.rightNowSaved) && she.screen.rightNow?.words == "")
    await she.session.undo().value
    #expect(she.sees(.rightNowUndone) && she.screen.rightNow?.words != "")
    #expect(she.screen.rightNow?.helps.contains("The window") == true)
  }

  @Test func ownWordsThatAreBeingKeptAtCloseAreTheLastOnes() async throws {
    try await she.firstRun(herPin)
    await session.go(.rightNow).value
    await session.changeOwnWords().value
    let gate = Gate(at: .clocks, of: she.phone.device)
    session.typed(ownWords: "This")
    await gate.reached()
    session.typed(ownWords: Self.words)
    let closed = session.close()
    gate.open()
    await closed.value
    try await she.unlock(herPin)
    await session.go(.rightNow).value
    #expect(she.screen.rightNow?.words == Self.words)
  }

  @Test func whatSheWritesOfSomeoneCanBeChangedMovedAndTakenOut() async throws {
    try await she.firstRun(herPin)
    try await add("Ines", Self.number)
    try await add("Mo", "")
    try await change("Mo") { #expect($0.canGoUp && !$0.canGoDown) }
    await session.movePerson(by: -1).value
    #expect(people == ["Mo", "Ines"])
    try await change("Ines") { $0.fields.number = "999" }
    await session.keepPerson().value
    #expect(she.screen.numbers?.people.last?.number == "999")
    try await change("Ines") { _ in }
    await session.removePerson().value
    let question = try #require(session.shown.question)
    #expect(question.final && question.text.contains("Ines") && question.text.contains("for good"))
    await session.answerYes().value
    #expect(she.sees(.personRemoved) && people == ["Mo"])
    await session.back().value
    #expect(she.screen.isRightNow)
  }

  @Test func someoneWithoutANameIsNotKept() async throws {
    try await she.firstRun(herPin)
    try await add(" ", Self.number)
    #expect(she.notice == nil)
    await session.go(.numbers).value
    #expect(people.isEmpty && she.sees(.writeDone), "its words are a note")
  }

  @Test func aPlainNotebookHasNeither() async throws {
    try await she.firstRun(herPin, second: otherPin)
    #expect(session.shown.texts?.pack == .full)
    await she.close()
    try await she.unlock(otherPin)
    #expect(session.shown.texts?.pack == .plain, "no page has the way to it")
    await session.go(.rightNow).value
    #expect(she.notice?.trouble == true && !she.screen.isRightNow)
  }

  @Test func whatSheWroteOfAPersonIsKeptWhenSheLeavesThePageAndAtClose() async throws {
    try await she.firstRun(herPin)
    try await begin("Ines", "0117 496 0000")
    await session.go(.numbers).value
    #expect(people == ["Ines"])
    try await begin("Mo", "")
    await she.close()
    try await she.unlock(herPin)
    await session.go(.numbers).value
    #expect(people == ["Ines", "Mo"])
    try await change("Mo") { $0.fields.note = "My cousin" }
    await session.movePerson(by: -1).value
    #expect(people == ["Mo", "Ines"] && she.screen.numbers?.people.first?.note == "My cousin")
    try await begin("", "0117 496 0001")
    await she.close()
    try await she.unlock(herPin)
    #expect(try she.phone.notebooks.notes(language: "en", topic: nil, after: nil).lines.count == 1, "no words are lost")
  }

  private func begin(_ name: String, _ number: String) async throws {
    await session.go(.numbers).value
    await session.changePerson(nil).value
    guard case .person(let edit) = she.screen else { throw Robot.NotAsked() }
    (edit.fields.name, edit.fields.number) = (name, number)
  }

  private func add(_ name: String, _ number: String) async throws {
    await session.go(.numbers).value
    await session.changePerson(nil).value
    guard case .person(let edit) = she.screen else { throw Robot.NotAsked() }
    (edit.fields.name, edit.fields.number) = (name, number)
    await session.keepPerson().value
  }

  private func change(_ name: String, _ change: (PersonEdit) -> Void) async throws {
    let person = try #require(she.screen.numbers?.people.first { $0.name == name })
    await session.changePerson(person).value
    guard case .person(let edit) = she.screen else { throw Robot.NotAsked() }
    change(edit)
  }

  private var people: [String] { she.screen.numbers?.people.map(\.name) ?? [] }
}
