import Notebook
import NotebookApp
import SwiftUI

/// On the first page: the next date as one line, and one quiet line where a reminder can't come.
struct NextDateLines: View {
  let session: Session
  let dates: NextDate
  @Environment(\.texts) private var texts

  var body: some View {
    if let next = dates.next {
      Heading(texts[.datesNext])
      VisitLine(session: session, line: next)
    }
    if !dates.missing.isEmpty { Say(texts[.datesMissingSee], quiet: true) }
  }
}

/// A date in a list: what she calls it, and when.
struct VisitLine: View {
  let session: Session
  let line: DateLine
  @Environment(\.texts) private var texts

  var body: some View {
    ListLine(title: line.title, below: below) { session.open(line) }
  }

  private var below: String {
    line.status == .calledOff ? line.when + " · " + texts[.dateOff] : line.when
  }
}

/// What is coming, and what the phone will show of it.
struct DatesScreen: View {
  let session: Session
  let page: DatesPage
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.barDates], isList: true) {
      if isEmpty { Say(texts[.datesEmpty]) }
      WordButton(texts[.datesAdd], .main) { session.addVisit() }
      WordButton(texts[.pasteTitle]) { session.go(.paste) }
      coming
      WordButton(texts[.datesMonths]) { session.go(.month) }
      if page.coming.hasEarlier { WordButton(texts[.datesEarlier]) { session.go(.earlierDates) } }
      missing
      outside
    }
  }

  private var isEmpty: Bool { page.coming.dated.isEmpty && page.coming.open.isEmpty }

  @ViewBuilder private var coming: some View {
    if !page.coming.dated.isEmpty { Heading(texts[.datesComing]) }
    ForEach(page.coming.dated, id: \.self) { VisitLine(session: session, line: $0) }
    if !page.coming.open.isEmpty { Heading(texts[.visitsOpen]) }
    ForEach(page.coming.open, id: \.self) { VisitLine(session: session, line: $0) }
  }

  @ViewBuilder private var missing: some View {
    if !page.missing.isEmpty { Heading(texts[.datesMissing]) }
    ForEach(page.missing, id: \.self) { line in
      ListLine(title: line.title, below: line.why) { session.open(line) }
    }
  }

  @ViewBuilder private var outside: some View {
    if !page.outside.isEmpty {
      Heading(texts[.remindersOutside])
      Say(texts[.datesOutsideWhat], quiet: true)
    }
    // Two may be the same.
    ForEach(Array(page.outside.enumerated()), id: \.offset) { _, line in
      VStack(alignment: .leading, spacing: 4) {
        Say(line.cover)
        Say(line.when, quiet: true)
      }
      .accessibilityElement(children: .combine)
    }
  }
}

/// Dates that are over. Nothing is asked of them.
struct EarlierDatesScreen: View {
  let session: Session
  let lines: [DateLine]
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.datesEarlier], isList: true, back: { session.back() }) {
      if lines.isEmpty { Say(texts[.datesEarlierNone]) }
      ForEach(lines, id: \.self) { VisitLine(session: session, line: $0) }
    }
  }
}

/// A message that she pastes, and the dates in it: what was read and what was guessed stand apart.
struct PasteScreen: View {
  let session: Session
  @Bindable var pasting: Pasting
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.pasteTitle], back: { session.back() }) {
      Say(texts[.pasteWhat])
      Field(label: texts[.pasteField], text: $pasting.text, lines: 5)
      WordButton(texts[.pasteGo], pasting.found == nil ? .main : .plain) { session.readMessage() }
        .disabled(pasting.isBlank)
      if let found = pasting.found {
        ForEach(Array(found.enumerated()), id: \.offset) { _, read in
          FoundDate(session: session, read: read)
        }
        if found.isEmpty { WordButton(texts[.datesAdd]) { session.addVisit() } }
      }
    }
  }
}

/// A date that was found in a message.
struct FoundDate: View {
  let session: Session
  let read: ReadDate
  @Environment(\.texts) private var texts

  var body: some View {
    lines(.pasteSure, sure: true)
    lines(.pasteGuesses, sure: false)
    WordButton(texts[.pasteTake]) { session.take(read) }
    // What is called off or put to another time may be one of these: she changes it there.
    if !read.known.isEmpty { Heading(texts[.pasteKnown]) }
    ForEach(read.known, id: \.self) { VisitLine(session: session, line: $0) }
  }

  @ViewBuilder private func lines(_ heading: Name, sure: Bool) -> some View {
    let mine = read.lines.filter { $0.sure == sure }
    if !mine.isEmpty { Heading(texts[heading]) }
    ForEach(mine, id: \.self) { line in
      if let texts { Say(texts.read(line.what, line.value, sure: line.sure)) }
    }
  }
}
