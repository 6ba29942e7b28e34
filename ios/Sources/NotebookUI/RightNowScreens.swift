import Notebook
import NotebookApp
import SwiftUI

/// The way to Right now: the same spot on each page of a full notebook, quiet, one tap.
struct RightNowButton: View {
  let isHere: Bool
  let go: @MainActor (Place) -> Void
  @Environment(\.texts) private var texts

  var body: some View {
    WordButton(texts[.rightNowTitle], wide: false) { go(.rightNow) }
      .disabled(isHere)
      .padding(.horizontal, 16)
      .padding(.vertical, 4)
      .frame(maxWidth: .infinity, alignment: .trailing)
  }
}

/// Nothing to fill in: today, her words, what helps, who to ring.
struct RightNowScreen: View {
  let session: Session
  let page: RightNow
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.rightNowTitle], back: { session.back() }) {
      Say(page.today)
      if page.words.isEmpty {
        Say(texts[.rightNowNone], quiet: true)
      } else {
        Heading(texts[.rightNowYours])
        Say(page.words)
      }
      Heading(texts[.rightNowHelps])
      ForEach(page.helps, id: \.self) { Say($0) }
      Heading(texts[.rightNowPeople])
      if page.people.isEmpty { Say(texts[.rightNowNobody], quiet: true) }
      ForEach(page.people, id: \.id) { PersonLines(session: session, person: $0) }
      WordButton(texts[.rightNowNumbers]) { session.go(.numbers) }
      WordButton(texts[.rightNowChange]) { session.changeOwnWords() }
    }
  }
}

/// Her words of that page: kept as she types.
struct OwnWordsScreen: View {
  let session: Session
  let own: OwnWords
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.rightNowChange], back: { session.back() }) {
      Field(
        label: texts[.rightNowYours],
        text: Binding(get: { own.words }, set: { session.typed(ownWords: $0) }),
        lines: 4)
      Field(
        label: texts[.rightNowHelps],
        text: Binding(get: { own.helps }, set: { session.typed(helps: $0) }),
        lines: 4)
      Say(texts[.rightNowHow], quiet: true)
      Say(texts[.writeKept], quiet: true)
      WordButton(texts[.doDone], .main) { session.ownWordsDone() }
    }
  }
}
