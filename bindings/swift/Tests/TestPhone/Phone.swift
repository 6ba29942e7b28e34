import Foundation
import Notebook

/// A folder of its own with notebooks in it, and the phone they lie on. The folder goes with it, so keep it
/// as long as its notebooks are used.
public final class Phone: Sendable {
  public let device = TestDevice()
  public let notebooks: Notebooks
  private let root: URL

  /// A phone before the first run.
  public init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("notebook-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    notebooks = Notebooks(folder: root.appendingPathComponent("notebooks").path, device: device)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// A phone with one notebook, which is open.
  public static func withOpenNotebook() throws -> Phone {
    let phone = try Phone()
    try phone.notebooks.make(pin: firstPin, pack: .full, secondPin: nil, language: "en")
    try phone.notebooks.unlock(pin: firstPin)
    return phone
  }

  /// The folder of the notebooks.
  public var folder: String { path("notebooks") }

  /// A place beside the notebooks, for a copy, say.
  public func path(_ name: String) -> String {
    root.appendingPathComponent(name).path
  }

  /// The same notebooks as another program, or another window, would hold them.
  public func otherWindow() -> Notebooks {
    Notebooks(folder: folder, device: device)
  }
}

public let firstPin = Data("271828".utf8)
public let secondPin = Data("314159".utf8)
public let newPin = Data("green door by the sea".utf8)
public let wrongPin = Data("161803".utf8)

/// Words as she would type them off her paper.
public func typed(_ words: [String]) -> Data {
  Data(words.joined(separator: " ").utf8)
}

/// English throughout.
extension Notebooks {
  public func page(topic: String? = nil, after: String? = nil) throws -> NoteList {
    try notes(language: "en", topic: topic, after: after)
  }

  public func binPage(after: String? = nil) throws -> NoteList {
    try bin(language: "en", after: after)
  }

  public func find(_ text: String, topic: String? = nil, after: String? = nil) throws -> NoteList {
    try search(language: "en", text: text, topic: topic, after: after)
  }

  public func read(_ id: String) throws -> NotePage {
    try note(language: "en", id: id)
  }

  @discardableResult
  public func write(_ text: String, title: String? = nil, topics: [String] = []) throws -> String {
    try addNote(title: title, text: text, topics: topics)
  }
}
