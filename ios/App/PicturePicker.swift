import Foundation
import Notebook
import NotebookApp
import PhotosUI
import UIKit
import UniformTypeIdentifiers

/// The phone's own page of pictures, which runs outside of the app: it sees the one that she picks and needs no permission.
@MainActor
final class PicturePicker: NSObject, PHPickerViewControllerDelegate, UIAdaptivePresentationControllerDelegate {
  private let page = PhonePage<Picked>()

  /// The picture that she picked, in a form that others can read; none if she picked none.
  func pick() async throws -> Chosen? {
    var asked = PHPickerConfiguration()
    asked.filter = .images
    asked.preferredAssetRepresentationMode = .compatible
    let picker = PHPickerViewController(configuration: asked)
    picker.delegate = self
    picker.presentationController?.delegate = self
    guard let picked = await page.ask(picker)?.item else { return nil }
    let bytes = try await bytes(of: picked)
    try Task.checkCancellation()
    guard bytes.count <= largestPicked else { throw NotebookError.TooLarge(what: .picture) }
    return Chosen(name: picked.suggestedName ?? "", bytes: bytes)
  }

  private func bytes(of picked: NSItemProvider) async throws -> Data {
    try await withCheckedThrowingContinuation { waiting in
      _ = picked.loadDataRepresentation(for: .image) { @Sendable bytes, failure in
        if let bytes {
          waiting.resume(returning: bytes)
        } else {
          waiting.resume(throwing: failure ?? NotebookError.File)
        }
      }
    }
  }

  func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult]) {
    page.end(results.first.map { Picked(item: $0.itemProvider) })
  }

  func presentationControllerDidDismiss(_ presentationController: UIPresentationController) {
    page.end(nil)
  }
}

/// What she picked, which the main actor alone uses.
private struct Picked: @unchecked Sendable {
  let item: NSItemProvider
}
