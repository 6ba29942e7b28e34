import Notebook

/// One note, and what can be done with it.
extension Session {
  /// Opens a note. A draft that a crash or Close left becomes its words, with an undo.
  @discardableResult
  public func open(_ id: String) -> Task<Void, Never> {
    act { session in
      // A second tap comes when the note is open already.
      let (from, language) = (session.list, session.language)
      let page = try await session.core { try $0.note(language: language, id: id) }
      guard let draft = page.draft else { return try await session.show(.read(NoteRead(page: page, from: from))) }
      let changed = try await session.write { notebooks in
        try notebooks.editNote(id: id, title: draft.title, text: draft.text)
        return try notebooks.note(language: language, id: id)
      }
      try await session.show(
        .read(NoteRead(page: changed, from: from)), session.said(.noteChanged, undo: .last))
    }
  }

  /// The note as it is now.
  func again(_ read: NoteRead) async throws -> Screen {
    try await reading(read.page.id, from: read.from)
  }

  /// A note as it is now, opened from there.
  func reading(_ id: String, from: Screen) async throws -> Screen {
    let language = language
    return .read(NoteRead(page: try await core { try $0.note(language: language, id: id) }, from: from))
  }

  /// Shows the other things that can be done with a note, or not.
  public func choices(_ open: Bool) {
    guard case .read(var read) = shown.screen else { return }
    read.choices = open
    shown.screen = .read(read)
  }

  /// Gives back what she was typing of a note before she put it back as it was.
  private func typeAgain(_ typed: Typed) async throws {
    guard case .read(let read) = shown.screen else { return }
    try await show(.edit(read, Writing(note: typed.note, title: typed.title, text: typed.text)))
    typeOn(typed)
  }

  func onNote(_ change: @escaping @MainActor (Session, NoteRead) async throws -> Void) -> Task<Void, Never> {
    act { session in
      guard case .read(let read) = session.shown.screen else { return }
      try await change(session, read)
    }
  }

  /// Keeps a note at the top of the list, or not any more.
  @discardableResult
  public func pin(_ pinned: Bool) -> Task<Void, Never> {
    onNote { session, read in
      try await session.write { try $0.setPinned(id: read.page.id, pinned: pinned) }
      try await session.show(
        session.again(read), session.said(pinned ? .notePinned : .noteUnpinned, undo: .last))
    }
  }

  /// Puts a note in the bin.
  @discardableResult
  public func toBin() -> Task<Void, Never> {
    onNote { session, read in
      try await session.write { try $0.binNote(id: read.page.id) }
      try await session.show(session.reloaded(read.from), session.said(.noteBinned, undo: .last))
    }
  }

  /// Takes a note out of the bin, from its page or from the bin's list.
  @discardableResult
  public func putBack(_ id: String) -> Task<Void, Never> {
    act { session in
      try await session.write { try $0.restoreNote(id: id) }
      try await session.show(session.reloaded(session.list), session.said(.noteRestored, undo: .last))
    }
  }

  /// Asks, and then deletes a note for good.
  @discardableResult
  public func deleteForGood(_ id: String) -> Task<Void, Never> {
    act { session in
      session.ask(.pageDelete, session.text(.noteDeleteWhat), yes: .pageDelete) {
        let list = session.list
        try await session.write { try $0.deleteNoteForGood(id: id) }
        try await session.show(session.reloaded(list), session.said(.noteDeleted))
      }
    }
  }

  /// The list that is shown, or from which the note was opened.
  private var list: Screen {
    if case .read(let read) = shown.screen { read.from } else { shown.screen }
  }

  /// Takes the last change back.
  @discardableResult
  public func undo() -> Task<Void, Never> {
    act { session in
      let at = session.shown.screen
      guard at.place != nil else { return }
      if case .typed(let typed)? = session.shown.notice?.undo { return try await session.typeAgain(typed) }
      if session.shown.notice?.undo == .ownWords { return try await session.undoOwnWords() }
      if session.shown.notice?.undo == .visit { return try await session.undoVisit() }
      if session.shown.notice?.undo == .card { return try await session.undoCard() }
      let what = try await session.write { try $0.undo() }
      // A new note taken back lies in the bin: say where it is.
      try await session.show(session.reloaded(at), session.said(what == .add ? .noteBinned : .noteUndone))
    }
  }
}
