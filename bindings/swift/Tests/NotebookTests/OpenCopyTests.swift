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
    let all = try files(in: unpacked("open.zip")).map { try contents(of: $0) }
    #expect(all.contains { $0.range(of: Data("pomegranate".utf8)) != nil })
    #expect(!all.contains { $0.range(of: Data("Bristol".utf8)) != nil })
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

  private func unpacked(_ name: String) throws -> String {
    let folder = phone.path(name + "-unpacked")
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-m", "zipfile", "-e", phone.path(name), folder]
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    return folder
  }
}
