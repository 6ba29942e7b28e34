import Foundation

/// A folder for sealed copies on their way out and in. What a crash left there goes at the next start.
struct Scratch: Sendable {
  let folder: URL

  /// A place for a copy that is to be made: no file is there yet.
  func newCopy() throws -> URL {
    try ownFolder().appendingPathComponent("notebook.age")
  }

  /// Takes in a copy that she chose among the phone's files, so that it can be read for as long as it takes.
  func takeIn(_ chosen: URL) throws -> URL {
    #if canImport(Darwin)
      // What lies outside of the app is lent only between these two.
      let lent = chosen.startAccessingSecurityScopedResource()
      defer { if lent { chosen.stopAccessingSecurityScopedResource() } }
    #endif
    let copy = try ownFolder().appendingPathComponent("chosen.age")
    try FileManager.default.copyItem(at: chosen, to: copy)
    return copy
  }

  /// Removes all that is in it.
  func empty() {
    try? FileManager.default.removeItem(at: folder)
  }

  private func ownFolder() throws -> URL {
    let own = folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    return own
  }
}
