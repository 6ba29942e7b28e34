// A stand-in for Apple's PhotosUI: what App/PicturePicker.swift uses of it.
import UIKit

public struct PHPickerFilter: Equatable, Hashable, Sendable { public static let images = Self() }
public struct PHPickerConfiguration: Sendable {
  public enum AssetRepresentationMode: Int, Sendable { case automatic, current, compatible }
  public init() {}
  public var filter: PHPickerFilter?
  public var preferredAssetRepresentationMode: AssetRepresentationMode = .automatic
}
public struct PHPickerResult { public let itemProvider: NSItemProvider }
@MainActor public protocol PHPickerViewControllerDelegate: AnyObject {
  func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult])
}
@MainActor public final class PHPickerViewController: UIViewController {
  public weak var delegate: (any PHPickerViewControllerDelegate)?
  public init(configuration: PHPickerConfiguration) { fatalError() }
}
