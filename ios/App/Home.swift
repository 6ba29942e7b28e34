import Foundation
import NotebookApp
import UIKit

/// Where on the phone what lies. Nothing of it is in a backup, and none of its files can be read while the phone is locked.
struct Home: OutsideKeeper {
  /// The folder of the notebooks, by the name that `brand.toml` gives it.
  let notebooks: URL
  /// Where sealed copies lie on their way out and in.
  let scratch: URL

  init() {
    let name = Bundle.main.object(forInfoDictionaryKey: "NotebookFolder") as? String ?? "notebook"
    let base = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0]
    notebooks = base.appendingPathComponent(name)
    scratch = base.appendingPathComponent("\(name)-copies")
    protect(base)
  }

  /// What is made in a folder is protected as the folder is. (The app's entitlement says the same of every file.)
  private func protect(_ folder: URL) {
    let complete: [FileAttributeKey: Any] = [.protectionKey: FileProtectionType.complete]
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: complete)
    try? FileManager.default.setAttributes(complete, ofItemAtPath: folder.path)
    var folder = folder
    var values = URLResourceValues()
    values.isExcludedFromBackup = true
    try? folder.setResourceValues(values)
  }
}

/// How it looks is kept with the app's settings: it says nothing of her.
extension Home {
  private static let size = "look.size"
  private static let colours = "look.colours"
  private static let offered = "copy.offered"

  func load() -> Outside {
    let kept = UserDefaults.standard
    let size = kept.string(forKey: Self.size).flatMap(WordSize.init(rawValue:))
    let colours = kept.string(forKey: Self.colours).flatMap(Colours.init(rawValue:))
    return Outside(
      look: Look(size: size ?? .usual, colours: colours ?? .phone),
      copyWasOffered: kept.bool(forKey: Self.offered))
  }

  func save(_ outside: Outside) {
    let kept = UserDefaults.standard
    kept.set(outside.look.size.rawValue, forKey: Self.size)
    kept.set(outside.look.colours.rawValue, forKey: Self.colours)
    kept.set(outside.copyWasOffered, forKey: Self.offered)
  }
}
