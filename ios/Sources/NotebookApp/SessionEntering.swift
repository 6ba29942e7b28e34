import Notebook

/// From an open notebook to its first page.
extension Session {
  /// What fails on the way in must not leave the notebook open behind the number pad.
  func enterOrLock(_ notice: Notice? = nil) async throws {
    do {
      try await enter(notice)
    } catch {
      // Behind Close, which locks, this does nothing.
      try? await queue.run { [notebooks] in try notebooks.lock() }
      throw error
    }
  }

  /// The first run, also where the notebooks went because of wrong PINs.
  func beginAnew(_ notice: Notice) async throws {
    await forgetOutside()
    try await speak(.plain)
    try await show(.first(.what, .one), notice)
  }

  /// Home, in the words of the notebook that opened. What a crash left unsaved becomes a note, so that it is not lost.
  func enter(_ notice: Notice? = nil) async throws {
    let language = language
    let (texts, kept) = try await core { notebooks in
      let texts = Texts(pack: try notebooks.pack(), language: language)
      guard let draft = try notebooks.newDraft() else { return (texts, false) }
      // One that can't be kept now stays a draft.
      let waiting = Typed(note: nil, title: draft.title, text: draft.text)
      return (texts, (try? keepForGood(waiting, in: notebooks)) != nil)
    }
    shown.texts = texts
    // If it was locked under her hands, her words lie there as a draft; here may be the other notebook.
    takeTyping()
    ownTyping = nil
    await renewReminders()
    let all = [try await mended(), try await toldOfUnnoted(), kept ? text(.writeWaiting) : nil]
    let told = all.compactMap(\.self).joined(separator: " ")
    try await show(load(.write), told.isEmpty ? notice : Notice(text: told))
  }

  /// What was mended while the notebook opened, for her to know.
  private func mended() async throws -> String? {
    guard let mended = try await core({ try $0.notices() }).last else { return nil }
    return text(mended == .logTorn ? .noticeWalTorn : .noticeWalAside)
  }
}
