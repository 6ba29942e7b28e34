import Accessibility
import NotebookApp
import SwiftUI

/// The number pad. It shows how many digits there are and never which.
struct PadView: View {
  let session: Session
  let pad: PinPad
  @Environment(\.texts) private var texts
  @FocusState private var hasKeys: Bool

  var body: some View {
    VStack(spacing: 8) {
      Say(count)
        .accessibilityHint(Text(verbatim: session.saysDigits ? "" : texts[.padEarphones]))
      row(1...3)
      row(4...6)
      row(7...9)
      row(0...0)
      WordButton(texts[.padTakeOff]) { pad.takeOff() }
        .disabled(pad.count == 0)
      WordButton(texts[.padGo], .main) { session.pinIsIn() }
    }
    // A keyboard's digits too.
    .focusable()
    .focused($hasKeys)
    .focusEffectDisabled()
    .onAppear { hasKeys = true }
    .onChange(of: count) { AccessibilityNotification.Announcement(count).post() }
    .onKeyPress(characters: .decimalDigits) { press in
      press.characters.forEach { pad.add($0.wholeNumberValue ?? -1) }
      return .handled
    }
    .onKeyPress(.delete) {
      pad.takeOff()
      return .handled
    }
    .onKeyPress(.return) {
      session.pinIsIn()
      return .handled
    }
  }

  private var count: String { texts.count(.padDigits, UInt64(pad.count)) }

  /// In the same places also where words run from right to left: a PIN is known by the hand.
  private func row(_ digits: ClosedRange<Int>) -> some View {
    HStack(spacing: 8) {
      ForEach(Array(digits), id: \.self) { digit in
        WordButton(digit.formatted()) { pad.add(digit) }
          .accessibilityLabel(Text(verbatim: session.spoken(digit: digit)))
      }
    }
    .environment(\.layoutDirection, .leftToRight)
  }
}
