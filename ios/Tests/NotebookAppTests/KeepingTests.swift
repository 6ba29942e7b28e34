import Dispatch
import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Her words are kept while she types, when she goes away, and when something goes wrong.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct KeepingTests {
  @Test func whatACrashLeftUnsavedIsANoteAtTheNextUnlock() async throws {
    let she = try Robot(typing: .zero)
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: herText)
    while try she.phone.notebooks.newDraft()?.title != herTitle { await Task.yield() }
    try await she.crash()
    try await she.unlock(herPin)
    #expect(she.sees(.writeWaiting))
    try await she.openFromNotes(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  @Test func afterAQuietMomentTheLogTellsNothing() async throws {
    let she = try Robot(rest: .zero)
    try await she.firstRun(herPin)
    try she.phone.notebooks.write(herText)
    #expect(try logBytes(she) > 0)
    await she.write(herTitle, herText)
    while try logBytes(she) > 0 { await Task.yield() }
  }

  /// What lies in the logs of both notebooks.
  private func logBytes(_ she: Robot) throws -> Int {
    let names = try FileManager.default.contentsOfDirectory(atPath: she.phone.folder).filter { $0.hasSuffix("-wal") }
    #expect(names.count == 2)
    return try names.reduce(0) { sum, name in
      let facts = try FileManager.default.attributesOfItem(atPath: "\(she.phone.folder)/\(name)")
      return sum + (facts[.size] as? Int ?? 0)
    }
  }

  /// It is locked under her hands: what was typed must not end in the other notebook.
  @Test func wordsOfOneNotebookNeverComeIntoTheOther() async throws {
    let she = try Robot(typing: .zero)
    try await she.firstRun(herPin, second: otherPin)
    she.type(title: herTitle, text: herText)
    while try she.phone.notebooks.newDraft()?.title != herTitle { await Task.yield() }
    try she.phone.notebooks.lock()
    await she.session.done().value
    #expect(she.screen.isUnlock && she.notice?.trouble == true)
    try await she.unlock(otherPin)
    await she.session.go(.notes).value
    #expect(!she.titles.isEmpty && !she.titles.contains(herTitle))
    await she.close()
    try await she.unlock(herPin)
    #expect(she.sees(.writeWaiting))
    try await she.openFromNotes(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  @Test func aFieldStartsOnceAndAQuestionDoesNotTouchIt() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await she.session.edit().value
    guard case .edit(_, let writing) = she.screen else { throw Robot.NotAsked() }
    #expect(writing.text == herText && writing.title == herTitle)
    she.type(text: herText)
    #expect(she.session.typing == nil, "a field that says what is in it is no typing")
    she.type(text: "Less.")
    await she.session.deleteAll().value
    await she.session.answerNo().value
    guard case .edit(_, let same) = she.screen else { throw Robot.NotAsked() }
    #expect(same === writing && same.text == "Less.")
  }

  @Test func whatCanNotBeSavedStaysOnThePage() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    // Longer than any title that is taken in.
    she.type(title: String(repeating: "long ", count: 14_000), text: herText)
    await she.session.done().value
    #expect(she.notice?.trouble == true)
    guard case .write(let writing) = she.screen else { throw Robot.NotAsked() }
    #expect(writing.text == herText)
    she.type(title: herTitle, text: herText)
    await she.session.done().value
    #expect(she.sees(.writeDone))
  }

  @Test func whatSheTypesWhileItIsKeptIsKeptToo() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: "A grey heron")
    let gate = Gate(at: .clocks, of: she.phone.device)
    let done = she.session.done()
    await gate.reached()
    she.type(text: herText)
    gate.open()
    await done.value
    #expect(she.sees(.writeDone))
    await she.session.go(.notes).value
    #expect(she.titles == [herTitle])
    try await she.open(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  @Test(arguments: [false, true])
  func closingWhileItIsKeptKeepsItOnce(typesOn: Bool) async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: typesOn ? "A grey heron" : herText)
    let gate = Gate(at: .clocks, of: she.phone.device)
    let done = she.session.done()
    await gate.reached()
    if typesOn { she.type(text: herText) }
    let closed = she.session.close()
    gate.open()
    await done.value
    await closed.value
    try await she.unlock(herPin)
    #expect(she.notice == nil)
    await she.session.go(.notes).value
    #expect(she.titles == [herTitle])
    try await she.open(herTitle)
    #expect(she.screen.page?.text == herText)
    #expect(typesOn == she.sees(.noteChanged), "only what came later is a change")
  }

  @Test func theCoreIsNeverCalledOnTheMainQueue() async throws {
    let she = try Robot()
    // Of the queue and not of the thread: on Linux the main queue may run on any.
    nonisolated(unsafe) let mark = DispatchSpecificKey<Bool>()
    DispatchQueue.main.setSpecific(key: mark, value: true)
    let onMain = Shared((calls: 0, main: 0))
    for call in TestDevice.Call.allCases {
      she.phone.device.during(call) {
        let main = DispatchQueue.getSpecific(key: mark) == true
        onMain.with { $0 = ($0.calls + 1, $0.main + (main ? 1 : 0)) }
      }
    }
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await she.close()
    try await she.unlock(herPin)
    #expect(DispatchQueue.getSpecific(key: mark) == true, "the session is")
    #expect(onMain.with { $0.calls > 10 && $0.main == 0 })
  }
}
