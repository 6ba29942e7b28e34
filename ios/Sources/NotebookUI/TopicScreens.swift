import Notebook
import NotebookApp
import SwiftUI

/// The topics by name, each with how many notes have it.
struct TopicListScreen: View {
  let session: Session
  let topics: [Topic]
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.pageTopics], isList: true, back: { session.back() }) {
      Say(texts[topics.isEmpty ? .topicsNone : .topicsWhat])
      ForEach(topics, id: \.id) { topic in
        ListLine(title: topic.name, below: texts.count(.topicCount, UInt64(topic.notes))) {
          session.openTopic(topic.name)
        }
      }
    }
  }
}

/// The notes with one topic.
struct TopicScreen: View {
  let session: Session
  let topic: String
  let list: Lines
  @Environment(\.texts) private var texts

  var body: some View {
    Page(topic, isList: true, back: { session.back() }) {
      if list.lines.isEmpty { Say(texts[.topicEmpty]) }
      ForEach(list.lines, id: \.id) { NoteLine(session: session, line: $0) }
      LoadMore(session: session, list: list)
      WordButton(texts[.topicName]) { session.nameTopic() }
    }
  }
}

/// Another name for a topic.
struct TopicNameScreen: View {
  let session: Session
  @Bindable var entry: Entry
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.topicName], back: { session.back() }) {
      Say(texts[.topicNameHow])
      Field(label: texts[.topicNameField], text: $entry.text, go: { session.renameTopic() })
      WordButton(texts[.doDone], .main) { session.renameTopic() }
        .disabled(entry.isBlank)
    }
  }
}

/// The topics of a note: a tap puts one on or takes it off.
struct TopicsScreen: View {
  let session: Session
  let page: NotePage
  @Bindable var entry: Entry
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.pageTopics], back: { session.back() }) {
      Say(texts[.topicsWhat])
      ForEach(page.allTopics, id: \.self) { topic in
        Switched(text: topic, on: page.topics.contains(topic)) { session.topic(topic, on: $0) }
      }
      Field(label: texts[.topicsNew], text: $entry.text, go: add)
      WordButton(texts[.topicsAdd], action: add)
        .disabled(entry.isBlank)
    }
  }

  private func add() {
    if !entry.isBlank { session.topic(entry.text, on: true) }
  }
}
