import Foundation

/// The largest picture or sound that is taken in or opened here, in bytes: all of it is held in memory.
public let largestPicked: UInt64 = 40 << 20

/// A picture that she picked or took, as the bytes of its file.
public struct Chosen: Sendable {
  let name: String
  let bytes: Data

  /// With the name of its file.
  public init(name: String, bytes: Data) {
    self.name = name
    self.bytes = bytes
  }
}

/// A picture that she picked, which may lie far away still.
public struct Picked: Sendable {
  let fetch: @MainActor @Sendable () async throws -> Chosen

  /// With what brings its bytes here. Of one that is too large it throws `TooLarge`.
  public init(fetch: @escaping @MainActor @Sendable () async throws -> Chosen) {
    self.fetch = fetch
  }
}

/// What is drawn for a picture: the screens know how.
public protocol Drawn: Sendable {}

/// What a phone can see, hear and say, as far as it can: what is missing here is not offered. Nothing of it is used
/// unless she taps for it, and none of it leaves anything behind outside the notebook. Each ends soon when its task is
/// cancelled, which Close does.
@MainActor public protocol Senses {
  /// Lets her pick a picture; none if she picked none.
  func pick() async -> Picked?

  /// What to draw for a picture, no larger than a screen needs; none if this phone can't show it.
  func picture(_ bytes: Data) async -> (any Drawn)?

  /// Takes a picture inside the app, not into the phone's photos.
  var camera: (any Camera)? { get }

  /// Records her voice.
  var recorder: (any Recorder)? { get }

  /// Plays what was recorded.
  var player: (any Player)? { get }

  /// Reads a text to her with a voice that is on the phone itself.
  var reader: (any Reader)? { get }

  /// Prints a page.
  var printer: (any Printer)? { get }
}

/// Prints, by the phone's own page for it, which also makes a PDF.
@MainActor public protocol Printer {
  /// Prints a page of HTML from memory and fetches nothing; whether she let it.
  func print(_ html: Data) async throws -> Bool
}

/// Takes a picture.
@MainActor public protocol Camera {
  /// None if she took none.
  func take() async throws -> Chosen?
}

/// Records a voice.
@MainActor public protocol Recorder {
  /// Records until `stop`, at most ten minutes, or until the microphone is taken away; the bytes of a WAV file, held in
  /// memory alone. It throws if nothing could be heard at all.
  func record(until stop: Stop) async throws -> Data
}

/// Plays a sound.
@MainActor public protocol Player {
  /// Plays to the end: into her ear, or aloud. It throws if it can't.
  func play(_ sound: Data, aloud: Bool) async throws
}

/// Reads aloud.
@MainActor public protocol Reader {
  /// Reads to the end: into her ear, or aloud. It throws if it can't.
  func read(_ text: String, language: String, aloud: Bool) async throws
}

/// Asks a recording to end; also before it has begun, and more than once.
public final class Stop: Sendable {
  private let asked: AsyncStream<Void>
  private let tell: AsyncStream<Void>.Continuation

  /// Not asked yet.
  public init() { (asked, tell) = AsyncStream.makeStream() }

  /// Asks.
  public func now() { tell.finish() }

  /// Returns when it is asked, or when the task that waits for it is cancelled. One at a time may wait.
  public func asked() async { for await _ in asked {} }
}
