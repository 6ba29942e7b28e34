import Foundation

/// Where on the phone what lies. Nothing of it is in a backup, and none of its files can be read while the phone is locked.
struct Home {
  /// The folder of the notebooks, by the name that `brand.toml` gives it.
  let notebooks: URL
  /// Where copies lie on their way out and in.
  let scratch: URL
  /// Where it is kept how the screens look.
  let look: URL

  init() {
    let name = Bundle.main.object(forInfoDictionaryKey: "NotebookFolder") as? String ?? "notebook"
    let base = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0]
    notebooks = base.appendingPathComponent(name)
    scratch = base.appendingPathComponent("\(name)-copies")
    look = base.appendingPathComponent("\(name)-look")
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
