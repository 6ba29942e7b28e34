import Accessibility
import NotebookApp
import SwiftUI

/// A page that scrolls: a way back, its heading, and what it has. A screen reader begins at the heading.
struct Page<Content: View>: View {
  let title: String
  let isList: Bool
  let back: (@MainActor () -> Void)?
  let content: Content
  @Environment(\.texts) private var texts
  @Environment(\.palette) private var palette
  @Environment(\.wordFactor) private var factor
  @ScaledMetric(relativeTo: .body) private var unit = 1.0
  @AccessibilityFocusState private var atHeading: Bool

  /// A list is made line by line as it comes into sight. (A field must not be: out of sight it would lose the keyboard.)
  init(
    _ title: String, isList: Bool = false, back: (@MainActor () -> Void)? = nil, @ViewBuilder content: () -> Content
  ) {
    self.title = title
    self.isList = isList
    self.back = back
    self.content = content()
  }

  var body: some View {
    ScrollView {
      Group {
        if isList {
          LazyVStack(alignment: .leading, spacing: 12) { all }
        } else {
          VStack(alignment: .leading, spacing: 12) { all }
        }
      }
      .padding(16)
      // At most some 60 characters a line.
      .frame(maxWidth: 540 * unit * factor)
      .frame(maxWidth: .infinity)
    }
    .scrollDismissesKeyboard(.interactively)
    // Another page begins at its top.
    .id(title)
    .onAppear { atHeading = true }
    .accessibilityAction(.escape) { back?() }
  }

  @ViewBuilder private var all: some View {
    if let back { WordButton(texts[.doBack], wide: false, action: back) }
    Text(verbatim: title)
      .lettering(.heading)
      .foregroundStyle(Color(palette.ink))
      .accessibilityAddTraits(.isHeader)
      .accessibilityFocused($atHeading)
    content
  }
}

/// What was done or could not be, above the bar, where it stays until the next step. It is spoken when it comes.
struct NoticeStrip: View {
  let notice: Notice
  let undoText: String
  let undo: @MainActor () -> Void
  @Environment(\.palette) private var palette

  var body: some View {
    VStack(spacing: 0) {
      Rectangle().fill(Color(palette.edge)).frame(height: 1)
      // Where the words are large and the screen is low it scrolls, so that the page keeps most of the room.
      ViewThatFits(in: .vertical) {
        words
        ScrollView { words }
      }
      .frame(maxHeight: 200)
    }
    .background(Color(palette.card))
    .onChange(of: notice, initial: true) {
      if notice.spoken { AccessibilityNotification.Announcement(notice.text).post() }
    }
  }

  private var words: some View {
    VStack(alignment: .leading, spacing: 4) {
      Say(notice.text)
      if notice.offersUndo { WordButton(undoText, wide: false, action: undo) }
    }
    .padding(.horizontal, 16)
    .padding(.vertical, 8)
  }
}

/// Something takes longer than a moment.
struct BusyPage: View {
  let busy: Busy
  let stopText: String
  let stop: @MainActor () -> Void
  @Environment(\.palette) private var palette

  var body: some View {
    ScrollView {
      VStack(spacing: 16) {
        Say(busy.text)
        if let done = busy.done {
          ProgressView(value: done)
            .tint(Color(palette.fern))
            .accessibilityLabel(Text(verbatim: busy.text))
        }
        if busy.canStop { WordButton(stopText, action: stop) }
      }
      .padding(24)
    }
    .onAppear { AccessibilityNotification.Announcement(busy.text).post() }
  }
}

/// One plain question; both answers weigh the same.
struct QuestionPage: View {
  let question: Question
  let yes: @MainActor () -> Void
  let no: @MainActor () -> Void

  var body: some View {
    Page(question.title) {
      Say(question.text)
      WordButton(question.no, action: no)
      WordButton(question.yes, question.final ? .final : .plain, action: yes)
    }
  }
}
