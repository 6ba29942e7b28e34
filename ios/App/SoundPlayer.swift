import AVFAudio
import Foundation
import NotebookApp

/// Plays what was recorded.
struct SoundPlayer: Player {
  func play(_ sound: Data, aloud: Bool) async throws {
    try SoundWay.begin(aloud: aloud)
    defer { SoundWay.end() }
    let player = try AVAudioPlayer(data: sound)
    let ending = Ending()
    player.delegate = ending
    guard player.play() else { throw SoundWay.Silent() }
    await ending.reached { player.isPlaying }
    player.stop()
  }
}

/// Reads to her with a voice that is on the phone itself.
struct VoiceReader: Reader {
  func read(_ text: String, language: String, aloud: Bool) async throws {
    try SoundWay.begin(aloud: aloud)
    defer { SoundWay.end() }
    let speech = AVSpeechSynthesizer()
    let words = AVSpeechUtterance(string: text)
    words.voice = AVSpeechSynthesisVoice(language: language)
    let ending = Ending()
    speech.delegate = ending
    speech.speak(words)
    await ending.reached { speech.isSpeaking }
    speech.stopSpeaking(at: .immediate)
  }
}

/// Waits until a sound has come to its end: by itself, because the phone took it away, or because the task that waits is
/// cancelled. One that was taken for going on would hold off closing by itself.
private final class Ending: NSObject, AVAudioPlayerDelegate, AVSpeechSynthesizerDelegate, Sendable {
  private static let look = Duration.seconds(2)
  private let stop = Stop()

  /// Looks now and then whether it sounds still, too: not every end is told.
  @MainActor
  func reached(whileSounding sounds: @escaping @MainActor () -> Bool) async {
    let watched = SoundWay.watch(SoundWay.endings + [AVAudioSession.routeChangeNotification]) { [stop] told in
      if SoundWay.endsSound(told) { stop.now() }
    }
    defer { SoundWay.endWatching(watched) }
    let looking = Task { [stop] in
      repeat { try? await Task.sleep(for: Self.look) } while !Task.isCancelled && sounds()
      stop.now()
    }
    defer { looking.cancel() }
    await stop.asked()
  }

  func audioPlayerDidFinishPlaying(_ player: AVAudioPlayer, successfully flag: Bool) { stop.now() }
  func audioPlayerDecodeErrorDidOccur(_ player: AVAudioPlayer, error: (any Error)?) { stop.now() }
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance) { stop.now() }
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didPause utterance: AVSpeechUtterance) { stop.now() }
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance) { stop.now() }
}
