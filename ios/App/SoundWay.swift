import AVFAudio
import Foundation

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

  /// After each of these nothing is heard any more: a call or another app, or a phone that began its sound anew.
  static var endings: [NSNotification.Name] {
    [AVAudioSession.interruptionNotification, AVAudioSession.mediaServicesWereResetNotification]
  }

  /// Tells of each of these, on any thread, until `endWatching`.
  static func watch(
    _ names: [NSNotification.Name], _ tell: @escaping @Sendable (Notification) -> Void
  ) -> [any NSObjectProtocol] {
    names.map { NotificationCenter.default.addObserver(forName: $0, object: nil, queue: nil, using: tell) }
  }

  static func endWatching(_ watched: [any NSObjectProtocol]) {
    watched.forEach { NotificationCenter.default.removeObserver($0) }
  }

  /// Whether what the phone told ends a sound. Where earphones came out it would go on into the room.
  static func endsSound(_ told: Notification) -> Bool {
    switch told.name {
    case AVAudioSession.interruptionNotification:
      told.userInfo?[AVAudioSessionInterruptionTypeKey] as? UInt == AVAudioSession.InterruptionType.began.rawValue
    case AVAudioSession.routeChangeNotification:
      told.userInfo?[AVAudioSessionRouteChangeReasonKey] as? UInt
        == AVAudioSession.RouteChangeReason.oldDeviceUnavailable.rawValue
    default: true
    }
  }

  /// Gives it back.
  static func end() {
    try? AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
  }
}
