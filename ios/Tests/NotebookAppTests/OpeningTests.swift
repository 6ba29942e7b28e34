import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// The ways in.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct OpeningTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func aWrongPinIsToldKindlyAndThenTheSecondsToWait() async throws {
    try await she.firstRun(herPin)
    await she.close()
    for _ in 0..<5 {
      await she.pin("000111")
      #expect(notice == "That PIN is not right." && she.notice?.trouble == true)
    }
    await she.pin(herPin)
    #expect(notice == "You can try again in 30 seconds." && she.screen.isUnlock)
    she.phone.device.pass(ms: 30_000)
    try await she.unlock(herPin)
  }

  @Test func theWaitIsCountedDownAndThenSheIsTold() async throws {
    let she = try Robot(second: .zero)
    try await she.firstRun(herPin)
    await she.close()
    for _ in 0..<6 { await she.pin("000111") }
    #expect(she.notice?.trouble == true)
    while !she.sees(.unlockNow) { await Task.yield() }
    #expect(she.screen.isUnlock && she.notice?.trouble == false)
  }

  /// Without the marks that keep text of another direction from turning it round.
  private var notice: String? {
    she.notice.map { String(String.UnicodeScalarView($0.text.unicodeScalars.filter { $0.value & ~1 != 0x2068 })) }
  }

  @Test func pinsThatDifferOrAreTooPlainAreAskedForAgain() async throws {
    await session.start().value
    for _ in 0..<4 { await session.firstNext().value }
    await she.pin(herPin)
    #expect(she.screen.isFirst(.again))
    await she.pin("271829")
    #expect(she.sees(.pinDifferAgain) && she.screen.isFirst(.choose))
    await she.pin("111111")
    #expect(she.notice?.text.contains("Please choose another PIN.") == true && she.screen.isFirst(.choose))
    await she.twice(herPin)
    #expect(she.isHome())
    await she.behindPin(.pin)
    await she.pin("12345")
    #expect(she.notice?.text.contains("Please choose another PIN.") == true, "told before it is asked for again")
  }

  @Test func oneNotebookCanBeAPlainOne() async throws {
    await session.start().value
    for _ in 0..<3 { await session.firstNext().value }
    await session.firstNext(.onePlain).value
    await she.twice(herPin)
    #expect(she.isHome() && session.shown.texts?.pack == .plain)
    await session.go(.notes).value
    #expect(she.titles.contains("Basil"))
  }

  @Test func theSecondNotebookCanNotHaveTheFirstOnesPin() async throws {
    await session.start().value
    for _ in 0..<3 { await session.firstNext().value }
    await session.firstNext(.two).value
    await she.twice(herPin)
    await she.pin(herPin)
    #expect(she.notice?.text.contains("Please choose another PIN.") == true && she.screen.isFirst(.second))
    await she.twice(otherPin)
    #expect(she.isHome())
  }

  /// A draft that fills most of the file can't be read any more, which shows only once the notebook is open.
  @Test func whatFailsOnTheWayInLeavesItLocked() async throws {
    try await she.firstRun(herPin)
    let long = String(repeating: "heron ", count: 1_000_000)
    try she.phone.notebooks.saveDraft(id: nil, title: nil, text: long)
    try she.phone.notebooks.lock()
    try spoil(at: 4 << 20)
    try await she.crash()
    await she.pin(herPin)
    #expect(she.screen.isUnlock && she.notice?.trouble == true)
    #expect(try she.phone.notebooks.standing() == .locked)
  }

  private func spoil(at place: UInt64) throws {
    let folder = URL(fileURLWithPath: she.phone.folder)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for url in files where try Data(contentsOf: url).count > place {
      let file = try FileHandle(forUpdating: url)
      try file.seek(toOffset: place)
      try file.write(contentsOf: Data(repeating: 0, count: 4096))
      try file.close()
    }
  }

  @Test func aStepBackFromThePinsForgetsThem() async throws {
    await session.start().value
    for _ in 0..<4 { await session.firstNext().value }
    await she.pin(herPin)
    await session.back().value
    #expect(she.screen.isFirst(.count))
    await session.firstNext().value
    await she.pin("314159")
    await she.pin(herPin)
    #expect(she.sees(.pinDifferAgain))
  }

  @Test func recoveryWordsOpenItAndGiveItANewPin() async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.recovery)
    await session.makeRecovery().value
    let words = try #require(she.screen.twelve).words.joined(separator: " ")
    await session.written().value
    await she.close()
    await session.forgotPin().value
    try await putIn(words + " no")
    #expect(she.notice?.trouble == true)
    guard case .unlockWords(let mended) = she.screen else { throw Robot.NotAsked() }
    #expect(mended.text == words + " no", "a slip is told before a PIN is asked for")
    let others = Array(repeating: "abandon", count: 11) + ["about"]
    try await putIn(others.joined(separator: " "))
    await she.twice("161803")
    #expect(she.sees(.errorWrongWords))
    guard case .unlockWords(let wrong) = she.screen else { throw Robot.NotAsked() }
    #expect(wrong.text == others.joined(separator: " "))
    try await putIn(words.uppercased() + "\n")
    await she.twice("161803")
    #expect(she.sees(.recovered) && she.isHome())
    await she.close()
    try await she.unlock("161803")
  }

  private func putIn(_ words: String) async throws {
    guard case .unlockWords(let entry) = she.screen else { throw Robot.NotAsked() }
    entry.text = words
    await session.recoverWithWords().value
  }

  @Test func recoveryWordsCanBeMadeToOpenNothing() async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.recovery)
    await session.makeRecovery().value
    await session.written().value
    await she.behindPin(.recovery)
    await session.forgetRecovery().value
    #expect(session.shown.question?.text == she.said(.recoveryPageStop))
    await session.answerYes().value
    #expect(she.sees(.recoveryForgotten))
    #expect(try !she.phone.notebooks.hasRecovery())
  }

  @Test func aChangedPinIsTheOneThatOpens() async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.pin)
    await she.pin("161803")
    await she.pin("161804")
    #expect(she.sees(.pinDifferAgain))
    await she.twice("161803")
    #expect(she.sees(.pinChanged) && she.screen.isMore)
    await she.close()
    try await she.unlock("161803")
  }

  @Test func aPinIsGivenOutOnceAndLeavesNothing() async throws {
    let pad = PinPad()
    for digit in [1, 2, 3] { pad.add(digit) }
    pad.takeOff()
    #expect(pad.count == 2)
    let pin = pad.take()
    #expect(Array(pin.data) == Array("12".utf8))
    #expect(pad.isWiped)
    pin.wipe()
    #expect(pin.isWiped)
  }

  @Test func wrongPinsDeleteAllOnlyIfSheChoseIt() async throws {
    try await she.firstRun(herPin)
    await she.behindPin(.wrongPins)
    guard case .wrongPins(after: nil) = she.screen else { throw Robot.NotAsked() }
    await session.deleteAfter(10).value
    #expect(session.shown.question?.text.contains("10") == true)
    await session.answerNo().value
    #expect(try she.phone.notebooks.wipeAfter() == nil)
    await session.deleteAfter(3).value
    await session.answerYes().value
    #expect(she.sees(.settingSaved))
    guard case .wrongPins(after: 3) = she.screen else { throw Robot.NotAsked() }
    await she.close()
    for _ in 0..<3 { await she.pin("000111") }
    #expect(she.screen.isUnlock, "it says no more than at any other wrong PIN")
    await she.pin(herPin)
    #expect(she.screen.isFirst(.what) && she.notice?.trouble == true)
    try await she.firstRun(otherPin)
  }

  @Test func theyNeverDeleteAgainOnceSheSaysSo() async throws {
    try await she.firstRun(herPin)
    try she.phone.notebooks.setWipeAfter(count: 3)
    await she.behindPin(.wrongPins)
    await session.deleteAfter(nil).value
    #expect(she.sees(.settingSaved) && session.shown.question == nil)
    await she.close()
    for _ in 0..<4 { await she.pin("000111") }
    try await she.unlock(herPin)
  }

  @Test func whatWasMendedAtTheOpeningIsTold() async throws {
    try await she.firstRun(herPin)
    try she.phone.notebooks.write(herText, title: herTitle)
    try she.phone.notebooks.write("torn")
    let killed = she.phone.path("killed")
    try FileManager.default.copyItem(atPath: she.phone.folder, toPath: killed)
    try tear(killed)
    try she.phone.notebooks.lock()
    try FileManager.default.removeItem(atPath: she.phone.folder)
    try FileManager.default.moveItem(atPath: killed, toPath: she.phone.folder)
    try await she.crash()
    await she.pin(herPin)
    #expect(she.isHome() && she.sees(.noticeWalTorn))
    await session.go(.notes).value
    #expect(she.titles == [herTitle])
  }

  /// As a phone leaves a log whose last save it did not end.
  private func tear(_ folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("-wal") }
    for url in names.map({ URL(fileURLWithPath: folder).appendingPathComponent($0) }) {
      var bytes = try Data(contentsOf: url)
      guard bytes.count > 100 else { continue }
      bytes[bytes.count - 100] ^= 1
      try bytes.write(to: url)
    }
  }

  @Test func noDigitIsSaidIntoTheRoom() async throws {
    await session.start().value
    #expect(Set((0...9).map { session.spoken(digit: $0) }).count == 10)
    #expect((0...9).allSatisfy { digit in !session.spoken(digit: digit).contains { $0.isNumber } })
    #expect(place(of: 6) == "Second row, third key")
    #expect(place(of: 0) == "Last row, first key")
    she.handset.hasEarphones = true
    session.soundGoesElsewhere()
    #expect(session.spoken(digit: 7) == "7")
    she.handset.hasEarphones = false
    session.soundGoesElsewhere()
    #expect(place(of: 7) == "Third row, first key")
  }

  /// Without the marks that keep a language's own direction, which are not spoken.
  private func place(of digit: Int) -> String {
    session.spoken(digit: digit).filter { !["\u{2068}", "\u{2069}"].contains($0) }
  }

  @Test func digitsThatWereNotSentGoWithTheirPage() async throws {
    await session.start().value
    for _ in 0..<4 { await session.firstNext().value }
    session.pad.add(7)
    await session.back().value
    #expect(session.pad.isWiped)
  }
}
