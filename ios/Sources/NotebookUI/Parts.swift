import NotebookApp
import SwiftUI

/// How much a button asks for: the one main act of a screen, any other, one that can't be taken back.
enum Act {
  case main, plain, final
}

/// A button with words on it, as wide as the page unless it is told otherwise.
struct WordButton: View {
  let text: String
  var act = Act.plain
  var wide = true
  let action: @MainActor () -> Void

  init(_ text: String, _ act: Act = .plain, wide: Bool = true, action: @escaping @MainActor () -> Void) {
    self.text = text
    self.act = act
    self.wide = wide
    self.action = action
  }

  var body: some View {
    Button(action: action) { Text(verbatim: text) }
      .buttonStyle(WordButtonStyle(act: act, wide: wide))
  }
}

/// Its looks: filled for the main act, edged for others.
struct WordButtonStyle: ButtonStyle {
  let act: Act
  let wide: Bool
  @Environment(\.palette) private var palette
  @Environment(\.isEnabled) private var enabled

  func makeBody(configuration: Configuration) -> some View {
    configuration.label
      .lettering(.label)
      .multilineTextAlignment(.center)
      .foregroundStyle(Color(ink))
      .padding(.horizontal, 16)
      .padding(.vertical, 10)
      .frame(minWidth: tapSize, maxWidth: wide ? .infinity : nil, minHeight: tapSize)
      .background(Color(act == .main ? palette.fern : palette.card), in: RoundedRectangle(cornerRadius: corners))
      .overlay {
        RoundedRectangle(cornerRadius: corners).strokeBorder(Color(edge), lineWidth: 1.5)
      }
      .contentShape(Rectangle())
      .opacity(configuration.isPressed ? 0.7 : enabled ? 1 : 0.45)
  }

  private var ink: Shade {
    switch act {
    case .main: palette.onFern
    case .plain: palette.ink
    case .final: palette.clay
    }
  }

  private var edge: Shade {
    switch act {
    case .main: palette.fern
    case .plain: palette.edge
    case .final: palette.clay
    }
  }
}

/// A sentence or more.
struct Say: View {
  let text: String
  var quiet = false
  @Environment(\.palette) private var palette

  init(_ text: String, quiet: Bool = false) {
    self.text = text
    self.quiet = quiet
  }

  var body: some View {
    Text(verbatim: text)
      .lettering(.body)
      .foregroundStyle(Color(quiet ? palette.quietInk : palette.ink))
      .multilineTextAlignment(.leading)
      .frame(maxWidth: .infinity, alignment: .leading)
      .fixedSize(horizontal: false, vertical: true)
  }
}

/// A heading below the one of the page.
struct Heading: View {
  let text: String
  @Environment(\.palette) private var palette

  init(_ text: String) { self.text = text }

  var body: some View {
    Text(verbatim: text)
      .lettering(.second)
      .foregroundStyle(Color(palette.ink))
      .padding(.top, 12)
      .accessibilityAddTraits(.isHeader)
  }
}

/// One of several, of which one is chosen.
struct Choice: View {
  let text: String
  let chosen: Bool
  let choose: @MainActor () -> Void
  @Environment(\.palette) private var palette

  var body: some View {
    Button(action: choose) {
      HStack(spacing: 12) {
        Image(systemName: chosen ? "largecircle.fill.circle" : "circle")
          .lettering(.label)
          .foregroundStyle(Color(palette.fern))
          .accessibilityHidden(true)
        Say(text)
      }
      .padding(8)
      .frame(minHeight: tapSize)
      .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
    .accessibilityAddTraits(chosen ? .isSelected : [])
  }
}

/// On or off.
struct Switched: View {
  let text: String
  /// A picture that says the same, if there is one.
  var picture: String?
  let on: Bool
  let change: @MainActor (Bool) -> Void
  @Environment(\.palette) private var palette

  var body: some View {
    Toggle(isOn: Binding(get: { on }, set: { change($0) })) {
      HStack(spacing: 12) {
        if let picture { PictureView(path: picture) }
        Say(text)
      }
    }
    .tint(Color(palette.fern))
    .padding(8)
    .frame(minHeight: tapSize)
  }
}

/// A line of a list that opens on a tap: a name above, what is known of it below.
struct ListLine: View {
  let title: String
  let below: String?
  let open: @MainActor () -> Void
  @Environment(\.palette) private var palette

  var body: some View {
    Button(action: open) {
      VStack(alignment: .leading, spacing: 4) {
        Text(verbatim: title).lettering(.label).foregroundStyle(Color(palette.ink))
        if let below { Say(below, quiet: true) }
      }
      .padding(.horizontal, 16)
      .padding(.vertical, 12)
      .frame(maxWidth: .infinity, minHeight: tapSize, alignment: .leading)
      .background(Color(palette.card), in: RoundedRectangle(cornerRadius: corners))
      .overlay { RoundedRectangle(cornerRadius: corners).strokeBorder(Color(palette.edge), lineWidth: 1) }
      .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
  }
}
