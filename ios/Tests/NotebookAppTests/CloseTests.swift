import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// After Close nothing she typed is left in what the session holds, and what was under way leaves nothing behind.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct CloseTests {
  let she: Robot
  var session: Session { she.session }
  private static let word = "pomegranate"

  init() throws { she = try Robot() }

  @Test func noTypedWordIsReachableAfterClose() async throws {
    try await she.firstRun(herPin)
    await she.write("Title with \(Self.word)", "Text with \(Self.word) in it.")
    await session.go(.find).value
    try #require(she.screen.finding).entry.text = Self.word
    await session.find().value
    await session.open(try #require(she.screen.lines?.lines.first?.id)).value
    await session.edit().value
    she.type(text: "Text with \(Self.word), changed.")
    #expect(holds(session, Self.word), "the test sees what the session holds")
    await she.close()
    #expect(!holds(session, Self.word))
  }

  @Test func thePageIsBlankBeforeTheCoreHasLocked() async throws {
    try await she.firstRun(herPin)
    she.type(text: "Text with \(Self.word) in it.")
    let before = session.closings
    let locked = session.close()
    #expect(she.screen.isBlank && session.closings == before + 1)
    #expect(!holds(session, Self.word))
    await locked.value
    #expect(she.screen.isUnlock)
    #expect(try she.phone.notebooks.standing() == .locked)
  }

  /// The core is held in the middle of a call, and again before it has locked: between the two, what began before Close
  /// has come to its end.
  @Test func whatBeganBeforeCloseShowsNothingAfterIt() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    let inTheCall = Gate(at: .clocks, of: she.phone.device)
    let undoing = session.undo()
    await inTheCall.reached()
    let closed = session.close()
    let later = session.go(.notes)
    let beforeTheLock = Gate(at: .clocks, of: she.phone.device)
    inTheCall.open()
    await undoing.value
    await beforeTheLock.reached()
    #expect(she.screen.isBlank && she.notice == nil)
    #expect(!holds(session, herTitle))
    beforeTheLock.open()
    await closed.value
    await later.value
    #expect(she.screen.isUnlock)
  }

  @Test func closingTwiceKeepsTheWords() async throws {
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: herText)
    let first = session.close()
    await session.close().value
    await first.value
    try await she.unlock(herPin)
    try await she.openFromNotes(herTitle)
    #expect(she.screen.page?.text == herText)
  }

  @Test func aPinIsZeroedEvenIfCloseComesFirst() async throws {
    try await she.firstRun(herPin)
    await she.close()
    for digit in [2, 7, 1] { session.pad.add(digit) }
    let pin = session.pad.take()
    let unlocking = session.unlock(pin)
    session.pad.add(8)
    let closed = session.close()
    #expect(session.pad.isWiped)
    await unlocking.value
    await closed.value
    #expect(pin.isWiped)
  }

  @Test(arguments: [FirstStep.choose, .again, .second])
  func aPinOfTheFirstRunIsZeroed(step: FirstStep) async throws {
    await session.start().value
    for _ in 0..<3 { await session.firstNext().value }
    await session.firstNext(.two).value
    for _ in FirstStep.choose.rawValue..<step.rawValue { await she.pin(herPin) }
    #expect(she.screen.isFirst(step))
    session.pad.add(1)
    let pin = session.pad.take()
    await session.firstPin(pin).value
    #expect(pin.isWiped)
    await session.close().value
    #expect(she.screen.isFirst(.what))
    #expect(!holds(session, herPin))
  }

  @Test func recoveryWordsThatSheDidNotSeeAreNotShownAndOpenNothing() async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.recovery)
    let inTheCall = Gate(at: .mac, of: she.phone.device)
    let making = session.makeRecovery()
    await inTheCall.reached()
    let closed = session.close()
    let beforeTheLock = Gate(at: .clocks, of: she.phone.device)
    inTheCall.open()
    await making.value
    await beforeTheLock.reached()
    #expect(she.screen.isBlank)
    beforeTheLock.open()
    await closed.value
    try await she.unlock(herPin)
    #expect(try !she.phone.notebooks.hasRecovery())
  }

  @Test func aCopyWhoseWordsSheDidNotSeeIsGone() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    await session.go(.save).value
    await session.beforeSealedCopy().value
    await session.saveCopy().value
    guard case .place(let file)? = session.shown.asks else { throw Robot.NotAsked() }
    #expect(FileManager.default.fileExists(atPath: file.path))
    await she.close()
    #expect(!FileManager.default.fileExists(atPath: file.path))
    #expect(session.shown.asks == nil)
  }

  @Test func aCopyThatIsBeingMadeIsGone() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    await session.go(.save).value
    await session.beforeSealedCopy().value
    let gate = Gate(at: .clocks, of: she.phone.device)
    let saving = session.saveCopy()
    await gate.reached()
    let closed = session.close()
    gate.open()
    await saving.value
    await closed.value
    #expect(try files(in: she.phone.path("scratch")).isEmpty)
  }
}

/// Holds the core where it asks the phone for something, once.
final class Gate: Sendable {
  private let hit: AsyncStream<Void>
  private let go = DispatchSemaphore(value: 0)

  init(at call: TestDevice.Call, of device: TestDevice) {
    let (hit, note) = AsyncStream.makeStream(of: Void.self)
    self.hit = hit
    device.during(call) { [go] in
      device.during(call) {}
      note.yield()
      go.wait()
    }
  }

  /// Returns when the core stands there.
  func reached() async {
    for await _ in hit { return }
  }

  /// Lets it go on.
  func open() { go.signal() }
}

/// The files below a folder, folders left out.
func files(in folder: String) throws -> [String] {
  guard FileManager.default.fileExists(atPath: folder) else { return [] }
  return try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
    $0.hasSuffix(".age") || $0.hasSuffix(".zip")
  }
}

/// Whether a text, or bytes of it, can be reached from what an object holds.
func holds(_ from: Any, _ word: String) -> Bool {
  var waiting: [Any] = [from]
  var seen: Set<ObjectIdentifier> = []
  while let thing = waiting.popLast() {
    if let text = thing as? String, text.contains(word) { return true }
    if let secret = thing as? Secret, String(decoding: secret.data, as: UTF8.self).contains(word) { return true }
    let mirror = Mirror(reflecting: thing)
    if mirror.displayStyle == .class, !seen.insert(ObjectIdentifier(thing as AnyObject)).inserted { continue }
    waiting += mirror.children.map(\.value)
  }
  return false
}
