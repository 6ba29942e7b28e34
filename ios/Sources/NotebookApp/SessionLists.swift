import Notebook

/// Lists: more of them, looking for words, the bin, earlier texts.
extension Session {
  /// More lines of the list that is shown.
  @discardableResult
  public func loadMore() -> Task<Void, Never> {
    act { session in
      let language = session.language
      switch session.shown.screen {
      case .notes(let list):
        let next = try await session.core { [last = list.lines.last?.id, topic = list.topic] in
          try $0.notes(language: language, topic: topic, after: last)
        }
        try await session.show(.notes(list.with(next)))
      case .whichNote(let read, let fields, let list):
        let next = try await session.core { [last = list.lines.last?.id] in
          try $0.notes(language: language, topic: nil, after: last)
        }
        try await session.show(.whichNote(read, fields, list.with(next)))
      case .bin(let list):
        let next = try await session.core { [last = list.lines.last?.id] in
          try $0.bin(language: language, after: last)
        }
        try await session.show(.bin(list.with(next)))
      case .find(let finding): try await session.moreFound(finding)
      case .showNotes(let showing, let choices, let list):
        let next = try await session.core { [last = list.lines.last?.id] in
          try $0.notes(language: language, topic: nil, after: last)
        }
        try await session.show(.showNotes(showing, choices, list.with(next)))
      case .shownLines(let list): try await session.show(session.shownLines(after: list.lines))
      default: break
      }
    }
  }

  private func moreFound(_ finding: Finding) async throws {
    guard let found = finding.found else { return }
    let (query, last, language) = (finding.query, found.lines.last?.id, language)
    let next = try await core { try $0.search(language: language, text: query, topic: nil, after: last) }
    var further = finding
    further.found = found.with(next)
    try await show(.find(further))
  }

  /// Looks for the words in the field. Nothing of it is kept.
  @discardableResult
  public func find() -> Task<Void, Never> {
    act { session in
      guard case .find(let finding) = session.shown.screen else { return }
      try await session.show(session.looked(for: finding.entry.text, in: finding.entry))
    }
  }

  func looked(for query: String, in entry: Entry) async throws -> Screen {
    guard !query.isBlank else { return .find(Finding(entry: entry)) }
    let language = language
    let found = try await core { try $0.search(language: language, text: query, topic: nil, after: nil) }
    return .find(Finding(entry: entry, query: query, found: Lines(found)))
  }

  /// Shows the words around what was found in one note.
  @discardableResult
  public func around(_ id: String) -> Task<Void, Never> {
    act { session in
      guard case .find(var finding) = session.shown.screen else { return }
      let query = finding.query
      finding.around[id] = try await session.core { try $0.around(id: id, text: query) }
      try await session.show(.find(finding))
    }
  }

  /// Asks, and then empties the bin.
  @discardableResult
  public func emptyBin() -> Task<Void, Never> {
    act { session in
      guard case .bin(let list) = session.shown.screen, let texts = session.shown.texts else { return }
      // Without a number when there are more than one page of them.
      let what = list.more ? texts[.binEmptyMany] : texts.count(.binEmptyWhat, UInt64(list.lines.count))
      session.ask(.binEmptyAll, what, yes: .binEmptyAll) {
        try await session.write { _ = try $0.emptyBin() }
        try await session.show(session.load(.bin), session.said(.binEmptied))
      }
    }
  }

  /// Opens the list of earlier texts of the note that is read.
  @discardableResult
  public func earlier() -> Task<Void, Never> {
    act { session in
      guard case .read(let read) = session.shown.screen else { return }
      let (id, language) = (read.page.id, session.language)
      let lines = try await session.core { try $0.earlierTexts(language: language, id: id) }
      try await session.show(.earlier(Earlier(read: read, lines: lines)))
    }
  }

  /// Opens one of the earlier texts.
  @discardableResult
  public func openEarlier(_ line: EarlierLine) -> Task<Void, Never> {
    act { session in
      guard case .earlier(var earlier) = session.shown.screen else { return }
      let id = earlier.read.page.id
      let text = try await session.core { try $0.earlierText(id: id, number: line.number) }
      earlier.open = (line.date, line.number, text)
      try await session.show(.earlier(earlier))
    }
  }

  /// Makes the earlier text that is open the note's text again.
  @discardableResult
  public func useEarlier() -> Task<Void, Never> {
    act { session in
      guard case .earlier(let earlier) = session.shown.screen, let number = earlier.open?.number else { return }
      let id = earlier.read.page.id
      try await session.write { try $0.restoreText(id: id, number: number) }
      try await session.show(session.again(earlier.read), session.said(.historyRestored, undo: .last))
    }
  }

  /// Asks, and then deletes the earlier texts of a note for good.
  @discardableResult
  public func clearEarlier() -> Task<Void, Never> {
    act { session in
      guard case .earlier(let earlier) = session.shown.screen else { return }
      let id = earlier.read.page.id
      session.ask(.earlierClear, session.text(.historyClearWhat), yes: .earlierClear) {
        try await session.write { try $0.clearHistory(id: id) }
        try await session.show(session.again(earlier.read), session.said(.historyCleared))
      }
    }
  }
}
