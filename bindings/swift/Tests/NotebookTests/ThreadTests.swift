import Notebook
import TestPhone
import Testing

@Suite final class ThreadTests: WithOpenNotebook {
  /// The app calls from a queue of its own and from background tasks: calls take turns, and none is lost.
  @Test func callsFromManyThreadsTakeTurns() async throws {
    let book = self.book
    let ids = try await withThrowingTaskGroup(of: [String].self) { group in
      for writer in 0..<4 {
        group.addTask { try (0..<10).map { try book.write("note \($0) of writer \(writer)") } }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids).count == 40)
    #expect(try Set(book.page().lines.map(\.id)) == Set(ids))
  }
}
