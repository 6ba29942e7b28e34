import AVFAudio
import Foundation
import NotebookApp
import NotebookUI
import SwiftUI
import UIKit

/// What an iPhone can see, hear and say.
struct PhoneSenses: Senses {
  private static let mostPoints = 2048.0

  let recorder: (any Recorder)? = VoiceRecorder()
  let player: (any Player)? = SoundPlayer()
  let reader: (any Reader)? = VoiceReader()

  var printer: (any Printer)? { PagePrinter.isThere ? PagePrinter() : nil }

  var camera: (any Camera)? { PhoneCamera.isThere ? PhoneCamera() : nil }

  func pick() async -> Picked? { await PicturePicker().pick() }

  func picture(_ bytes: Data) async -> (any Drawn)? {
    guard let whole = UIImage(data: bytes), whole.size.width > 0, whole.size.height > 0 else { return nil }
    let part = min(1, Self.mostPoints / max(whole.size.width, whole.size.height))
    let size = CGSize(width: whole.size.width * part, height: whole.size.height * part)
    guard let drawn = await whole.byPreparingThumbnail(ofSize: size) else { return nil }
    return DrawnImage(Image(uiImage: drawn))
  }
}
