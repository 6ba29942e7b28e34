import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Files outside of the app, behind which something may be that never answers.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct OutsideTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  /// She chose a copy, and its bytes do not come.
  private func choosing() async throws -> (job: Task<Void, Never>, endless: Endless) {
    try await she.firstRun(herPin)
    let endless = try Endless(she.phone.path("endless.age"))
    await session.go(.bring).value
    await session.chooseCopy().value
    let job = session.chose(endless.place)
    while try files(in: she.phone.path("scratch")).isEmpty { await Task.yield() }
    return (job, endless)
  }

  @Test func aCopyThatNeverComesHoldsOffNeitherCloseNorTheNextUnlock() async throws {
    let (job, endless) = try await choosing()
    await she.close()
    await job.value
    #expect(try she.phone.notebooks.standing() == .locked)
    try await she.unlock(herPin)
    endless.end()
    while try !files(in: she.phone.path("scratch")).isEmpty { await Task.yield() }
    #expect(she.isHome() && she.notice == nil, "what comes too late is thrown away")
  }

  @Test func sheCanStopWaitingForIt() async throws {
    let (job, endless) = try await choosing()
    #expect(session.shown.busy?.canStop == true)
    session.stop()
    await job.value
    #expect(she.sees(.stopped) && session.shown.busy == nil)
    guard case .choose? = she.screen.bringing else { throw Robot.NotAsked() }
    endless.end()
  }

  @Test func waitingForItDoesNotKeepItOpen() async throws {
    let (job, endless) = try await choosing()
    she.time.pass(.seconds(3600))
    session.closeIfLeftAlone()
    #expect(she.screen.isBlank)
    await job.value
    await session.last?.value
    #expect(try she.phone.notebooks.standing() == .locked)
    endless.end()
  }

  @Test func aCopyThatIsPutOutTooLateIsTakenBack() async throws {
    let (job, endless, place) = try await puttingOut()
    await she.close()
    await job.value
    #expect(try she.phone.notebooks.standing() == .locked)
    endless.end()
    while FileManager.default.fileExists(atPath: place.path) { await Task.yield() }
  }

  @Test func stoppingAnOpenCopyOnItsWayOutSaysThatPartOfItMayBeThere() async throws {
    let (job, endless, place) = try await puttingOut()
    session.stop()
    await job.value
    #expect(she.sees(.openCopyPart) && session.shown.busy == nil)
    endless.end()
    while FileManager.default.fileExists(atPath: place.path) { await Task.yield() }
  }

  /// An open copy that is being written where she chose, and does not come to an end; and where that is.
  private func puttingOut() async throws -> (Task<Void, Never>, Endless, URL) {
    try await she.firstRun(herPin)
    _ = try await she.lookAtOpenCopy()
    await session.saveCopy().value
    guard case .place(let file)? = session.shown.asks else { throw Robot.NotAsked() }
    try FileManager.default.removeItem(at: file)
    let endless = try Endless(file.path)
    let place = try she.folder().appendingPathComponent(file.lastPathComponent)
    let job = session.chose(try she.folder())
    while !FileManager.default.fileExists(atPath: place.path) { await Task.yield() }
    return (job, endless, place)
  }
}

/// A file whose bytes do not come until a test ends it.
private struct Endless {
  let place: URL
  private let writer: Int32

  init(_ path: String) throws {
    place = URL(fileURLWithPath: path)
    guard mkfifo(path, 0o600) == 0 else { throw Robot.NotAsked() }
    // Who reads it waits as long as it may be written to.
    writer = open(path, O_RDWR)
  }

  func end() { close(writer) }
}
