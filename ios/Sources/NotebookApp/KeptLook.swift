import Foundation

/// Keeps how the screens look in a small file that lies beside the notebooks. It says nothing of her.
public struct KeptLook: Sendable {
  private let file: URL

  /// In this file, which need not be there yet; its folder must be.
  public init(file: URL) { self.file = file }

  /// What was kept last. What can't be read, or is of another version, is as on a new phone.
  func load() -> Look {
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    let pairs = lines.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }.filter { $0.count == 2 }
    let kept = Dictionary(pairs.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
    return Look(
      size: kept["size"].flatMap(WordSize.init) ?? .usual, colours: kept["colours"].flatMap(Colours.init) ?? .phone,
      closes: kept["closes"].flatMap(Closes.init) ?? .five,
      onScreen: kept["screen"].flatMap(OnScreenCloses.init) ?? .ten, language: kept["language"])
  }

  /// Keeps it. Takes as long as a disk takes.
  func save(_ look: Look) throws {
    var kept = [
      "size": look.size.rawValue, "colours": look.colours.rawValue, "closes": look.closes.rawValue,
      "screen": look.onScreen.rawValue,
    ]
    kept["language"] = look.language
    let text = kept.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
    // It is read while the phone is locked, too: without it the app would forget how it looks.
    try Data(text.utf8).write(to: file, options: [.atomic, .completeFileProtectionUntilFirstUserAuthentication])
  }
}
