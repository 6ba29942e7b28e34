import Accessibility
import Notebook
import NotebookApp
import SwiftUI

/// A page for someone else to read. Nothing else can be reached from it: it turns round, and it closes.
struct OnScreenScreen: View {
  let session: Session
  let page: OnScreen
  @Environment(\.texts) private var texts
  @Environment(\.palette) private var palette

  var body: some View {
    VStack(spacing: 0) {
      // As large as it can be and still be seen whole.
      ViewThatFits(in: .vertical) {
        words(.larger)
        words(.large)
        ScrollView { words(.tight) }
      }
      .frame(maxHeight: .infinity, alignment: .top)
      if page.closesSoon { soon }
      ViewThatFits(in: .horizontal) {
        HStack(spacing: 4) { buttons }
        VStack(spacing: 4) { buttons }
      }
      .padding(4)
    }
    .background(Color(palette.paper))
    // The whole of it, for someone across a desk.
    .rotationEffect(.degrees(page.isTurned ? 180 : 0))
    .accessibilityAction(.escape) { session.close() }
  }

  private func words(_ lettering: Lettering) -> some View {
    VStack(alignment: .leading, spacing: 4) {
      ForEach(Array(page.paragraphs.enumerated()), id: \.offset) { _, paragraph in
        ParagraphLines(paragraph: paragraph, lettering: lettering)
      }
    }
    .padding(12)
  }

  @ViewBuilder private var buttons: some View {
    WordButton(texts[.onScreenTurn]) { session.turnRound() }
    WordButton(texts[.barClose]) { session.close() }
  }

  private var soon: some View {
    VStack(spacing: 4) {
      Say(texts[.onScreenSoon])
      WordButton(texts[.onScreenLonger]) { session.keepOnScreen() }
    }
    .padding(.horizontal, 12)
    .onAppear { AccessibilityNotification.Announcement(texts[.onScreenSoon]).post() }
  }
}

/// Lines that she reads to someone, one at a time.
struct ReadOutScreen: View {
  let session: Session
  let out: ReadOut
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.showDoAloud]) {
      if let line = out.line {
        Say(texts.count(.aloudPlace, UInt64(out.at + 1)), quiet: true)
        // The page stays as it is: a screen reader goes to the next line by itself.
        LargeLine(text: line, isNext: out.at > 0).id(out.at)
        WordButton(texts[.aloudNext], .main) { session.line(by: 1) }
      } else {
        Say(texts[.aloudAll])
        WordButton(texts[.doDone], .main) { session.givenDone() }
      }
      if out.at > 0 { WordButton(texts[.aloudBefore]) { session.line(by: -1) } }
    }
  }
}

/// A line in large letters.
struct LargeLine: View {
  let text: String
  let isNext: Bool
  @Environment(\.palette) private var palette
  @AccessibilityFocusState private var isHere: Bool

  var body: some View {
    Text(verbatim: text)
      .lettering(.heading)
      .foregroundStyle(Color(palette.ink))
      .multilineTextAlignment(.leading)
      .frame(maxWidth: .infinity, alignment: .leading)
      .fixedSize(horizontal: false, vertical: true)
      .accessibilityFocused($isHere)
      .onAppear { if isNext { isHere = true } }
  }
}

/// A text that was given: copied, and here to be written out by hand.
struct TextGivenScreen: View {
  let session: Session
  let text: String
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.showDoText], back: { session.back() }) {
      Say(texts[.textCopied])
      Say(texts[.textByHand])
      Say(text)
      WordButton(texts[.doDone], .main) { session.givenDone() }
    }
  }
}

/// A page that was given, as a file: to print or to save, or both.
struct PageGivenScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.showDoPage], back: { session.back() }) {
      Say(texts[.pageWhat])
      if session.canPrint { WordButton(texts[.pagePrint]) { session.printPage() } }
      WordButton(texts[.pageSave]) { session.savePage() }
      WordButton(texts[.doDone], .main) { session.givenDone() }
    }
  }
}
