import Foundation

@testable import NotebookApp

/// A phone that does what it is asked, and of which a test has the rest in its hands.
@MainActor
final class TestHandset: Handset {
  private(set) var isLit = false
  private(set) var rung: [String] = []
  var hasEarphones = false
  var canRing = true

  /// As the clock of `TestDevice` begins.
  var today = CivilDay("2026-12-01")!
  private(set) var copied: [String] = []

  func copy(_ text: String) { copied.append(text) }
  func forgetCopied() { copied = [] }
  func keepLit(_ lit: Bool) { isLit = lit }
  func ring(_ number: String) { rung.append(number) }
}

/// What a phone sees, hears and says, as a test gives it: without it, a phone that has pictures alone.
@MainActor
final class TestSenses: Senses {
  var picked: Chosen? = Chosen(name: "leaf.png", bytes: leaf)
  var camera: (any Camera)?
  var recorder: (any Recorder)?
  var player: (any Player)?
  var reader: (any Reader)?
  var printer: (any Printer)?

  /// Whether the bytes of what she picked never come.
  var picturesNeverCome = false

  func pick() async -> Picked? {
    guard let picked else { return nil }
    let never = picturesNeverCome
    return Picked {
      if never { await Stop().asked() }
      try Task.checkCancellation()
      return picked
    }
  }

  func picture(_ bytes: Data) async -> (any Drawn)? { bytes.starts(with: leaf.prefix(8)) ? Leaf() : nil }

  /// Hears `voice`, and plays and reads until it is told to stop.
  func giveEars() {
    recorder = Microphone { stop in
      await stop.asked()
      return voice
    }
    (player, reader) = (ears, ears)
  }

  let ears = Ears()
}

/// A phone that knows a finger, and keeps what it is given in memory.
@MainActor
final class TestBiometrics: Biometrics {
  private var kept: Data?
  /// What the phone says next, instead of that it is she.
  var instead: Checked?
  /// What the phone's own page waits for, if it stays open.
  var finger: Stop?
  var isThere = true
  var knowsSomeone = true
  private(set) var isAsking = false
  var isOn: Bool { kept != nil }

  func keep(_ asking: Asking, make: @MainActor () async throws -> Secret) async throws -> Bool {
    guard instead == nil else { return false }
    let secret = try await make()
    defer { secret.wipe() }
    kept = Data(Array(secret.data))
    return true
  }

  func check(_ asking: Asking) async -> Checked {
    isAsking = true
    await finger?.asked()
    isAsking = false
    return instead ?? kept.map { .passed(Secret(bytes: $0)) } ?? .changed
  }

  func forget() { kept = nil }
}

/// A picture that was drawn.
struct Leaf: Drawn {}

/// Records as a test says.
struct Microphone: Recorder {
  let recording: @Sendable (Stop) async throws -> Data

  func record(until stop: Stop) async throws -> Data { try await recording(stop) }
}

/// Takes a picture, or none.
struct Lens: Camera {
  let taken: Chosen?

  func take() async throws -> Chosen? { taken }
}

/// Prints what it is given, or nothing.
@MainActor
final class Paper: Printer {
  private(set) var printed: [Data] = []
  var isLeft = false

  func print(_ html: Data) async throws -> Bool {
    if !isLeft { printed.append(html) }
    return !isLeft
  }
}

/// Plays and reads until it is stopped, or as a loudspeaker that is broken, and tells what it was given.
@MainActor
final class Ears: Player, Reader {
  private(set) var heard: [String] = []
  /// How many sounds are in them now.
  private(set) var sounding = 0
  /// Whether one began before the one before it had ended.
  private(set) var heardTwoAtOnce = false
  var areBroken = false

  func play(_ sound: Data, aloud: Bool) async throws { try await hear("\(sound.count) \(aloud)") }

  func read(_ text: String, language: String, aloud: Bool) async throws {
    try await hear("\(text) \(language) \(aloud)")
  }

  private func hear(_ what: String) async throws {
    heard.append(what)
    if areBroken { throw Broken() }
    sounding += 1
    defer { sounding -= 1 }
    heardTwoAtOnce = heardTwoAtOnce || sounding > 1
    await Stop().asked()
    // As a phone, which does not end it in the same step.
    for _ in 0..<10 { await Task.yield() }
  }
}

/// What a sense throws that can't.
struct Broken: Error {}

/// A quarter of a second of a voice.
let voice = Wav.file(of: Data((0..<8_000).map { UInt8($0 % 7) }), perSecond: 16_000)

/// A picture of one point, as the bytes of a PNG.
let leaf = Data(
  base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")!
