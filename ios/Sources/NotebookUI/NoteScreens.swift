import Notebook
import NotebookApp
import SwiftUI

/// Home: write at once.
struct WriteScreen: View {
  let session: Session
  let writing: Writing
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.writeTitle]) {
      Say(texts[.writeWhat])
      WritingFields(session: session, writing: writing)
      WordButton(texts[.doDone], .main) { session.done() }
        .disabled(writing.isBlank)
      WordButton(texts[session.addName]) { session.add() }
      if let dates = writing.dates { NextDateLines(session: session, dates: dates) }
    }
  }
}

/// After the first note, once: no is a real choice.
struct OfferCopyScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.saveAsk]) {
      Say(texts[.saveAskWhat])
      WordButton(texts[.moreSaveCopy]) { session.go(.save) }
      WordButton(texts[.saveNo]) { session.go(.write) }
    }
  }
}

/// A note to read, with three things to do and the rest behind "More choices".
struct NoteScreen: View {
  let session: Session
  let page: NotePage
  let choices: Bool
  @Environment(\.texts) private var texts

  var body: some View {
    Page(page.title ?? texts[.pageTitle], back: { session.back() }) {
      Say(page.date, quiet: true)
      if !page.topics.isEmpty { Say(page.topics.joined(separator: " · "), quiet: true) }
      if !page.text.isEmpty { Say(page.text) }
      ForEach(page.attachments, id: \.id) { line in
        ListLine(title: texts[line.kind], below: line.name) { session.openAttachment(line) }
      }
      if page.binned { binned } else { living }
    }
  }

  @ViewBuilder private var binned: some View {
    Say(texts[.pageInBin], quiet: true)
    WordButton(texts[.binPutBack], .main) { session.putBack(page.id) }
    WordButton(texts[.pageDelete], .final) { session.deleteForGood(page.id) }
  }

  @ViewBuilder private var living: some View {
    WordButton(texts[.pageChange], .main) { session.edit() }
    WordButton(texts[.pageToBin]) { session.toBin() }
    WordButton(texts[choices ? .doFewer : .doMore]) { session.choices(!choices) }
    if choices {
      if session.senses.reader != nil { WordButton(texts[.readToMe]) { session.readToMe() } }
      if texts?.pack == .full { WordButton(texts[.cardShow]) { session.showNote() } }
      WordButton(texts[session.addName]) { session.add() }
      WordButton(texts[page.pinned ? .pageUnpin : .pagePin]) { session.pin(!page.pinned) }
      WordButton(texts[.pageTopics]) { session.topics() }
      if page.versions > 0 || page.keepsHistory {
        WordButton(texts[.pageEarlier]) { session.earlier() }
      }
      WordButton(texts[.pageDelete], .final) { session.deleteForGood(page.id) }
    }
  }
}

/// A note that is being changed.
struct EditScreen: View {
  let session: Session
  let writing: Writing
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.pageChange]) {
      WritingFields(session: session, writing: writing)
      WordButton(texts[.doDone], .main) { session.editDone() }
      WordButton(texts[.pageAsItWas]) { session.asItWas() }
    }
  }
}
