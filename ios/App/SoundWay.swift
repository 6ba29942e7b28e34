import AVFAudio

/// Where sound goes while it is used, and that the phone gets it back.
enum SoundWay {
  /// It can't be heard where it was asked for, or nothing can be heard at all.
  struct Silent: Error {}

  private static let ears: Set<AVAudioSession.Port> = [
    .builtInReceiver, .headphones, .bluetoothA2DP, .bluetoothHFP, .bluetoothLE,
  ]

  /// Into her ear, or aloud. An iPad has nothing at the ear: without earphones this throws, and plays nothing aloud that
  /// was meant for her alone.
  static func begin(aloud: Bool) throws {
    let audio = AVAudioSession.sharedInstance()
    try audio.setCategory(.playAndRecord, mode: .default, options: [.allowBluetooth, .allowBluetoothA2DP])
    try audio.setActive(true)
    try audio.overrideOutputAudioPort(aloud ? .speaker : .none)
    let heardBy = audio.currentRoute.outputs.map(\.portType)
    guard aloud || !heardBy.isEmpty && heardBy.allSatisfy(ears.contains) else {
      end()
      throw Silent()
    }
  }

  /// For her voice.
  static func beginRecording() throws {
    let audio = AVAudioSession.sharedInstance()
    try audio.setCategory(.record, mode: .default, options: [])
    try audio.setActive(true)
  }

  /// Gives it back.
  static func end() {
    try? AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
  }
}
