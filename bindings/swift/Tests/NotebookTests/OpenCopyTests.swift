import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class OpenCopyTests: WithOpenNotebook {
  @Test func anyoneCanReadItAndNoPictureSaysWhereSheWas() throws {
    let note = try book.write("pomegranate")
    _ = try book.attach(id: note, name: "photo.jpg", bytes: cameraPicture)
    _ = try book.attach(id: note, name: "voice.ogg", bytes: Data("OggS 51.4545N-Bristol".utf8))
    let told = try book.previewOpenCopy(allFiles: false, work: Work())
    #expect(told == OpenCopy(notes: 1, earlier: 0, attachments: 1, leftOut: 1, people: 0, ownWords: 0))
    #expect(try makeOpenCopy("open.zip", allFiles: false) == told)
    // Its files are looked at in Kotlin's tests: Swift unpacks no zip by itself on Linux.
    #expect(try contents(of: phone.path("open.zip")).starts(with: Data("PK".utf8)))
    #expect(try makeOpenCopy("all.zip", allFiles: true).attachments == 2)
  }

  @Test func itNeverTakesThePlaceOfSomethingElse() throws {
    try Data("hers".utf8).write(to: URL(fileURLWithPath: phone.path("open.zip")))
    #expect(throws: NotebookError.AlreadyThere) { try makeOpenCopy("open.zip", allFiles: false) }
    #expect(try contents(of: phone.path("open.zip")) == Data("hers".utf8))
  }

  private func makeOpenCopy(_ name: String, allFiles: Bool) throws -> OpenCopy {
    try book.openCopy(file: phone.path(name), allFiles: allFiles, language: "en", work: Work())
  }
}
