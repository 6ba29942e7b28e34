/// What a phone says of itself, and does for the screens.
@MainActor public protocol Handset {
  /// Whether what is said aloud is said into her ears.
  var hasEarphones: Bool { get }

  /// Keeps the screen lit, or lets it go dark as ever.
  func keepLit(_ lit: Bool)
}
