import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Whom she sees, and what each of them may be shown.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct SeenTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func someoneSheSeesIsPutDownChangedAndTakenOut() async throws {
    try await she.firstRun(herPin)
    await session.go(.seen).value
    #expect(she.screen.seen?.isEmpty == true)
    let place = try await she.see("The surgery", .place)
    #expect(she.sees(.personSaved) && place.seen.seenAs == .place)
    let doctor = try await she.see("Dr Khan")
    await session.changeSeen(doctor).value
    let fields = try #require(she.screen.seenPerson)
    #expect(fields.others.map(\.text.name) == ["The surgery"])
    (fields.of, fields.again) = (place.id, "Rather not")
    await session.back().value
    let kept = try #require(she.screen.seen?.first { $0.id == doctor.id })
    #expect(kept.of == "The surgery" && kept.seen.again == "Rather not")
    await session.changeSeen(kept).value
    await session.removeSeen().value
    #expect(session.shown.question?.text.contains("Dr Khan") == true)
    await session.answerYes().value
    #expect(she.sees(.personRemoved) && she.screen.seen?.map(\.text.name) == ["The surgery"])
  }

  @Test func someoneIsPutDownOnceAtClose() async throws {
    try await she.firstRun(herPin)
    await session.go(.seen).value
    await session.changeSeen(nil).value
    let fields = try #require(she.screen.seenPerson)
    fields.name = "Dr Khan"
    let gate = Gate(at: .clocks, of: she.phone.device)
    let keeping = session.cardDone()
    await gate.reached()
    fields.note = "Mornings"
    let closed = session.close()
    gate.open()
    await keeping.value
    await closed.value
    try await she.unlock(herPin)
    await session.go(.seen).value
    #expect(she.screen.seen?.map(\.text.note) == ["Mornings"])
  }

  @Test func wordsAboutSomeoneWithoutANameAreNotLost() async throws {
    try await she.firstRun(herPin)
    await session.go(.seen).value
    await session.changeSeen(nil).value
    await session.back().value
    #expect(she.screen.seen?.isEmpty == true && she.notice == nil)
    await session.changeSeen(nil).value
    try #require(she.screen.seenPerson).note = "Mornings"
    await session.back().value
    #expect(she.screen.seen?.map(\.text.name) == [she.said(.seenClinician)])
  }

  @Test func aChoiceIsMadeChangedAndTakenOut() async throws {
    try await she.firstRun(herPin)
    let doctor = try await she.see("Dr Khan")
    await session.go(.choices).value
    #expect(she.screen.choices?.isEmpty == true)
    await session.changeChoice(nil).value
    var fields = try #require(she.screen.choice)
    (fields.person, fields.about, fields.shows) = (doctor.id, .section(.reach), .never)
    fields.ends = true
    (fields.day.day, fields.day.month) = ("31", "2")
    await session.choiceDone().value
    #expect(she.sees(.dateNoDay) && she.screen.choice === fields)
    (fields.day.day, fields.day.month, fields.day.year) = ("24", "12", "2026")
    await session.choiceDone().value
    #expect(she.sees(.choiceSet))
    let line = try #require(she.screen.choices?.first)
    #expect(line.last == "2026-12-24" && Texts(pack: .full, language: "en").choice(line).contains("24"))
    await session.changeChoice(line).value
    fields = try #require(she.screen.choice)
    #expect(fields.person == doctor.id && fields.ends)
    (fields.about, fields.ends) = (.section(.about), false)
    await session.choiceDone().value
    let changed = try #require(she.screen.choices)
    #expect(changed.map(\.rule.what) == [.section(.about)] && changed.first?.until == nil)
    await session.changeChoice(changed.first).value
    await session.takeOutChoice().value
    #expect(she.sees(.choiceOut) && she.screen.choices?.isEmpty == true)
  }

  @Test func aChoiceIsKeptWhenSheLeavesThePageAndAtClose() async throws {
    try await she.firstRun(herPin)
    try await choose(.reach) { _ in }
    await session.go(.notes).value
    #expect(she.sees(.choiceSet))
    try await choose(.medicines) { fields in
      fields.ends = true
      (fields.day.day, fields.day.month) = ("31", "2")
    }
    await she.close()
    try await she.unlock(herPin)
    await session.go(.choices).value
    let rules = try #require(she.screen.choices).map(\.rule)
    #expect(rules.map(\.what) == [.section(.medicines), .section(.reach)])
    #expect(rules.allSatisfy { $0.shows == .never && $0.until == nil }, "what can't be a day is no end")
    await session.changeChoice(nil).value
    await session.back().value
    #expect(she.screen.choices?.count == 2, "nothing was chosen")
  }

  private func choose(_ section: Section, _ change: (ChoiceFields) -> Void) async throws {
    await session.go(.choices).value
    await session.changeChoice(nil).value
    let fields = try #require(she.screen.choice)
    (fields.about, fields.shows) = (.section(section), .never)
    change(fields)
  }

  @Test func whatSheHoldsBackIsOnNoPageAndOnlySheIsTold() async throws {
    try await she.firstRun(herPin)
    try await she.writeCard()
    let doctor = try await she.see("Dr Khan")
    await session.go(.choices).value
    await session.changeChoice(nil).value
    let fields = try #require(she.screen.choice)
    (fields.person, fields.about, fields.shows) = (doctor.id, .section(.reach), .never)
    await session.choiceDone().value
    await session.showSomeone().value
    await session.changeShowing().value
    await session.change { $0.person = doctor.id }.value
    let part = try #require(she.screen.showChange?.showing.page.parts.first { $0.part == .section(.reach) })
    #expect(!part.isOn && !part.canChange)
    // Even if it were asked for.
    await session.change { $0.put(.section(.reach), on: true) }.value
    await session.changeShowingDone().value
    let showing = try #require(she.screen.showing)
    #expect(showing.heldBack.map(\.part) == [.section(.reach)] && showing.page.to?.contains("Dr Khan") == true)
    #expect(!she.previewed.contains("07700"))
    await session.give().value
    #expect(!holds(session, "07700") && !holds(session, part.reason))
  }
}
