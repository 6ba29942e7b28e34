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
    await ending.reached()
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
    await ending.reached()
    speech.stopSpeaking(at: .immediate)
  }
}

/// Waits until a sound has come to its end, by itself or because the task that waits is cancelled.
private final class Ending: NSObject, AVAudioPlayerDelegate, AVSpeechSynthesizerDelegate, Sendable {
  private let stop = Stop()

  func reached() async { await stop.asked() }

  func audioPlayerDidFinishPlaying(_ player: AVAudioPlayer, successfully flag: Bool) { stop.now() }
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance) { stop.now() }
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance) { stop.now() }
}
