import Notebook
import NotebookApp
import SwiftUI

/// What is about to be shown, just as it goes, before it goes.
struct ShowingScreen: View {
  let session: Session
  let showing: Showing
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.leavingTitle]) {
      if let to = showing.page.to { Say(to) }
      ShownPage(paragraphs: showing.page.paragraphs)
      heldBack
      ForEach(showing.page.before, id: \.self) { Say($0) }
      if showing.request.way == .screen { OnScreenLines(minutes: session.look.onScreen.minutes) }
      if let trouble = showing.page.trouble {
        Say(trouble)
      } else {
        WordButton(texts[showing.request.way.act]) { session.give() }
      }
      WordButton(texts[.doNotNow]) { session.showNotNow() }
      WordButton(texts[.showChange]) { session.changeShowing() }
      WordButton(texts[.showWait]) { session.letShowingWait() }
      Switched(text: texts[.showKeepWords], on: showing.keepsWords) { session.keepShownWords($0) }
    }
    .modifier(LeavingEdge())
  }

  /// Outside of the page: only she is told.
  @ViewBuilder private var heldBack: some View {
    if !showing.heldBack.isEmpty { Say(texts[.showHeldBack]) }
    ForEach(showing.heldBack, id: \.part) { Fact(what: $0.name, text: $0.reason) }
    if !showing.alsoOff.isEmpty { Say(texts[.showLookToo]) }
    ForEach(showing.alsoOff, id: \.part) { Fact(what: $0.name, text: $0.reason) }
  }
}

/// The page itself, with an edge of its own.
struct ShownPage: View {
  let paragraphs: [Paragraph]
  @Environment(\.palette) private var palette

  var body: some View {
    VStack(alignment: .leading, spacing: 12) {
      ForEach(Array(paragraphs.enumerated()), id: \.offset) { _, paragraph in ParagraphLines(paragraph: paragraph) }
    }
    .padding(12)
    .frame(maxWidth: .infinity, alignment: .leading)
    .background(Color(palette.card), in: RoundedRectangle(cornerRadius: corners))
    .overlay { RoundedRectangle(cornerRadius: corners).strokeBorder(Color(palette.edge), lineWidth: 1.5) }
  }
}

/// A paragraph of the page: the heading is set apart, and nothing is changed.
struct ParagraphLines: View {
  let paragraph: Paragraph
  var lettering = Lettering.body
  @Environment(\.palette) private var palette

  var body: some View {
    (Text(verbatim: paragraph.heading).bold() + Text(verbatim: paragraph.rest))
      .lettering(lettering)
      .foregroundStyle(Color(palette.ink))
      .multilineTextAlignment(.leading)
      .frame(maxWidth: .infinity, alignment: .leading)
      .fixedSize(horizontal: false, vertical: true)
  }
}

/// What happens when it is shown on this screen.
struct OnScreenLines: View {
  let minutes: Int
  @Environment(\.texts) private var texts

  var body: some View {
    Say(texts[.onScreenQuiet])
    Say(texts[.onScreenLocks])
    Say(texts.count(.onScreenCloses, UInt64(minutes)))
  }
}
