import Notebook
import NotebookApp
import SwiftUI

/// What she showed, a line about each.
struct ShownScreen: View {
  let session: Session
  let list: ShownLines
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.cardShown], isList: true, back: { session.back() }) {
      if list.lines.isEmpty { Say(texts[.receiptNone]) }
      ForEach(list.lines, id: \.id) { line in
        ListLine(title: line.line, below: line.state) { session.open(line) }
      }
      if list.more { WordButton(texts[.listLoad]) { session.loadMore() } }
    }
  }
}

/// One line about what she showed, and all that is kept of it.
struct ReceiptScreen: View {
  let session: Session
  let page: ReceiptPage
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.cardShown], back: { session.back() }) {
      Say(page.line.line)
      Say(page.parts)
      Say(page.line.state)
      if !page.words.isEmpty {
        Heading(texts[.receiptWordsKept])
        ForEach(Array(page.words.enumerated()), id: \.offset) { _, words in Say(words) }
      }
      if let ask = page.ask { asking(ask) }
      WordButton(texts[.receiptOff], .final) { session.deleteReceipt() }
    }
  }

  @ViewBuilder private func asking(_ words: String) -> some View {
    Heading(texts[.receiptAskWhat])
    Say(words)
    WordButton(texts[.receiptAskCopy]) { session.copyAsking() }
    if !page.hasAsked { WordButton(texts[.receiptAsked]) { session.asked() } }
  }
}
