import Notebook

/// What she showed: a line about each, which she can delete.
extension Session {
  func shownLines(after lines: [ShownLine] = []) async throws -> Screen {
    let (language, last) = (language, lines.last?.id)
    let next = try await core { try $0.shown(language: language, before: last) }
    return .shownLines(ShownLines(lines: lines + next.lines, more: next.more))
  }

  /// Opens one of the lines.
  @discardableResult
  public func open(_ line: ShownLine) -> Task<Void, Never> {
    act { try await $0.show($0.receipt(line.id)) }
  }

  private func receipt(_ id: GrantId) async throws -> Screen {
    let language = language
    return .receipt(try await core { try $0.receipt(language: language, id: id) })
  }

  /// Copies words to ask them not to use it. Nothing sends them.
  public func copyAsking() {
    guard case .receipt(let page) = shown.screen, let words = page.ask else { return }
    touched()
    handset.copy(words)
    shown.notice = said(.dateCopied)
  }

  /// Puts down that she asked them.
  @discardableResult
  public func asked() -> Task<Void, Never> {
    act { session in
      guard case .receipt(let page) = session.shown.screen else { return }
      let id = page.line.id
      try await session.write { try $0.endReceipt(id: id) }
      try await session.show(session.receipt(id), session.said(.receiptEnded))
    }
  }

  /// Asks, and then deletes the line for good.
  @discardableResult
  public func deleteReceipt() -> Task<Void, Never> {
    act { session in
      guard case .receipt(let page) = session.shown.screen else { return }
      let id = page.line.id
      session.ask(.receiptOff, session.text(.receiptDeleteWhat), yes: .receiptOff) {
        try await session.write { try $0.deleteReceipt(id: id) }
        try await session.show(session.load(.shown), session.said(.receiptDeleted))
      }
    }
  }
}
