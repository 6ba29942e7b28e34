import Notebook
import NotebookApp
import SwiftUI

/// The way to her card, and to all that goes with it. What stands on it does not show here.
struct CardScreen: View {
  let session: Session
  let page: CardHome
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.barCard]) {
      if page.isEmpty {
        Say(texts[.cardWhat])
        WordButton(texts[.cardWrite], .main) { session.go(.myCard) }
      } else {
        WordButton(texts[.cardShow], .main) { session.showSomeone() }
        WordButton(texts[.cardMine]) { session.go(.myCard) }
      }
      WordButton(texts[.cardPeople]) { session.go(.seen) }
      WordButton(texts[.cardShown]) { session.go(.shown) }
      if page.waits { waiting }
    }
  }

  @ViewBuilder private var waiting: some View {
    Heading(texts[.cardWaits])
    WordButton(texts[.cardWaitsLook]) { session.showWaiting() }
    WordButton(texts[.doLeave]) { session.dropWaiting() }
  }
}

/// Her card, a section each, to look over and to change.
struct MyCardScreen: View {
  let session: Session
  let page: CardPage
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.cardMine], back: { session.back() }) {
      if let over = page.over { Say(over, quiet: true) }
      ForEach(page.lines, id: \.part) { line in
        if line.text.isEmpty {
          Fact(what: line.name, text: texts[.cardNotYet])
        } else {
          Say(line.text)
        }
        WordButton(texts.with(.cardChange, line.name)) { session.changeSection(line) }
      }
      WordButton(texts[.cardOwnAdd]) { session.addSection() }
      WordButton(texts[.cardPast]) { session.go(.pastCards) }
    }
  }
}

/// Older cards: whether they are kept, and those that are here.
struct PastCardsScreen: View {
  let session: Session
  let page: PastPage
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.cardPast], back: { session.back() }) {
      Say(texts[.cardPastWhat])
      Switched(text: texts[.cardPastKeep], on: page.keeps) { session.keepPastCards($0) }
      if page.cards.isEmpty { Say(texts[.cardPastNone], quiet: true) }
      // Two may be of the same day.
      ForEach(Array(page.cards.enumerated()), id: \.offset) { _, card in
        Heading(card.written)
        Say(card.text)
      }
      if !page.cards.isEmpty {
        WordButton(texts[.cardPastClear], .final) { session.clearPastCards() }
      }
    }
  }
}
