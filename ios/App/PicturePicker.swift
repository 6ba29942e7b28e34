import Foundation
import Notebook
import NotebookApp
import PhotosUI
import UIKit
import UniformTypeIdentifiers

/// The phone's own page of pictures, which runs outside of the app: it sees the one that she picks and needs no permission.
@MainActor
final class PicturePicker: NSObject, PHPickerViewControllerDelegate, UIAdaptivePresentationControllerDelegate {
  private let page = PhonePage<PickedItem>()

  /// The picture that she picked, in a form that others can read; none if she picked none.
  func pick() async -> Picked? {
    var asked = PHPickerConfiguration()
    asked.filter = .images
    asked.preferredAssetRepresentationMode = .compatible
    let picker = PHPickerViewController(configuration: asked)
    picker.delegate = self
    picker.presentationController?.delegate = self
    guard let picked = await page.ask(picker) else { return nil }
    return Picked { try await picked.chosen() }
  }

  func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult]) {
    page.end(results.first.map { PickedItem(item: $0.itemProvider) })
  }

  func presentationControllerDidDismiss(_ presentationController: UIPresentationController) {
    page.end(nil)
  }
}

/// What she picked, which the main actor alone uses.
private struct PickedItem: @unchecked Sendable {
  let item: NSItemProvider

  @MainActor
  func chosen() async throws -> Chosen {
    let bytes = try await bytes()
    guard bytes.count <= largestPicked else { throw NotebookError.TooLarge(what: .picture) }
    return Chosen(name: item.suggestedName ?? "", bytes: bytes)
  }

  /// They may come slowly, from where the phone keeps its pictures: when the task that waits is cancelled they are not
  /// waited for.
  @MainActor
  private func bytes() async throws -> Data {
    let (given, tell) = AsyncStream.makeStream(of: Result<Data, any Error>.self)
    let coming = item.loadDataRepresentation(for: .image) { @Sendable bytes, failure in
      tell.yield(bytes.map { .success($0) } ?? .failure(failure ?? NotebookError.File))
    }
    defer { coming.cancel() }
    for await result in given { return try result.get() }
    throw CancellationError()
  }
}
