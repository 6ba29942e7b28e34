import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Whether the notebook is whole, asked from the screens.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct CheckTests {
  @Test func sheCanLookWhetherAllOfItIsWhole() async throws {
    let she = try Robot()
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    await she.session.go(.more).value
    await she.session.check().value
    #expect(she.sees(.checkGood) && she.notice?.trouble == false && she.screen.isMore)
    try she.phone.notebooks.idle()
    try damage(she.phone.folder)
    await she.session.check().value
    #expect(she.notice?.text == she.said(.checkBad) + " " + she.said(.moreCheckBack))
    #expect(she.notice?.trouble == true && she.screen.isMore)
  }

  /// Some bytes of the sixth page, in the file of either notebook.
  private func damage(_ folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder).appendingPathComponent(name))
      defer { try? handle.close() }
      guard try handle.seekToEnd() > 1 << 20 else { continue }
      try handle.seek(toOffset: 5 * 4096 + 100)
      try handle.write(contentsOf: Data(count: 16))
    }
  }
}
