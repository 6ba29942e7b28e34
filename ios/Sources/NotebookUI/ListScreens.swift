import Notebook
import NotebookApp
import SwiftUI

/// The notes by date and title; what they say shows only when one is opened.
struct NotesScreen: View {
  let session: Session
  let list: Lines
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.barNotes], isList: true) {
      if list.lines.isEmpty {
        Say(texts[.listEmpty])
        WordButton(texts[.barWrite], .main) { session.go(.write) }
      } else {
        if texts?.pack == .full { WordButton(texts[.barWrite], .main) { session.go(.write) } }
        WordButton(texts[.listFind]) { session.go(.find) }
        WordButton(texts[.pageTopics]) { session.go(.topics) }
      }
      ForEach(list.lines, id: \.id) { NoteLine(session: session, line: $0) }
      LoadMore(session: session, list: list)
      WordButton(texts[.listBin]) { session.go(.bin) }
    }
  }
}

struct LoadMore: View {
  let session: Session
  let list: Lines
  @Environment(\.texts) private var texts

  var body: some View {
    if list.more { WordButton(texts[.listLoad]) { session.loadMore() } }
  }
}

struct NoteLine: View {
  let session: Session
  let line: Line
  @Environment(\.texts) private var texts

  var body: some View {
    ListLine(title: line.title ?? line.date, below: below) { session.open(line.id) }
  }

  private var below: String? {
    let date = line.title == nil ? nil : line.date
    let mark = line.pinned ? texts[.noteMarkPinned] : nil
    let known = [date, mark].compactMap(\.self)
    return known.isEmpty ? nil : known.joined(separator: " · ")
  }
}

/// Looking for words. What was found shows like any list; the words around it only on a tap.
struct FindScreen: View {
  let session: Session
  let finding: Finding
  @Bindable var entry: Entry
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.findTitle], back: { session.back() }) {
      Field(label: texts[.findField], text: $entry.text, go: { session.find() })
      WordButton(texts[.findGo], .main) { session.find() }
        .disabled(entry.isBlank)
      if let found = finding.found {
        if found.lines.isEmpty { Say(texts[.searchNone]) }
        ForEach(found.lines, id: \.id) { line in
          NoteLine(session: session, line: line)
          around(line)
        }
        LoadMore(session: session, list: found)
      }
    }
  }

  @ViewBuilder private func around(_ line: Line) -> some View {
    if let pieces = finding.around[line.id] {
      AroundView(pieces: pieces)
    } else {
      WordButton(texts[.findAround]) { session.around(line.id) }
    }
  }
}

/// Words around a hit; what was found is bold and underlined, not told by colour alone.
struct AroundView: View {
  let pieces: [Piece]
  @Environment(\.texts) private var texts
  @Environment(\.palette) private var palette

  var body: some View {
    if pieces.isEmpty {
      Say(texts[.findOnlyTitle], quiet: true)
    } else {
      pieces.reduce(Text(verbatim: "")) { text, piece in
        let next = Text(verbatim: piece.text)
        return text + (piece.found ? next.bold().underline() : next)
      }
      .lettering(.body)
      .foregroundStyle(Color(palette.ink))
    }
  }
}

/// The bin: put back, or delete for good.
struct BinScreen: View {
  let session: Session
  let list: Lines
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.binTitle], isList: true, back: { session.back() }) {
      if list.lines.isEmpty { Say(texts[.binNone]) }
      ForEach(list.lines, id: \.id) { line in
        NoteLine(session: session, line: line)
        WordButton(texts[.binPutBack]) { session.putBack(line.id) }
        WordButton(texts[.pageDelete], .final) { session.deleteForGood(line.id) }
      }
      LoadMore(session: session, list: list)
      if !list.lines.isEmpty {
        WordButton(texts[.binEmptyAll], .final) { session.emptyBin() }
      }
    }
  }
}

/// The earlier texts of a note by date, or one of them.
struct EarlierScreen: View {
  let session: Session
  let earlier: Earlier
  @Environment(\.texts) private var texts

  var body: some View {
    if let open = earlier.open {
      Page(open.text.title ?? texts[.pageEarlier], back: { session.back() }) {
        Say(open.date, quiet: true)
        Say(open.text.text)
        WordButton(texts[.earlierUse], .main) { session.useEarlier() }
      }
    } else {
      Page(texts[.pageEarlier], isList: true, back: { session.back() }) {
        if earlier.lines.isEmpty { Say(texts[.earlierNone]) }
        ForEach(earlier.lines, id: \.number) { line in
          ListLine(title: line.date, below: nil) { session.openEarlier(line) }
        }
        if !earlier.lines.isEmpty {
          WordButton(texts[.earlierClear], .final) { session.clearEarlier() }
        }
      }
    }
  }
}
