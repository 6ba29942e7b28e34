import Foundation
import Notebook

/// Copies, out and in.
extension Session {
  /// Shows what a sealed copy takes out of the phone.
  @discardableResult
  public func beforeSealedCopy() -> Task<Void, Never> {
    act { session in
      guard case .saveCopy = session.shown.screen else { return }
      try await session.show(.copyLeaves(Outgoing(open: nil)))
    }
  }

  /// Looks through all there is, and shows what an open copy takes out of the phone.
  @discardableResult
  public func beforeOpenCopy(allFiles: Bool = false) -> Task<Void, Never> {
    act { session in
      switch session.shown.screen {
      case .saveCopy, .copyLeaves: break
      default: return
      }
      session.busy(.nowWorking, canStop: true)
      let holds = try await session.working { try $0.previewOpenCopy(allFiles: allFiles, work: $1) }
      try await session.show(.copyLeaves(Outgoing(open: holds, allFiles: allFiles)))
    }
  }

  /// Makes the copy that she looked at, then asks where it is to go. The words of a sealed one show only once it is there.
  @discardableResult
  public func saveCopy() -> Task<Void, Never> {
    act { session in
      guard case .copyLeaves(let outgoing) = session.shown.screen else { return }
      session.busy(.nowWorking, canStop: true)
      let (scratch, isOpen) = (session.scratch, outgoing.open != nil)
      let file = try await session.core { _ in try scratch.newCopy(open: isOpen) }
      session.held.unseen = .copy(file)
      do {
        session.held.made = try await session.make(outgoing, at: file)
      } catch {
        session.held.forgetMade()
        throw error
      }
      session.shown.busy = nil
      session.shown.asks = .place(file)
    }
  }

  /// Answers the words of a sealed copy.
  private func make(_ outgoing: Outgoing, at file: URL) async throws -> Twelve? {
    let (language, allFiles) = (language, outgoing.allFiles)
    if outgoing.open != nil {
      _ = try await working { notebooks, work in
        try notebooks.openCopy(file: file.path, allFiles: allFiles, language: language, work: work)
      }
      return nil
    }
    let made = try await working { notebooks, work in
      try notebooks.makeCopy(file: file.path, language: language, work: work)
    }
    return Twelve(words: made.words, notes: made.holds.notes)
  }

  /// What she chose on the phone's own page of files; nothing if she chose nothing.
  @discardableResult
  public func chose(_ chosen: URL?) -> Task<Void, Never> {
    act { session in
      guard let asked = session.shown.asks else { return }
      session.shown.asks = nil
      switch asked {
      case .place(let file): try await session.place(file, into: chosen)
      case .copy: try await session.takeIn(chosen)
      case .page: try await session.placePage(into: chosen)
      }
    }
  }

  /// Puts the copy that was made into the folder of her choice. Without one it is gone: nothing of it stays
  /// behind on the phone.
  private func place(_ file: URL, into folder: URL?) async throws {
    let (made, scratch, outside) = (held.made, scratch, outside)
    defer { held.forgetMade() }
    guard let folder else { return }
    busy(.nowWorking, canStop: true)
    do {
      _ = try await waiting {
        try await outside.run {
          try scratch.putOut(file, into: folder)
        } late: {
          scratch.takeBack($0, from: folder)
        }
      }
    } catch NotebookError.AlreadyThere {
      (shown.busy, shown.notice) = (nil, trouble(text(.saveTaken)))
      return
    } catch NotebookError.Stopped where made == nil {
      // It may be written still, and is taken away behind it, as far as the place lets it.
      (shown.busy, shown.notice) = (nil, trouble(text(.openCopyPart)))
      return
    }
    if let made { return try await showOnce(made) }
    try await show(.more, said(.openCopyDone))
  }

  /// Lets her choose the copy that is to come back.
  @discardableResult
  public func chooseCopy() -> Task<Void, Never> {
    act { session in
      guard case .bringBack = session.shown.screen else { return }
      session.shown.asks = .copy
    }
  }

  private func takeIn(_ file: URL?) async throws {
    guard let file else { return }
    let (scratch, outside) = (scratch, outside)
    busy(.nowWorking, canStop: true)
    held.copy = try await waiting {
      try await outside.run {
        try scratch.takeIn(file)
      } late: {
        try? FileManager.default.removeItem(at: $0)
      }
    }
    try await show(.bringBack(.words(Entry())))
  }

  /// Looks into the copy with its words. Changes nothing.
  @discardableResult
  public func previewCopy() -> Task<Void, Never> {
    act(wrongSecret: .errorWrongWords) { session in
      guard case .bringBack(.words(let entry)) = session.shown.screen, let copy = session.held.copy else { return }
      session.held.holdWords(Secret(words: entry.text))
      session.busy(.nowWorking, canStop: true)
      let preview = try await session.opening(copy) { notebooks, path, words, work in
        try notebooks.previewCopy(file: path, words: words, work: work)
      }
      try await session.show(.bringBack(.preview(preview)))
    }
  }

  /// Brings in what was looked at.
  @discardableResult
  public func bringBack() -> Task<Void, Never> {
    act(wrongSecret: .errorWrongWords) { session in
      guard case .bringBack(.preview) = session.shown.screen, let copy = session.held.copy else { return }
      session.busy(.nowWorking, canStop: true)
      _ = try await session.opening(copy) { notebooks, path, words, work in
        try notebooks.restoreCopy(file: path, words: words, work: work)
      }
      session.held.wipe()
      try await session.write { try $0.idle() }
      // Dates came back, too.
      await session.renewReminders()
      try await session.show(session.load(.notes), session.said(.restoreDone))
    }
  }

  private func opening(
    _ copy: URL, _ call: @escaping @Sendable (Notebooks, String, Data, Work) throws -> Restored
  ) async throws -> Restored {
    let words = held.takeWords()
    defer { words.wipe() }
    return try await working { try call($0, copy.path, words.data, $1) }
  }
}
