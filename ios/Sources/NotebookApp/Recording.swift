import Foundation

/// Her voice while it is being recorded, for a note or for a new one.
@MainActor
final class Recording {
  /// The note that it goes into; none for a new one.
  let note: String?
  /// She has ended it herself, and what she did sees to it; else it is seen to when the microphone ends it.
  var isEndedByHer = false
  /// Whether the microphone is in use.
  private(set) var isOn = true
  private let stop = Stop()
  private let sound: Task<Data?, Never>

  init(for note: String?, by recorder: any Recorder, ended: @escaping @MainActor (Recording) -> Void) {
    self.note = note
    let stop = stop
    sound = Task { try? await recorder.record(until: stop) }
    Task {
      _ = await sound.value
      isOn = false
      ended(self)
    }
  }

  /// Ends it: what was heard, or nothing if nothing could be.
  func heard() async -> Data? {
    stop.now()
    return await sound.value
  }

  /// The same, but a microphone that does not answer in this time is given up.
  func heard(within limit: Duration) async -> Data? {
    stop.now()
    let (first, tell) = AsyncStream.makeStream(of: Data?.self)
    Task { _ = tell.yield(await sound.value) }
    let waiting = Task {
      try? await Task.sleep(for: limit)
      tell.yield(nil)
    }
    defer { waiting.cancel() }
    for await heard in first {
      if heard == nil { drop() }
      return heard
    }
    return nil
  }

  /// Ends it, and what was heard goes.
  func drop() {
    sound.cancel()
    stop.now()
  }
}
