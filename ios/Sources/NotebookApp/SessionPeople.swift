import Notebook

/// Right now, and who to ring: in a full notebook alone.
extension Session {
  /// Whether this phone can ring; if not, numbers are only shown.
  public var canRing: Bool { handset.canRing }

  /// Asks the phone to ring this number, because she tapped for it.
  public func ring(_ number: String) { handset.ring(number) }

  /// Shows her words of Right now, to be changed.
  @discardableResult
  public func changeOwnWords() -> Task<Void, Never> {
    act { session in
      let start = try await session.core { try $0.ownTexts() }
      try await session.show(.ownWords(OwnWords(start)))
    }
  }

  /// Other words to herself.
  public func typed(ownWords text: String) {
    changeOwn { own in
      guard own.words != text else { return false }
      own.words = text
      return true
    }
  }

  /// Other things that help.
  public func typed(helps text: String) {
    changeOwn { own in
      guard own.helps != text else { return false }
      own.helps = text
      return true
    }
  }

  /// Kept at once, so that nothing ends it. What comes while it is being kept is kept next.
  private func changeOwn(_ change: (OwnWords) -> Bool) {
    guard case .ownWords(let own) = shown.screen, change(own) else { return }
    ownTyping = own.typed
    act { try await $0.keepOwnTyped() }
  }

  /// What can't be kept is held for another try, unless she has typed on.
  private func keepOwnTyped() async throws {
    guard let typed = ownTyping else { return }
    try await write { try $0.setOwnTexts(texts: typed) }
    if ownTyping == typed { ownTyping = nil }
  }

  /// She is done with them.
  @discardableResult
  public func ownWordsDone() -> Task<Void, Never> {
    act { session in
      try await session.keepOwnTyped()
      try await session.show(session.load(.rightNow), session.said(.rightNowSaved, undo: .ownWords))
    }
  }

  /// Puts her words of Right now back as they were before.
  func undoOwnWords() async throws {
    _ = try await write { try $0.undoOwnTexts() }
    try await show(load(.rightNow), said(.rightNowUndone))
  }

  /// Shows the fields of a person; of a new one without `person`.
  @discardableResult
  public func changePerson(_ person: PersonLine?) -> Task<Void, Never> {
    act { session in
      guard case .numbers(let page) = session.shown.screen else { return }
      try await session.show(.person(PersonEdit(person, among: page.people)))
    }
  }

  /// Keeps what she wrote of a person.
  @discardableResult
  public func keepPerson() -> Task<Void, Never> {
    act { session in
      guard case .person(let edit) = session.shown.screen, !edit.fields.isNameless else { return }
      try await session.leave { try await session.load(.numbers) }
    }
  }

  /// Moves a person up or down by one.
  @discardableResult
  public func movePerson(by: Int) -> Task<Void, Never> {
    act { session in
      guard case .person(let edit) = session.shown.screen, let id = edit.person?.id else { return }
      let place = UInt32(max(edit.at + by, 0))
      _ = try await session.keep(edit.fields)
      try await session.write { try $0.movePerson(id: id, place: place) }
      try await session.show(session.load(.numbers), session.said(.personSaved))
    }
  }

  /// Asks, and then takes a person out for good.
  @discardableResult
  public func removePerson() -> Task<Void, Never> {
    act { session in
      guard case .person(let edit) = session.shown.screen, let person = edit.person else { return }
      let what = session.shown.texts?.with(.personRemoveWhat, person.name) ?? ""
      session.ask(.personRemove, what, yes: .personRemove) {
        edit.fields.isGone()
        try await session.write { try $0.removePerson(id: person.id) }
        try await session.show(session.load(.numbers), session.said(.personRemoved))
      }
    }
  }
}
