import Notebook

/// Whom she sees, and what each of them may be shown.
extension Session {
  /// Begins to write of someone she sees; of someone new without `line`.
  @discardableResult
  public func changeSeen(_ line: SeenLine?) -> Task<Void, Never> {
    act { session in
      guard case .seen(let all) = session.shown.screen else { return }
      let words = SeenAs.all.map { ($0, session.text($0.word)) }
      let nameless = Dictionary(uniqueKeysWithValues: words)
      try await session.show(.seenPerson(SeenFields(line, among: all, nameless: nameless)))
    }
  }

  /// Asks, and then takes someone she sees out for good, with what she chose for them.
  @discardableResult
  public func removeSeen() -> Task<Void, Never> {
    act { session in
      guard case .seenPerson(let fields) = session.shown.screen, let line = fields.line else { return }
      let what = session.shown.texts?.with(.seenRemoveWhat, line.text.name) ?? ""
      session.ask(.personRemove, what, yes: .personRemove) {
        fields.isGone()
        try await session.write { try $0.removePerson(id: line.id) }
        try await session.show(session.load(.seen), session.said(.personRemoved))
      }
    }
  }

  /// Begins to choose what someone may be shown, or to change what she chose.
  @discardableResult
  public func changeChoice(_ line: ChoiceLine?) -> Task<Void, Never> {
    act { session in
      guard case .choices = session.shown.screen else { return }
      let language = session.language
      let options = try await session.core { try $0.choiceOptions(language: language) }
      try await session.show(.choice(ChoiceFields(line, options: options, today: session.today)))
    }
  }

  /// Keeps what she chose. What is typed and can't be a day is told, and the page stays.
  @discardableResult
  public func choiceDone() -> Task<Void, Never> {
    act { session in
      guard case .choice(let fields) = session.shown.screen else { return }
      try await session.withTyped(fields.typedLast) { last in
        let set = fields.set(last)
        try await session.write { try set.keep(in: $0) }
        fields.isGone()
        try await session.show(session.load(.choices), session.said(.choiceSet))
      }
    }
  }

  /// Takes the choice that is open out: she is asked again each time.
  @discardableResult
  public func takeOutChoice() -> Task<Void, Never> {
    act { session in
      guard case .choice(let fields) = session.shown.screen, let id = fields.line?.id else { return }
      fields.isGone()
      try await session.write { try $0.removeChoice(id: id) }
      try await session.show(session.load(.choices), session.said(.choiceOut))
    }
  }
}
