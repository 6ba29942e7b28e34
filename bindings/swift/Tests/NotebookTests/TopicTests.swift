import Notebook
import TestPhone
import Testing

@Suite final class TopicTests: WithOpenNotebook {
  @Test func topicsKeepNotesTogether() throws {
    let id = try book.write("one", topics: ["garden", "Home"])
    try book.write("two", topics: ["garden"])
    #expect(try book.topics().map(\.name) == ["garden", "Home"])
    #expect(try book.topics().map(\.notes) == [2, 1])
    #expect(try book.page(topic: "home").lines.map(\.id) == [id])
    #expect(throws: NotebookError.NotFound(what: .topic)) { try book.page(topic: "sea") }
  }

  @Test func aNoteHasTheTopicsItIsGivenAndNoOthers() throws {
    let id = try book.write("one", topics: ["garden", "home"])
    try book.setTopics(id: id, topics: ["sea"])
    #expect(try book.read(id).topics == ["sea"])
    // One without notes goes by itself.
    #expect(try book.topics().map(\.name) == ["sea"])
    try book.setTopics(id: id, topics: [])
    #expect(try book.topics().isEmpty)
  }

  @Test func twoOfOneNameBecomeOne() throws {
    let id = try book.write("one", topics: ["garden"])
    try book.write("two", topics: ["plants"])
    let kept = try #require(book.topics().last?.id)
    try book.renameTopic(from: "garden", to: "Plants")
    #expect(try book.topics() == [Topic(id: kept, name: "Plants", notes: 2)])
    #expect(try book.read(id).topics == ["Plants"])
  }

  @Test func aNameIsNeeded() throws {
    try book.write("one", topics: ["garden"])
    #expect(throws: NotebookError.NotUnderstood(what: .topic)) {
      try book.renameTopic(from: "garden", to: " ")
    }
    #expect(throws: NotebookError.NotFound(what: .topic)) { try book.renameTopic(from: "sea", to: "lake") }
  }
}
