import Notebook
import NotebookApp
import SwiftUI

/// What a copy is, and of which kind it is to be.
struct SaveCopyScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.moreSaveCopy], back: { session.back() }) {
      Say(texts[.saveWhat])
      Say(texts[.saveWhere])
      WordButton(texts[.doNext], .main) { session.beforeSealedCopy() }
      Say(texts[.openCopyWhat], quiet: true)
      WordButton(texts[.openCopySave]) { session.beforeOpenCopy() }
    }
  }
}

/// Twelve words, shown this once, with their numbers.
struct TwelveScreen: View {
  let session: Session
  let twelve: Twelve
  @Environment(\.texts) private var texts

  var body: some View {
    let recovery = twelve.notes == nil
    Page(texts[recovery ? .moreRecovery : .saveTitle]) {
      if let notes = twelve.notes { Say(texts[.copyGood] + " " + texts.count(.copyNotes, notes)) }
      Say(texts[recovery ? .recoveryPageThese : .copyWho])
      ForEach(Array(twelve.words.enumerated()), id: \.offset) { at, word in
        Say("\((at + 1).formatted()). \(word)")
      }
      Say(texts[recovery ? .recoveryWrite : .copyWrite])
      WordButton(texts[.saveWritten], .main) { session.written() }
    }
  }
}

/// A copy to bring back: which, its words, what would come in, and only then the step itself.
struct BringBackScreen: View {
  let session: Session
  let bringing: Bringing
  @Environment(\.texts) private var texts

  var body: some View {
    switch bringing {
    case .choose:
      Page(texts[.moreBringBack], back: { session.back() }) {
        Say(texts[.bringWhat])
        WordButton(texts[.bringChoose], .main) { session.chooseCopy() }
      }
    case .words(let entry): CopyWordsScreen(session: session, entry: entry)
    case .preview(let preview): PreviewScreen(session: session, preview: preview)
    }
  }
}

/// The words of the copy she chose.
struct CopyWordsScreen: View {
  let session: Session
  @Bindable var entry: Entry
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.moreBringBack], back: { session.back() }) {
      Say(texts[.bringHow])
      Field(label: texts[.unlockWordsField], text: $entry.text, lines: 3, secret: true)
      WordButton(texts[.bringLook], .main) { session.previewCopy() }
        .disabled(entry.isBlank)
    }
  }
}

/// What would come in.
struct PreviewScreen: View {
  let session: Session
  let preview: Restored
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.bringTitle], back: { session.back() }) {
      if let texts { ForEach(preview.said(in: texts), id: \.self) { Say($0) } }
      if preview.bringsNothing {
        Say(texts[.bringNone])
      } else {
        WordButton(texts[.bringGo], .main) { session.bringBack() }
      }
      WordButton(texts[.doNotNow]) { session.back() }
    }
  }
}
