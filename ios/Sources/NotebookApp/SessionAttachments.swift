import Notebook

/// Pictures, sounds and other files of a note.
extension Session {
  /// Opens one of the note that is read.
  @discardableResult
  public func openAttachment(_ line: AttachmentLine) -> Task<Void, Never> {
    act { session in
      guard case .read(let read) = session.shown.screen else { return }
      try await session.show(.attached(Attached(read: read, line: line)))
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
