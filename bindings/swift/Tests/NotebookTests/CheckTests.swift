import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class CheckTests: WithOpenNotebook {
  @Test func aNotebookIsWholeUntilItsFileIsDamaged() throws {
    for _ in 1...20 { try book.write("kept") }
    try book.idle()
    #expect(try book.check(work: Work()))
    try damage()
    #expect(try !book.check(work: Work()))
  }

  /// One byte of the sixth page, in the file of either notebook.
  private func damage() throws {
    for file in try files(in: phone.folder) {
      let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
      guard size > 1 << 20 else { continue }
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
      let at: UInt64 = 5 * 4096 + 100
      try handle.seek(toOffset: at)
      let before = try handle.read(upToCount: 1)?.first ?? 0
      try handle.seek(toOffset: at)
      try handle.write(contentsOf: Data([before ^ 1]))
      try handle.close()
    }
  }
}
