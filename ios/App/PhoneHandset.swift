import AVFAudio
import NotebookApp
import UIKit
import UniformTypeIdentifiers

/// The phone as the screens see it.
struct PhoneHandset: Handset {
  /// Earphones by wire, and the phone at her ear. What has no wire does not count: iOS can't tell earphones from a car or a
  /// loudspeaker, which would say her PIN into the room.
  private static let ears: Set<AVAudioSession.Port> = [.headphones, .builtInReceiver]

  var hasEarphones: Bool {
    let heardBy = AVAudioSession.sharedInstance().currentRoute.outputs.map(\.portType)
    return !heardBy.isEmpty && heardBy.allSatisfy(Self.ears.contains)
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

  var today: CivilDay { CivilDay(of: Date(), in: .current) }

  /// Not to her other devices, and gone after a minute: others on the phone may look at what was copied.
  func copy(_ text: String) {
    UIPasteboard.general.setItems(
      [[UTType.utf8PlainText.identifier: text]],
      options: [.localOnly: true, .expirationDate: Date(timeIntervalSinceNow: 60)])
  }

  func keepLit(_ lit: Bool) {
    UIApplication.shared.isIdleTimerDisabled = lit
  }
}
