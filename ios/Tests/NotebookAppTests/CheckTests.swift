import Dispatch
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

  /// The core is held after it has looked through all, so that there is time to see it.
  @Test func howFarItIsShowsMeanwhile() async throws {
    let she = try Robot(progress: .zero)
    try await she.firstRun(herPin)
    let hold = DispatchSemaphore(value: 0)
    she.session.busy(.nowWorking, canStop: true)
    #expect(she.session.shown.busy?.done == nil)
    let looking = Task {
      try await she.session.working { notebooks, work in
        _ = try notebooks.check(work: work)
        hold.wait()
      }
    }
    while she.session.shown.busy?.done == nil { await Task.yield() }
    #expect((0.1...1).contains(try #require(she.session.shown.busy?.done)))
    hold.signal()
    try await looking.value
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
