import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// An open copy: shown before it leaves, and only then made. Anyone can read it, so nothing of it stays on the phone.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct OpenCopyTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  private func written() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
  }

  private var onTheWay: [String] { get throws { try files(in: she.phone.path("scratch")) } }

  /// What is in a copy, by the names of its files.
  private func inside(_ copy: URL) throws -> [String: Data] { try unpacked(Data(contentsOf: copy)) }

  /// The copy that waits for its place.
  private func made() async throws -> URL {
    _ = try await she.lookAtOpenCopy()
    await session.saveCopy().value
    guard case .place(let file)? = session.shown.asks else { throw Robot.NotAsked() }
    return file
  }

  @Test func sheSeesWhatItHoldsAndThenItIsThere() async throws {
    try await written()
    _ = try she.phone.notebooks.addPerson(text: PersonText(name: "Ines", number: "0117 496 0000", note: ""))
    try she.phone.notebooks.setOwnTexts(texts: OwnTexts(words: "This will pass.", helps: ""))
    let texts = Texts(pack: .full, language: "en")
    #expect(
      try await she.lookAtOpenCopy() == [
        texts.count(.leavingNotes, 1), texts[.leavingNotesBin], texts.count(.leavingPeople, 1), texts[.leavingOwnWords],
      ])
    #expect(try onTheWay.isEmpty, "nothing is made before she said where to")
    await session.saveCopy().value
    guard case .place(let file)? = session.shown.asks else { throw Robot.NotAsked() }
    await session.chose(try she.folder()).value
    #expect(she.sees(.openCopyDone) && she.screen.isMore && she.screen.twelve == nil)
    let all = try inside(she.folder().appendingPathComponent("notebook.zip"))
    let note = all.first { $0.key.hasPrefix("notes/") }?.value
    #expect(note?.range(of: Data(herText.utf8)) != nil && note?.range(of: Data(herTitle.utf8)) != nil)
    #expect(all["people.md"]?.range(of: Data("0117 496 0000".utf8)) != nil)
    #expect(all["words to myself.md"] == Data("This will pass.\n".utf8))
    #expect(all["what helps.md"] == nil && !all.keys.contains { $0.hasPrefix("attachments/") })
    #expect(
      all.keys.filter { !$0.hasPrefix("notes/") }.sorted() == [
        "READ ME.txt", "fernbook.json", "people.md", "words to myself.md",
      ])
    #expect(!FileManager.default.fileExists(atPath: file.path))
    #expect(try onTheWay.isEmpty)
  }

  @Test func notNowMakesNothing() async throws {
    try await written()
    _ = try await she.lookAtOpenCopy()
    await session.back().value
    guard case .saveCopy = she.screen else { throw Robot.NotAsked() }
    await session.beforeSealedCopy().value
    #expect(she.screen.outgoing != nil && she.leaving == nil)
    await session.back().value
    guard case .saveCopy = she.screen else { throw Robot.NotAsked() }
    #expect(try onTheWay.isEmpty)
  }

  @Test func whatMaySayWhereSheWasStaysUnlessSheTakesIt() async throws {
    try await she.firstRun(herPin)
    let note = try she.phone.notebooks.write(herText, title: herTitle)
    _ = try she.phone.notebooks.attach(id: note, name: "voice.wav", bytes: voice)
    let texts = Texts(pack: .full, language: "en")
    let without = try await made()
    #expect(try !inside(without).keys.contains { $0.hasPrefix("attachments/") })
    await session.chose(nil).value
    #expect(she.leaving?.contains(texts.count(.leavingOut, 1)) == true)
    await session.beforeOpenCopy(allFiles: true).value
    #expect(she.screen.outgoing?.allFiles == true)
    #expect(she.leaving?.contains(texts.count(.leavingFiles, 1)) == true)
    await session.saveCopy().value
    await session.chose(try she.folder()).value
    let files = try inside(she.folder().appendingPathComponent("notebook.zip")).filter {
      $0.key.hasPrefix("attachments/")
    }
    #expect(files.count == 1 && files.first?.key.hasSuffix(".wav") == true && files.first?.value == voice)
  }

  @Test func withoutAPlaceItIsGone() async throws {
    try await written()
    let file = try await made()
    #expect(try inside(file)["fernbook.json"] != nil)
    await session.chose(nil).value
    #expect(try onTheWay.isEmpty && session.shown.asks == nil)
    #expect(she.screen.outgoing != nil, "she may choose again")
  }

  @Test func itNeverTakesThePlaceOfAnother() async throws {
    try await written()
    let place = try she.folder().appendingPathComponent("notebook.zip")
    try Data("hers".utf8).write(to: place)
    _ = try await made()
    await session.chose(try she.folder()).value
    #expect(she.sees(.saveTaken) && she.notice?.trouble == true)
    #expect(try Data(contentsOf: place) == Data("hers".utf8))
    #expect(try onTheWay.isEmpty)
  }

  @Test func closeTakesItAwayAndACrashDoesAtTheNextStart() async throws {
    try await written()
    _ = try await made()
    await she.close()
    #expect(try onTheWay.isEmpty)
    try await she.unlock(herPin)
    _ = try await made()
    #expect(try onTheWay.count == 1)
    try await she.crash()
    #expect(try onTheWay.isEmpty)
  }

  @Test func oneThatIsBeingMadeWhenSheClosesIsGone() async throws {
    try await written()
    _ = try await she.lookAtOpenCopy()
    let gate = Gate(at: .clocks, of: she.phone.device)
    let saving = session.saveCopy()
    await gate.reached()
    let closed = session.close()
    gate.open()
    await saving.value
    await closed.value
    #expect(try onTheWay.isEmpty && she.screen.isUnlock)
  }
}
