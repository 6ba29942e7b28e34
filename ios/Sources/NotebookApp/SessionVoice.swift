import Foundation
import Notebook

/// Her voice: recorded, kept or not, and played.
extension Session {
  /// Begins to record it.
  @discardableResult
  public func record() -> Task<Void, Never> {
    act { session in
      guard case .addTo(let to) = session.shown.screen, let recorder = session.senses.recorder else { return }
      try Task.checkCancellation()
      // Not part of what Close ends: what she said by then is kept.
      session.recording = Recording(for: to.note, by: recorder) { [weak session] ended in
        // Also when the microphone ends it, or never began.
        if !ended.isEndedByHer { session?.later { try await $0.finish(ended) } }
      }
      try await session.show(.listening(to))
    }
  }

  /// Ends it and keeps it.
  @discardableResult
  public func keepRecording() -> Task<Void, Never> {
    act { session in
      guard let mine = session.recording else { return }
      session.busy(.nowWorking)
      try await session.finish(mine)
    }
  }

  private func finish(_ mine: Recording) async throws {
    guard case .listening(let to) = shown.screen, recording === mine else { return }
    let (note, said) = try await kept(mine)
    guard let said else { return }
    let next: Screen = if let note { try await reading(note, from: to.from) } else { .addTo(to) }
    try await show(next, said)
  }

  /// Asks, and then ends it and keeps nothing.
  @discardableResult
  public func dropRecording() -> Task<Void, Never> {
    act { session in
      session.ask(.recordDrop, session.text(.recordDropWhat), yes: .recordDrop) {
        guard case .listening(let to) = session.shown.screen else { return }
        session.recording?.drop()
        session.recording = nil
        try await session.show(.addTo(to))
      }
    }
  }

  /// Ends a recording and puts it into its note: which, and what to say of it; nothing to say if it was in its note
  /// already. If it can't be put there, it is held as before, for another try.
  func kept(_ mine: Recording) async throws -> (note: String?, said: Notice?) {
    mine.isEndedByHer = true
    let heard = await mine.heard()
    // Close keeps it, if it was that.
    try Task.checkCancellation()
    guard recording === mine else { return (nil, nil) }
    recording = nil
    guard let heard else { return (nil, trouble(text(.recordNothing))) }
    do {
      let into = mine.note
      let note = try await write { try attach(heard, named: voiceFile, to: into, in: $0) }
      return (note, said(.attachmentIn))
    } catch let failure as NotebookError {
      recording = mine
      throw failure
    }
  }

  /// Opens the page from which the note is read to her.
  @discardableResult
  public func readToMe() -> Task<Void, Never> {
    onNote { session, read in try await session.show(.readAloud(read)) }
  }

  /// Plays the sound that is open, or reads the note that is. None of the jobs, which would wait for its end.
  @discardableResult
  public func play(aloud: Bool) -> Task<Void, Never> {
    touched()
    hush()
    sounds(true)
    shown.notice = nil
    let (screen, before) = (shown.screen, sounding)
    let mine = Task {
      // It gives the phone's sound back at its end: this one's, if it had begun by then.
      await before?.value
      var failed = false
      do {
        try Task.checkCancellation()
        try await sound(of: screen, aloud: aloud)
      } catch {
        failed = true
      }
      // What was hushed says nothing more.
      guard !Task.isCancelled else { return }
      sounds(false)
      if failed { shown.notice = trouble(text(.soundFailed)) }
    }
    sounding = mine
    return mine
  }

  private func sounds(_ on: Bool) {
    shown.sounds = on
    light()
  }

  private func sound(of screen: Screen, aloud: Bool) async throws {
    switch screen {
    case .attached(let attached):
      if let sound = attached.sound { try await senses.player?.play(sound, aloud: aloud) }
    case .readAloud(let read):
      let words = [read.page.title, read.page.text].compactMap(\.self).joined(separator: "\n")
      try await senses.reader?.read(words, language: language, aloud: aloud)
    default: break
    }
  }

  /// Ends what is being played or read to her.
  public func hush() {
    sounding?.cancel()
    sounds(false)
  }
}

/// The file of what she said, in its note.
let voiceFile = "voice.wav"

/// Puts it into the note, or into a new one, which is not left behind empty if that fails; answers which note.
@Sendable
func attach(_ bytes: Data, named name: String, to note: String?, in notebooks: Notebooks) throws -> String {
  let id = try note ?? notebooks.addNote(title: nil, text: "", topics: [])
  do {
    _ = try notebooks.attach(id: id, name: name, bytes: bytes)
  } catch {
    if note == nil { try? notebooks.deleteNoteForGood(id: id) }
    throw error
  }
  return id
}
