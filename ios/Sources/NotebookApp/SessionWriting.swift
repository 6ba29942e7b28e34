import Notebook

/// What she types, and when it is kept.
extension Session {
  /// Another title of what she is writing.
  public func typed(title: String) {
    change { writing in
      guard writing.title != title else { return false }
      writing.title = title
      return true
    }
  }

  /// Other words of what she is writing.
  public func typed(text: String) {
    change { writing in
      guard writing.text != text else { return false }
      writing.text = text
      return true
    }
  }

  /// A field also says what is in it when nothing changed: that is no typing.
  private func change(_ change: (Writing) -> Bool) {
    guard let writing = shown.screen.writing, change(writing) else { return }
    touched()
    typeOn(writing.typed)
  }

  func typeOn(_ typed: Typed) {
    typing = typed
    // Not begun anew by each key: steady typing would never be kept.
    guard pause == nil else { return }
    pause = Task { [weak self, pauses] in
      try? await Task.sleep(for: pauses.typing)
      guard !Task.isCancelled else { return }
      self?.pause = nil
      self?.later { try await $0.keepDraft() }
    }
  }

  /// Keeps what is being typed as a draft.
  func keepDraft() async throws {
    guard let typing else { return }
    try await write { try $0.saveDraft(id: typing.note, title: typing.title, text: typing.text) }
  }

  @discardableResult
  func takeTyping() -> Typed? {
    pause?.cancel()
    (pause, keeping) = (nil, nil)
    defer { typing = nil }
    return typing
  }

  /// Leaves a page that she may have written on: what she wrote is kept first, and can be undone. If she types on
  /// meanwhile, that is kept too.
  func leave(to: @MainActor () async throws -> Screen) async throws {
    held.wipe()
    var (notice, offers): (Notice?, Bool) = (nil, false)
    if let mine = recording { notice = try await kept(mine).said }
    let (dated, settings) = (shown.screen.visitWriting, shown.screen.reminderSettings)
    let ofCard = shown.screen.cardWriting
    var next: Screen
    repeat {
      if let dated, let kept = try await keepVisit(dated) { notice = kept }
      if let settings, let kept = try await keep(settings) { notice = kept }
      if let ofCard, let kept = try await keep(ofCard) { notice = kept }
      if let typed = typing {
        offers = try await keepTyped(typed, &notice) || offers
      }
      next = try await to()
    } while typing != nil || dated?.isChanged == true || settings?.last != nil || ofCard?.last != nil
    try await show(offers ? .offerCopy : next, notice)
  }

  /// Keeps it for good; answers whether a copy is to be offered to her now, which is once.
  func keepTyped(_ typed: Typed, _ notice: inout Notice?, offering: Bool = true) async throws -> Bool {
    let writing = shown.screen.writing
    if case .edit(let read, _) = shown.screen, read.page.saysTheSame(typed) {
      try await write { try $0.discardDraft(id: typed.note) }
      typingIsKept(typed)
      return false
    }
    let mine = Keeping(typed)
    keeping = mine
    let (note, offers) = try await write { notebooks in
      mine.note = try keepForGood(typed, in: notebooks)
      // The note is kept already: what fails now must not have it kept once more.
      let asks = offering && typed.note == nil && mine.note != nil
      return (mine.note, asks && (try? notebooks.offerCopy()) == true)
    }
    writing?.note = note
    typingIsKept(typed)
    if note != nil { notice = notice ?? said(typed.note == nil ? .writeDone : .noteChanged, undo: .last) }
    return offers
  }

  /// Only now may it be forgotten here. What she typed meanwhile is not, and is of the note that it became.
  private func typingIsKept(_ kept: Typed) {
    if typing == kept { takeTyping() } else { typing = shown.screen.writing?.typed }
  }

  /// Done with a new note: an empty page again.
  @discardableResult
  public func done() -> Task<Void, Never> {
    act { session in try await session.leave { try await session.load(.write) } }
  }

  /// Begins to change the words of the note that is read.
  @discardableResult
  public func edit() -> Task<Void, Never> {
    act { session in
      guard case .read(let read) = session.shown.screen else { return }
      let page = read.page
      try await session.show(.edit(read, Writing(note: page.id, title: page.title, text: page.text)))
    }
  }

  /// Done with changing it.
  @discardableResult
  public func editDone() -> Task<Void, Never> {
    act { session in
      guard case .edit(let read, _) = session.shown.screen else { return }
      try await session.leave { try await session.again(read) }
    }
  }

  /// Leaves a note as it was before she began to change it.
  @discardableResult
  public func asItWas() -> Task<Void, Never> {
    act { session in
      guard case .edit(let read, _) = session.shown.screen else { return }
      let typed = session.takeTyping()
      try await session.write { try $0.discardDraft(id: read.page.id) }
      try await session.show(session.again(read), session.said(.noteUndone, undo: typed.map { .typed($0) }))
    }
  }
}

extension NotePage {
  func saysTheSame(_ typed: Typed) -> Bool { text == typed.text && title == typed.title }
}

/// Keeps what was typed as a note, or as its new words; answers which note, if there was anything to keep.
@Sendable
func keepForGood(_ typed: Typed, in notebooks: Notebooks) throws -> String? {
  if let note = typed.note {
    try notebooks.editNote(id: note, title: typed.title, text: typed.text)
    return note
  }
  if typed.isBlank {
    try notebooks.discardDraft(id: nil)
    return nil
  }
  return try notebooks.addNote(title: typed.title, text: typed.text, topics: [])
}
