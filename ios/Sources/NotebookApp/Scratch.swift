import Foundation
import Notebook

/// A folder for copies on their way out and in, open ones too. What a crash left there goes at the next start.
struct Scratch: Sendable {
  let folder: URL

  /// A place for a copy that is to be made: no file is there yet.
  func newCopy(open: Bool) throws -> URL {
    try ownFolder().appendingPathComponent(open ? "notebook.zip" : "notebook.age")
  }

  /// Takes in a copy that she chose among the phone's files, so that it can be read for as long as it takes.
  func takeIn(_ chosen: URL) throws -> URL {
    let copy = try ownFolder().appendingPathComponent("chosen.age")
    try lent(chosen) { try Self.copy(chosen, to: copy) }
    return copy
  }

  /// Puts a copy into a folder that she chose, and forgets it here; answers where it is. What lies there stays as it is:
  /// if there is a file of that name, it throws.
  func putOut(_ made: URL, into chosen: URL) throws -> URL {
    let place = chosen.appendingPathComponent(made.lastPathComponent)
    try lent(chosen) { try Self.copy(made, to: place) }
    try? FileManager.default.removeItem(at: made)
    return place
  }

  /// Puts these bytes into a folder that she chose, as a file of this name, in the same way.
  func putOut(_ bytes: Data, named name: String, into chosen: URL) throws -> URL {
    let place = chosen.appendingPathComponent(name)
    try lent(chosen) {
      try Self.make(place) { try $0.write(contentsOf: bytes) }
    }
    return place
  }

  /// Takes away what was put out, when she was not told that it is there.
  func takeBack(_ place: URL, from chosen: URL) {
    lent(chosen) { try? FileManager.default.removeItem(at: place) }
  }

  /// Removes all that is in it.
  func empty() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The bytes alone, into a file that is made as this app makes its own. No part of it is left there by a failure.
  private static func copy(_ from: URL, to place: URL) throws {
    try make(place) { try copy(from, into: $0) }
  }

  private static func make(_ place: URL, _ write: (FileHandle) throws -> Void) throws {
    let descriptor = open(place.path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw told(errno) }
    do {
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try write(file)
      try file.synchronize()
      try file.close()
    } catch {
      try? FileManager.default.removeItem(at: place)
      throw (error as? CocoaError)?.code == .fileWriteOutOfSpace ? NotebookError.NoSpace : NotebookError.File
    }
  }

  private static func copy(_ from: URL, into file: FileHandle) throws {
    let from = try FileHandle(forReadingFrom: from)
    while let piece = try from.read(upToCount: 1 << 20), !piece.isEmpty { try file.write(contentsOf: piece) }
  }

  private static func told(_ number: Int32) -> NotebookError {
    switch number {
    case EEXIST: .AlreadyThere
    case ENOSPC: .NoSpace
    case EROFS, EACCES, EPERM: .ReadOnly
    default: .File
    }
  }

  /// What lies outside of the app is lent only while this runs.
  private func lent<T>(_ chosen: URL, _ use: () throws -> T) rethrows -> T {
    #if canImport(Darwin)
      let lent = chosen.startAccessingSecurityScopedResource()
      defer { if lent { chosen.stopAccessingSecurityScopedResource() } }
    #endif
    return try use()
  }

  private func ownFolder() throws -> URL {
    let own = folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    return own
  }
}
