import Notebook

/// Pictures, sounds and other files of a note.
extension Session {
  /// What can be added to the note that is open, or to a new one; what she has written there is kept first.
  @discardableResult
  public func add() -> Task<Void, Never> {
    act { session in
      switch session.shown.screen {
      case .read(let read): try await session.show(.addTo(AddTo(note: read.page.id, from: read.from)))
      case .write(let writing):
        var notice: Notice?
        while let typed = session.typing { _ = try await session.keepTyped(typed, &notice, offering: false) }
        try await session.show(.addTo(AddTo(note: writing.note, from: .write(Writing()))))
      default: break
      }
    }
  }

  /// Adds a picture that she picks.
  @discardableResult
  public func pickPicture() -> Task<Void, Never> {
    addPicture { session in
      guard let picked = await session.elsewhere({ await session.senses.pick() }) else { return nil }
      try Task.checkCancellation()
      session.busy(.nowWorking, canStop: true)
      return try await session.waiting { try await picked.fetch() }
    }
  }

  /// Adds a picture that she takes now.
  @discardableResult
  public func takePicture() -> Task<Void, Never> {
    addPicture { session in try await session.elsewhere { try await session.senses.camera?.take() } }
  }

  private func addPicture(
    _ choose: @escaping @MainActor (Session) async throws -> Chosen?
  ) -> Task<Void, Never> {
    act { session in
      guard case .addTo(let to) = session.shown.screen else { return }
      guard let chosen = try await choose(session) else { return }
      try Task.checkCancellation()
      session.busy(.nowWorking)
      let into = to.note
      let note = try await session.write { try attach(chosen.bytes, named: chosen.name, to: into, in: $0) }
      try await session.show(session.reading(note, from: to.from), session.said(.attachmentIn))
    }
  }

  /// Opens one of the note that is read. What can't be shown here is not read.
  @discardableResult
  public func openAttachment(_ line: AttachmentLine) -> Task<Void, Never> {
    act { session in
      guard case .read(let read) = session.shown.screen else { return }
      var attached = Attached(read: read, line: line)
      let isSound = line.isSound && session.senses.player != nil
      if line.size <= largestPicked, line.isPicture || isSound {
        session.busy(.nowWorking, canStop: true)
        let bytes = try await session.working { try $0.attachment(id: line.id, work: $1).bytes }
        if isSound { attached.sound = bytes } else { attached.picture = await session.senses.picture(bytes) }
        try Task.checkCancellation()
      }
      try await session.show(.attached(attached))
    }
  }

  /// Asks, and then takes it out of its note for good.
  @discardableResult
  public func removeAttachment() -> Task<Void, Never> {
    act { session in
      guard case .attached(let attached) = session.shown.screen else { return }
      session.ask(.attachmentRemove, session.text(.attachmentWhat), yes: .attachmentRemove) {
        try await session.write { try $0.removeAttachment(id: attached.line.id) }
        try await session.show(session.again(attached.read), session.said(.attachmentRemoved))
      }
    }
  }
}

extension AttachmentLine {
  /// What it is, in a word.
  public var kind: Name {
    if isPicture { return .attachmentPicture }
    return isSound ? .attachmentSound : .attachmentFile
  }

  var isPicture: Bool { mediaType.hasPrefix("image/") }
  var isSound: Bool { mediaType.hasPrefix("audio/") }
}
