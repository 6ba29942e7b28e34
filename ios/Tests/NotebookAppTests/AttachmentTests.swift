import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Pictures, sounds and other files of a note.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct AttachmentTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func whatANoteHasIsNamedAndCanBeTakenOutForGood() async throws {
    try await she.firstRun(herPin)
    let note = try she.phone.notebooks.write(herText, title: herTitle)
    _ = try she.phone.notebooks.attach(id: note, name: "list.txt", bytes: Data("Milk".utf8))
    try await she.openFromNotes(herTitle)
    let line = try #require(she.screen.page?.attachments.first)
    #expect(line.name == "list.txt" && line.kind == .attachmentFile)
    await session.openAttachment(line).value
    #expect(she.screen.attached?.line == line)
    await session.back().value
    #expect(she.screen.page?.text == herText)
    await session.openAttachment(line).value
    await session.removeAttachment().value
    #expect(session.shown.question?.final == true && session.shown.question?.text == she.said(.attachmentWhat))
    await session.answerYes().value
    #expect(she.sees(.attachmentRemoved) && she.screen.page?.attachments.isEmpty == true)
  }

  @Test func aPictureOfHersIsSeenInItsNoteAndTakenOut() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await session.add().value
    await session.pickPicture().value
    #expect(she.sees(.attachmentIn) && she.screen.page?.text == herText)
    let line = try #require(she.screen.page?.attachments.first)
    #expect(line.name == "leaf.png" && line.kind == .attachmentPicture)
    await session.openAttachment(line).value
    #expect(she.screen.attached?.picture is Leaf && session.shown.busy == nil)
    await session.removeAttachment().value
    await session.answerYes().value
    #expect(she.screen.page?.attachments.isEmpty == true)
  }

  @Test func aPictureThatIsTakenGoesWithWhatSheWrote() async throws {
    she.senses.camera = Lens(taken: Chosen(name: "picture.png", bytes: leaf))
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: herText)
    await session.add().value
    await session.takePicture().value
    #expect(she.screen.page?.text == herText && she.screen.page?.attachments.map(\.name) == ["picture.png"])
    await session.go(.write).value
    await she.write("Another", herText)
    #expect(she.screen.isOffer, "the offer of a copy was not used up where she could not see it")
  }

  @Test func whoPicksNothingIsWhereSheWas() async throws {
    she.senses.picked = nil
    try await she.firstRun(herPin)
    await session.add().value
    await session.pickPicture().value
    guard case .addTo = she.screen else { throw Robot.NotAsked() }
    await session.back().value
    #expect(she.isHome())
    await session.go(.notes).value
    #expect(she.titles.isEmpty)
  }

  @Test func sheCanStopWaitingForAPictureThatDoesNotCome() async throws {
    let picking = try await waitingForAPicture()
    #expect(session.shown.busy?.canStop == true)
    session.stop()
    await picking.value
    #expect(she.sees(.stopped) && session.shown.busy == nil)
    she.senses.picturesNeverCome = false
    await session.pickPicture().value
    #expect(she.sees(.attachmentIn))
  }

  @Test func aPictureThatDoesNotComeHoldsOffNeitherCloseNorTheNextUnlock() async throws {
    let picking = try await waitingForAPicture()
    she.time.pass(.seconds(3600))
    session.closeIfLeftAlone()
    #expect(she.screen.isBlank)
    await picking.value
    await session.last?.value
    try await she.unlock(herPin)
    await session.go(.notes).value
    #expect(she.titles.isEmpty)
  }

  private func waitingForAPicture() async throws -> Task<Void, Never> {
    she.senses.picturesNeverCome = true
    try await she.firstRun(herPin)
    await session.add().value
    let picking = session.pickPicture()
    while session.shown.busy == nil { await Task.yield() }
    return picking
  }

  @Test func closingWhileSheLooksForAPictureShowsThePad() async throws {
    let (asked, tell) = AsyncStream.makeStream(of: Void.self)
    she.senses.camera = Endless(asked: tell)
    try await she.firstRun(herPin)
    await session.add().value
    let taking = session.takePicture()
    for await _ in asked { break }
    she.time.pass(.seconds(3600))
    session.closeIfLeftAlone()
    #expect(!she.screen.isBlank, "she is busy elsewhere")
    await session.left().over.value
    await taking.value
    #expect(she.screen.isUnlock)
  }
}

/// A camera page that goes only when it is made to.
private struct Endless: Camera {
  let asked: AsyncStream<Void>.Continuation

  func take() async throws -> Chosen? {
    asked.yield()
    await Stop().asked()
    return nil
  }
}
