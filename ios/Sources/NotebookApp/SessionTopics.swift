import Notebook

/// Topics: their list, the notes of one, another name for one.
extension Session {
  /// The notes, or those with one topic; the topics, if that one is gone with its last note.
  func withTopic(_ topic: String?) async throws -> Screen {
    let language = language
    do {
      let list = try await core { try $0.notes(language: language, topic: topic, after: nil) }
      return .notes(Lines(list, topic: topic))
    } catch NotebookError.NotFound(what: .topic) {
      return try await load(.topics)
    }
  }

  /// Shows the notes with one topic.
  @discardableResult
  public func openTopic(_ topic: String) -> Task<Void, Never> {
    act { try await $0.show($0.withTopic(topic)) }
  }

  /// Begins to give the topic that is shown another name.
  @discardableResult
  public func nameTopic() -> Task<Void, Never> {
    act { session in
      guard case .notes(let list) = session.shown.screen, let topic = list.topic else { return }
      try await session.show(.topicName(topic, Entry(topic)))
    }
  }

  /// Gives it the name in the field.
  @discardableResult
  public func renameTopic() -> Task<Void, Never> {
    act { session in
      guard case .topicName(let topic, let entry) = session.shown.screen, !entry.isBlank else { return }
      let name = entry.text.trimmingCharacters(in: .whitespacesAndNewlines)
      try await session.write { try $0.renameTopic(from: topic, to: name) }
      try await session.show(session.withTopic(name), session.said(.topicRenamed))
    }
  }

  /// Opens the topics of a note.
  @discardableResult
  public func topics() -> Task<Void, Never> {
    onNote { session, read in try await session.show(.topics(read, Entry())) }
  }

  /// Puts a topic on the note, or takes it off.
  @discardableResult
  public func topic(_ name: String, on: Bool) -> Task<Void, Never> {
    act { session in
      guard case .topics(var read, let entry) = session.shown.screen else { return }
      let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
      let others = read.page.topics.filter { $0 != name }
      let (id, language) = (read.page.id, session.language)
      let topics = on && !name.isEmpty ? others + [name] : others
      read.page = try await session.write { notebooks in
        try notebooks.setTopics(id: id, topics: topics)
        return try notebooks.note(language: language, id: id)
      }
      try await session.show(.topics(read, name == entry.text ? Entry() : entry))
    }
  }
}
