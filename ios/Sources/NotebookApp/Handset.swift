/// What a phone says of itself, and does for the screens.
@MainActor public protocol Handset {
  /// Whether what is said aloud is said into her ears.
  var hasEarphones: Bool { get }

  /// Whether it can ring.
  var canRing: Bool { get }

  /// Asks her whether to ring this number: digits, with a `+` before them or not. It never rings by itself.
  func ring(_ number: String)

  /// The day that its clocks show.
  var today: CivilDay { get }

  /// Copies a text, to be put into another app: on this phone alone, and not for long.
  func copy(_ text: String)

  /// Keeps the screen lit, or lets it go dark as ever.
  func keepLit(_ lit: Bool)
}
