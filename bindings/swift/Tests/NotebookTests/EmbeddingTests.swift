import Foundation
import Notebook
import TestPhone
import Testing

/// The Swift of docs/embedding.md, word for word between its marks.
@Suite struct EmbeddingTests {
  func write(folder: String, device: Device) throws -> String {
    // docs: begin
    let notebooks = Notebooks(folder: folder, device: device)
    if try notebooks.standing() == .unmade {
      try notebooks.make(pin: Data("271828".utf8), pack: .full, secondPin: nil, language: "en")
    }
    let said = Said(pack: .full, language: "en")
    do {
      try notebooks.unlock(pin: Data("271828".utf8))
    } catch let wrong as NotebookError {
      return said.explain(error: wrong)
    }
    _ = try notebooks.addNote(title: nil, text: "Up betimes.", topics: ["mornings"])
    let page = try notebooks.notes(language: "en", topic: nil, after: nil)
    try notebooks.lock()
    return page.lines.map(\.date).joined(separator: "\n")
    // docs: end
  }

  @Test func whatTheDocsShowWorks() throws {
    let phone = try Phone()
    #expect(try write(folder: phone.folder, device: phone.device).contains(":"))
  }
}
