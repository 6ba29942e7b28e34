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
    let whole = OpenCopy(
      notes: 1, earlier: 0, attachments: 1, leftOut: 1, people: 0, ownWords: 0, visits: 0, card: 0,
      choices: 0, receipts: 0)
    #expect(told == whole)
    #expect(try makeOpenCopy("open.zip", allFiles: false) == told)
    let files = try unpacked(contents(of: phone.path("open.zip")))
    #expect(files["READ ME.txt"] != nil && files["fernbook.json"] != nil)
    #expect(
      files.contains { $0.key.hasPrefix("notes/") && $0.value.range(of: Data("pomegranate".utf8)) != nil })
    #expect(files.keys.filter { $0.hasPrefix("attachments/") }.allSatisfy { $0.hasSuffix(".jpg") })
    #expect(files.values.allSatisfy { $0.range(of: Data("Bristol".utf8)) == nil })
    #expect(try makeOpenCopy("all.zip", allFiles: true).attachments == 2)
    let all = try unpacked(contents(of: phone.path("all.zip")))
    #expect(all.values.contains(Data("OggS 51.4545N-Bristol".utf8)))
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
