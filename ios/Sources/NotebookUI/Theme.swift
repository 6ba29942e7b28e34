import NotebookApp
import SwiftUI

extension Color {
  /// As it is drawn.
  init(_ shade: Shade) {
    let (red, green, blue) = shade.parts
    self.init(red: red, green: green, blue: blue)
  }
}

private struct PaletteKey: EnvironmentKey {
  static let defaultValue = Palette.light
}

private struct FactorKey: EnvironmentKey {
  static let defaultValue = 1.0
}

private struct TextsKey: EnvironmentKey {
  static let defaultValue: Texts? = nil
}

private struct TouchedKey: EnvironmentKey {
  static let defaultValue: @MainActor @Sendable () -> Void = {}
}

extension EnvironmentValues {
  /// She is there: what she types is no touch of the window.
  var touched: @MainActor @Sendable () -> Void {
    get { self[TouchedKey.self] }
    set { self[TouchedKey.self] = newValue }
  }

  /// The colours.
  var palette: Palette {
    get { self[PaletteKey.self] }
    set { self[PaletteKey.self] = newValue }
  }

  /// How large the words are, on top of what the phone is set to.
  var wordFactor: Double {
    get { self[FactorKey.self] }
    set { self[FactorKey.self] = newValue }
  }

  /// What is said.
  var texts: Texts? {
    get { self[TextsKey.self] }
    set { self[TextsKey.self] = newValue }
  }
}

extension Texts? {
  /// The message of this name. There is none before the first words have come, and then there is no page.
  subscript(name: Name) -> String { self?[name] ?? "" }

  /// A message with a name in its gap.
  func with(_ name: Name, _ text: String) -> String { self?.with(name, text) ?? "" }

  /// A message with another text in its gap.
  func with(_ name: Name, _ text: String, gap: Texts.TextGap) -> String { self?.with(name, text, gap: gap) ?? "" }

  /// A message with a number in its gap.
  func count(_ name: Name, _ count: UInt64) -> String { self?.count(name, count) ?? "" }
}

/// What a text is for. Sizes are those of an iPhone that was set to nothing else; all grow with its setting.
enum Lettering {
  case heading, second, label, body
  /// As the body, with its lines closer: a page that is to fit one screen.
  case tight
  /// The same, larger, where there is room.
  case large, larger

  var size: Double {
    switch self {
    case .heading, .larger: 28
    case .second, .large: 22
    case .label, .body, .tight: 18
    }
  }

  /// What is between two lines, as a part of the size, on top of what the letters bring.
  var spacing: Double {
    switch self {
    case .body: 0.3
    case .heading, .second, .label: 0.1
    case .tight, .large, .larger: 0
    }
  }

  /// The face, as its file calls itself.
  var face: String {
    switch self {
    case .body, .tight, .large, .larger: "AtkinsonHyperlegibleNext-Regular"
    case .heading, .second, .label: "AtkinsonHyperlegibleNext-Medium"
    }
  }
}

private struct LetteringModifier: ViewModifier {
  let lettering: Lettering
  @Environment(\.wordFactor) private var factor
  @ScaledMetric(relativeTo: .body) private var unit = 1.0

  func body(content: Content) -> some View {
    let size = lettering.size * unit * factor
    content
      .font(.custom(lettering.face, size: lettering.size * factor, relativeTo: .body))
      .lineSpacing(size * lettering.spacing)
  }
}

extension View {
  /// Letters of the size and weight for this use.
  func lettering(_ lettering: Lettering) -> some View { modifier(LetteringModifier(lettering: lettering)) }
}

/// The least height and width of what can be tapped, in points: more than the 44 that a finger needs.
let tapSize = 56.0

/// The corners of controls.
let corners = 10.0
