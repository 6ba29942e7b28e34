import AVFAudio
import Foundation
import NotebookApp

/// Records her voice, in memory alone: the phone's own recorder would write a file.
struct VoiceRecorder: Recorder {
  func record(until stop: Stop) async throws -> Data {
    guard await AVAudioApplication.requestRecordPermission() else { throw SoundWay.Silent() }
    try SoundWay.beginRecording()
    defer { SoundWay.end() }
    let heard = HeardVoice { stop.now() }
    // Earphones put in or taken out end it too. What was said by then is kept, and it is seen that it ended.
    let watched = SoundWay.watch(SoundWay.endings + [.AVAudioEngineConfigurationChange]) { _ in stop.now() }
    defer { SoundWay.endWatching(watched) }
    let engine = AVAudioEngine()
    // Called on a thread of the phone's own, never the main one.
    engine.inputNode.installTap(onBus: 0, bufferSize: 4096, format: nil) { @Sendable buffer, _ in heard.add(buffer) }
    try engine.start()
    await stop.asked()
    engine.stop()
    engine.inputNode.removeTap(onBus: 0)
    return try heard.file()
  }
}

/// What a microphone gave, as a voice needs it: 16,000 times a second 16 bits of one ear. The phone adds to it on a thread
/// of its own.
private final class HeardVoice: @unchecked Sendable {
  private static let perSecond = 16_000.0
  private static let most = 10 * 60 * Int(perSecond) * 2

  private let lock = NSLock()
  private let full: @Sendable () -> Void
  private let wanted = AVAudioFormat(
    commonFormat: .pcmFormatInt16, sampleRate: perSecond, channels: 1, interleaved: true)
  private var converter: AVAudioConverter?
  private var samples = Data()

  init(full: @escaping @Sendable () -> Void) { self.full = full }

  func add(_ buffer: AVAudioPCMBuffer) {
    lock.lock()
    defer { lock.unlock() }
    guard samples.count < Self.most else { return full() }
    if let given = converted(buffer) { samples.append(given) }
  }

  func file() throws -> Data {
    lock.lock()
    defer { lock.unlock() }
    guard !samples.isEmpty else { throw SoundWay.Silent() }
    return Wav.file(of: samples, perSecond: UInt32(Self.perSecond))
  }

  private func converted(_ buffer: AVAudioPCMBuffer) -> Data? {
    guard let wanted else { return nil }
    if converter == nil { converter = AVAudioConverter(from: buffer.format, to: wanted) }
    let room = Double(buffer.frameLength) * Self.perSecond / buffer.format.sampleRate + 64
    guard let into = AVAudioPCMBuffer(pcmFormat: wanted, frameCapacity: AVAudioFrameCount(room)) else { return nil }
    nonisolated(unsafe) var given: AVAudioPCMBuffer? = buffer
    converter?.convert(to: into, error: nil) { _, status in
      defer { given = nil }
      status.pointee = given == nil ? .noDataNow : .haveData
      return given
    }
    guard let first = into.int16ChannelData?[0] else { return nil }
    return Data(bytes: first, count: Int(into.frameLength) * 2)
  }
}
