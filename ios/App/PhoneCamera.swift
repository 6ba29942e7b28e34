import Foundation
import NotebookApp
import UIKit

/// The phone's own camera page inside the app: the picture goes into no album, and no place is in it.
@MainActor
final class PhoneCamera: NSObject, Camera, UIImagePickerControllerDelegate, UINavigationControllerDelegate {
  private let page = PhonePage<Data>()

  /// Whether there is a camera.
  static var isThere: Bool { UIImagePickerController.isSourceTypeAvailable(.camera) }

  func take() async throws -> Chosen? {
    let camera = UIImagePickerController()
    camera.sourceType = .camera
    camera.delegate = self
    camera.modalPresentationStyle = .fullScreen
    return await page.ask(camera).map { Chosen(name: "picture.jpg", bytes: $0) }
  }

  func imagePickerController(
    _ picker: UIImagePickerController, didFinishPickingMediaWithInfo info: [UIImagePickerController.InfoKey: Any]
  ) {
    page.end((info[.originalImage] as? UIImage)?.jpegData(compressionQuality: 0.9))
  }

  func imagePickerControllerDidCancel(_ picker: UIImagePickerController) { page.end(nil) }
}
