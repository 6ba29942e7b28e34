import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class OpenCopyTests: WithOpenNotebook {
  @Test func anyoneCanReadItAndNoPictureSaysWhereSheWas() throws {
    let note = try book.write("pomegranate")
    _ = try book.attach(id: note, name: "photo.jpg", bytes: cameraPicture)
    _ = try book.attach(id: note, name: "voice.ogg", bytes: Data("OggS 51.4545N-Bristol".utf8))
    let made = try makeOpenCopy("open", allFiles: false)
    #expect(made == OpenCopy(notes: 1, attachments: 1, leftOut: 1))
    let all = try files(in: phone.path("open")).map { try contents(of: $0) }
    #expect(all.contains { $0.range(of: Data("pomegranate".utf8)) != nil })
    #expect(!all.contains { $0.range(of: Data("Bristol".utf8)) != nil })
    #expect(try makeOpenCopy("all", allFiles: true) == OpenCopy(notes: 1, attachments: 2, leftOut: 0))
  }

  @Test func aFolderThatHoldsSomethingIsLeftAsItIs() throws {
    try FileManager.default.createDirectory(
      atPath: phone.path("open/hers"), withIntermediateDirectories: true)
    #expect(throws: NotebookError.AlreadyThere) { try makeOpenCopy("open", allFiles: false) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: phone.path("open")) == ["hers"])
  }

  private func makeOpenCopy(_ name: String, allFiles: Bool) throws -> OpenCopy {
    try book.openCopy(folder: phone.path(name), allFiles: allFiles, language: "en", work: Work())
  }
}
