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
}
