import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Her voice, and reading to her.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct VoiceTests {
  let she: Robot
  var session: Session { she.session }

  init() throws {
    she = try Robot()
    she.senses.giveEars()
  }

  @Test func sheCanSpeakInsteadOfWriting() async throws {
    try await she.firstRun(herPin)
    try await begin()
    #expect(she.handset.isLit)
    await session.keepRecording().value
    #expect(!she.handset.isLit)
    #expect(she.sees(.attachmentIn))
    let line = try #require(she.screen.page?.attachments.first)
    #expect(line.name == "voice.wav" && line.kind == .attachmentSound)
    await session.openAttachment(line).value
    #expect(she.screen.attached?.sound == voice)
    let ear = session.play(aloud: false)
    while she.senses.ears.heard.isEmpty { await Task.yield() }
    #expect(session.shown.sounds && she.senses.ears.heard == ["\(voice.count) false"])
    session.hush()
    await ear.value
    #expect(!session.shown.sounds && she.notice == nil)
    let aloud = session.play(aloud: true)
    while she.senses.ears.heard.count < 2 { await Task.yield() }
    await session.back().value
    await aloud.value
    #expect(!session.shown.sounds && she.senses.ears.heard.last == "\(voice.count) true")
  }

  @Test func oneSoundBeginsOnlyWhenTheOneBeforeHasEnded() async throws {
    try await she.firstRun(herPin)
    try await begin()
    await session.keepRecording().value
    await session.openAttachment(try #require(she.screen.page?.attachments.first)).value
    session.play(aloud: false)
    while she.senses.ears.heard.isEmpty { await Task.yield() }
    #expect(she.handset.isLit, "she may lay the phone at her ear")
    session.hush()
    #expect(!she.handset.isLit)
    session.play(aloud: true)
    session.play(aloud: false)
    while she.senses.ears.heard.count < 2 { await Task.yield() }
    #expect(she.senses.ears.heard.last == "\(voice.count) false", "what was hushed before it began is not heard")
    #expect(!she.senses.ears.heardTwoAtOnce)
    await she.close()
    #expect(!she.handset.isLit)
  }

  @Test func whatCanNotBePlayedIsTold() async throws {
    she.senses.ears.areBroken = true
    try await she.firstRun(herPin)
    try await begin()
    await session.keepRecording().value
    await session.openAttachment(try #require(she.screen.page?.attachments.first)).value
    await session.play(aloud: false).value
    #expect(she.sees(.soundFailed) && !session.shown.sounds)
  }

  @Test func whatSheSaidByCloseIsKeptWithWhatSheWrote() async throws {
    try await she.firstRun(herPin)
    she.type(title: herTitle, text: herText)
    try await begin()
    await she.close()
    try await she.unlock(herPin)
    try await she.openFromNotes(herTitle)
    #expect(she.screen.page?.text == herText && she.screen.page?.attachments.map(\.name) == ["voice.wav"])
  }

  @Test func whatSheSaidIsKeptWhenTheMicrophoneEndsIt() async throws {
    let broken = Stop()
    she.senses.recorder = Microphone { _ in
      await broken.asked()
      return voice
    }
    try await she.firstRun(herPin)
    try await begin()
    broken.now()
    while !she.sees(.attachmentIn) { await Task.yield() }
    #expect(she.screen.page?.attachments.map(\.name) == ["voice.wav"])
  }

  @Test func aMicrophoneThatDoesNotAnswerIsToldAtOnce() async throws {
    she.senses.recorder = Microphone { _ in throw Broken() }
    try await she.firstRun(herPin)
    await session.add().value
    await session.record().value
    while !she.sees(.recordNothing) { await Task.yield() }
    await session.go(.notes).value
    #expect(she.titles.isEmpty)
  }

  @Test func aMicrophoneThatHangsDoesNotKeepItOpen() async throws {
    let she = try Robot(voice: .zero)
    she.senses.recorder = Microphone { _ in
      await Stop().asked()
      throw Broken()
    }
    try await she.firstRun(herPin)
    await she.session.add().value
    await she.session.record().value
    await she.close()
    try await she.unlock(herPin)
    await she.session.go(.notes).value
    #expect(she.titles.isEmpty)
  }

  @Test func leavingTheRecordingByTheBarKeepsItAndSaysSo() async throws {
    try await she.firstRun(herPin)
    try await begin()
    await session.go(.notes).value
    #expect(she.sees(.attachmentIn))
    await session.open(try #require(she.screen.lines?.lines.first?.id)).value
    #expect(she.screen.page?.attachments.map(\.name) == ["voice.wav"])
  }

  @Test func whatSheDoesNotKeepIsNowhere() async throws {
    try await she.firstRun(herPin)
    try await begin()
    await session.dropRecording().value
    #expect(session.shown.question?.text == she.said(.recordDropWhat))
    await session.answerYes().value
    guard case .addTo = she.screen else { throw Robot.NotAsked() }
    await session.go(.notes).value
    #expect(she.titles.isEmpty && she.notice == nil)
  }

  @Test func itDoesNotCloseByItselfWhileSheSpeaks() async throws {
    try await she.firstRun(herPin)
    try await begin()
    she.time.pass(.seconds(3600))
    session.closeIfLeftAlone()
    guard case .listening = she.screen else { throw Robot.NotAsked() }
  }

  @Test func aNoteIsReadToHerUntilSheLeaves() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await session.readToMe().value
    let reading = session.play(aloud: false)
    while she.senses.ears.heard.isEmpty { await Task.yield() }
    #expect(she.senses.ears.heard == ["\(herTitle)\n\(herText) en false"])
    await she.close()
    await reading.value
    #expect(!session.shown.sounds)
  }

  @Test func aSoundIsAWavFileByItsLetter() {
    let file = Wav.file(of: Data([1, 2, 3, 4]), perSecond: 16_000)
    let head: [UInt8] = [16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0x3e, 0, 0, 0, 0x7d, 0, 0, 2, 0, 16, 0]
    let whole = Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WAVEfmt ".utf8) + head + Array("data".utf8)
    #expect(Array(file) == whole + [4, 0, 0, 0, 1, 2, 3, 4])
  }

  private func begin() async throws {
    await session.add().value
    await session.record().value
    guard case .listening = she.screen else { throw Robot.NotAsked() }
  }
}
