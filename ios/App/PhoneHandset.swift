import AVFAudio
import NotebookApp
import UIKit

/// The phone as the screens see it.
struct PhoneHandset: Handset {
  /// A phone can't tell earphones without a wire from a loudspeaker without one: what she chose there, she hears there.
  private static let earphones: Set<AVAudioSession.Port> = [.headphones, .bluetoothA2DP, .bluetoothHFP, .bluetoothLE]

  var hasEarphones: Bool {
    AVAudioSession.sharedInstance().currentRoute.outputs.contains { Self.earphones.contains($0.portType) }
  }

  /// Tells whenever earphones come in or out.
  func watchRoute(_ tell: @escaping @MainActor () -> Void) {
    _ = NotificationCenter.default.addObserver(
      forName: AVAudioSession.routeChangeNotification, object: nil, queue: .main
    ) { _ in MainActor.assumeIsolated { tell() } }
  }

  var canRing: Bool { UIDevice.current.userInterfaceIdiom == .phone }

  /// The phone itself asks before it rings.
  func ring(_ number: String) {
    guard let url = URL(string: "tel:\(number)") else { return }
    UIApplication.shared.open(url)
  }

  func keepLit(_ lit: Bool) {
    UIApplication.shared.isIdleTimerDisabled = lit
  }
}
