/// A colour by its red, green and blue, eight bits each.
public struct Shade: Equatable, Sendable {
  /// As in a style sheet: `0xRRGGBB`.
  public let rgb: UInt32

  init(_ rgb: UInt32) { self.rgb = rgb }

  /// The parts, from 0 to 1.
  public var parts: (red: Double, green: Double, blue: Double) {
    let part = { (shift: UInt32) in Double(rgb >> shift & 0xff) / 255 }
    return (part(16), part(8), part(0))
  }
}

/// The colours of the notebook by what they are for.
public struct Palette: Equatable, Sendable {
  /// What lies behind all.
  public let paper: Shade
  /// Cards, fields and the bar.
  public let card: Shade
  /// Text.
  public let ink: Shade
  /// Text that matters less.
  public let quietInk: Shade
  /// The one main act of a screen.
  public let fern: Shade
  /// Text on it.
  public let onFern: Shade
  /// Links, and what the keyboard is at.
  public let water: Shade
  /// What can't be taken back, and nothing else.
  public let clay: Shade
  /// Edges of controls.
  public let edge: Shade

  /// By day.
  public static let light = Palette(
    paper: Shade(0xFBFAF5), card: Shade(0xFFFFFF), ink: Shade(0x1F2A2E), quietInk: Shade(0x43525A),
    fern: Shade(0x265A42), onFern: Shade(0xFFFFFF), water: Shade(0x184F78), clay: Shade(0x8A2F1C),
    edge: Shade(0x6B7A74))

  /// By night.
  public static let dark = Palette(
    paper: Shade(0x14181A), card: Shade(0x1D2326), ink: Shade(0xE8ECE9), quietInk: Shade(0xA9B6B3),
    fern: Shade(0x8FCFA9), onFern: Shade(0x0F2A1C), water: Shade(0x8EC5EC), clay: Shade(0xF0A58F),
    edge: Shade(0x7C8A86))
}
