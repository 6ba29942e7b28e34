import Foundation

/// Where on the phone what lies. Nothing of it is in a backup, and none of its files can be read while the phone is locked,
/// but for what the phone shows of reminders (times and cover texts) and for how the screens look.
struct Home {
  /// The folder of the notebooks, by the name that `brand.toml` gives it.
  let notebooks: URL
  /// Where copies lie on their way out and in.
  let scratch: URL
  /// Where it is kept how the screens look: read at each start, also at one for a tap on "Later" on a locked phone.
  let look: URL
  /// Where it is written what the phone shows of reminders: it must be read while the phone is locked, once it was unlocked
  /// since its start.
  let reminders: URL

  init() {
    let name = Bundle.main.object(forInfoDictionaryKey: "NotebookFolder") as? String ?? "notebook"
    let base = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0]
    notebooks = base.appendingPathComponent(name)
    scratch = base.appendingPathComponent("\(name)-copies")
    look = base.appendingPathComponent("\(name)-look")
    reminders = base.appendingPathComponent("\(name)-times")
    protect(base, as: .complete)
    protect(reminders, as: .completeUntilFirstUserAuthentication)
    // One of before; `KeptLook` writes it so.
    try? FileManager.default.setAttributes(
      [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication], ofItemAtPath: look.path)
  }

  /// What is made in a folder is protected as the folder is. (The app's entitlement says the same of every file.)
  private func protect(_ folder: URL, as type: FileProtectionType) {
    let protection: [FileAttributeKey: Any] = [.protectionKey: type]
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: protection)
    try? FileManager.default.setAttributes(protection, ofItemAtPath: folder.path)
    var folder = folder
    var values = URLResourceValues()
    values.isExcludedFromBackup = true
    try? folder.setResourceValues(values)
  }
}
