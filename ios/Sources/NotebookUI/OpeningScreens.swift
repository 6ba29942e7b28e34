import NotebookApp
import SwiftUI

/// The pages of the first run.
struct FirstScreens: View {
  let session: Session
  let step: FirstStep
  @Environment(\.texts) private var texts

  var body: some View {
    switch step {
    case .what: page(.firstWhatTitle, [.firstWhat, .testOnly], back: nil)
    case .lost: page(.firstLostTitle, [.firstLost, .firstLostLater], back: { session.back() })
    case .pin: page(.firstPinTitle, [.firstPin, .firstPinLost], back: { session.back() })
    case .count: howMany
    case .choose: PinScreen(session: session, title: .firstChoose, back: { session.back() })
    case .again: PinScreen(session: session, title: .firstAgain, back: { session.back() })
    case .second: PinScreen(session: session, title: .firstSecond, back: { session.back() })
    case .secondAgain: PinScreen(session: session, title: .firstSecondAgain, back: { session.back() })
    }
  }

  private func page(_ title: Name, _ says: [Name], back: (@MainActor () -> Void)?) -> some View {
    Page(texts[title], back: back) {
      ForEach(says, id: \.self) { Say(texts[$0]) }
      WordButton(texts[.doNext], .main) { session.firstNext() }
    }
  }

  /// The one question about a second notebook; no screen speaks of it again.
  private var howMany: some View {
    Page(texts[.firstCountTitle], back: { session.back() }) {
      Say(texts[.initOneOrTwo])
      Say(texts[.firstTwoLimits], quiet: true)
      WordButton(texts[.firstOne]) { session.firstNext() }
      WordButton(texts[.firstTwo]) { session.firstNext(.two) }
      WordButton(texts[.firstOnePlain]) { session.firstNext(.onePlain) }
    }
  }
}

/// A page with the number pad.
struct PinScreen: View {
  let session: Session
  let title: Name
  var back: (@MainActor () -> Void)?
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[title], back: back) { PadView(session: session, pad: session.pad) }
  }
}

/// The number pad of a locked notebook.
struct UnlockScreen: View {
  let session: Session
  let byBiometric: Bool
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.unlockTitle]) {
      PadView(session: session, pad: session.pad)
      if byBiometric { WordButton(texts[.biometricOn]) { session.unlockByBiometric() } }
      WordButton(texts[.unlockForgot]) { session.forgotPin() }
    }
  }
}

/// The PIN once more, before a page that changes how the notebook opens.
struct ConfirmPinScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.confirmPinTitle], back: { session.back() }) {
      Say(texts[.confirmPinWhy])
      PadView(session: session, pad: session.pad)
      Say(texts[.confirmPinLost], quiet: true)
    }
  }
}

/// A new PIN, asked for twice.
struct NewPinScreen: View {
  let session: Session
  let again: Bool

  var body: some View {
    PinScreen(session: session, title: again ? .newPinAgain : .newPinTitle, back: { session.back() })
  }
}

/// The way in by recovery words.
struct WordsScreen: View {
  let session: Session
  @Bindable var entry: Entry
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.unlockWordsTitle], back: { session.back() }) {
      Say(texts[.unlockWordsHow])
      Field(label: texts[.unlockWordsField], text: $entry.text, lines: 3, secret: true)
      WordButton(texts[.doNext], .main) { session.recoverWithWords() }
        .disabled(entry.isBlank)
      Say(texts[.unlockWordsNone], quiet: true)
    }
  }
}
