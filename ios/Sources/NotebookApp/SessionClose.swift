import Foundation
import Notebook

/// The way out.
extension Session {
  /// Locks at once: the page is blank when this returns. What she was typing is kept as a note before the core locks,
  /// words that were made for her and not shown yet are made to open nothing, and whatever else was under way ends
  /// without showing anything. The task ends when it is locked.
  @discardableResult
  public func close() -> Task<Void, Never> {
    let (keeping, typed) = (keeping, takeTyping())
    var last = Last(
      typed: typed, keeping: keeping, own: ownTyping, unseen: held.unseen, visit: shown.screen.visitWriting?.last,
      settings: shown.screen.reminderSettings?.last, ofCard: shown.screen.cardWriting?.last)
    let said = recording
    recording = nil
    blank()
    let (mine, before) = (closings, self.last)
    // Not one of the jobs: nothing may cancel it. Those before it end without doing anything more.
    let job = Task {
      // A microphone that does not answer must not keep the notebook open.
      last.voice = await said?.heard(within: pauses.voice).map { (said?.note, $0) }
      if last.visit != nil || last.settings != nil { last.phone = await reminding.phone() }
      let (notebooks, all, language) = (notebooks, last, language)
      let renewed = try? await queue.run { lock(notebooks, with: all, language: language) }
      if let entries = renewed?.entries { await reminding.hold(entries) }
      await before?.value
      if mine == closings { await beginAgain() }
    }
    self.last = job
    return job
  }

  private func blank() {
    for job in jobs.values { job.cancel() }
    jobs = [:]
    rest?.cancel()
    held.wipe()
    pad.wipe()
    ownTyping = nil
    remindersTold = nil
    leftAt = nil
    away?.cancel()
    shown = Shown()
    hush()
    closings += 1
    work?.stop()
  }

  private func beginAgain() async {
    do {
      try await begin()
    } catch {
      // Even if the disk does not answer, the pad shows: she may try again.
      shown = Shown(screen: locked, texts: Texts(pack: .plain, language: language))
    }
  }
}

/// What is still to be done when she closes.
private struct Last: Sendable {
  let typed: Typed?
  let keeping: Keeping?
  let own: OwnTexts?
  let unseen: Held.Unseen?
  let visit: LastVisit?
  let settings: RemindersSet?
  let ofCard: LastOfCard?
  /// How reminders stand on the phone, if what they follow from is to be kept.
  var phone: ReminderPhone?
  /// What she had said, and of which note it is.
  var voice: (note: String?, sound: Data)?
}

/// What happens when she closes, on the core's thread. Each step is done whatever became of the one before it. Answers what
/// the phone is to hold, if a date or a setting of reminders was kept.
private func lock(_ notebooks: Notebooks, with last: Last, language: String) -> RenewedReminders? {
  // It may be asleep, and be closed before it is woken.
  try? notebooks.resume()
  if let typed = last.typed { keepAtClose(typed, last.keeping, in: notebooks) }
  if let own = last.own { try? notebooks.setOwnTexts(texts: own) }
  if let (note, sound) = last.voice { _ = try? attach(sound, named: voiceFile, to: note, in: notebooks) }
  if let visit = last.visit { keepAtClose(visit, in: notebooks) }
  if let ofCard = last.ofCard { keepAtClose(ofCard, in: notebooks) }
  if let set = last.settings { try? notebooks.setReminderSettings(quiet: set.quiet, morning: set.morning) }
  let renewed = last.phone.flatMap { try? notebooks.renewReminders(language: language, phone: $0) }
  try? notebooks.forgetUndo()
  switch last.unseen {
  case .recovery: try? notebooks.forgetRecovery()
  case .copy(let file): try? FileManager.default.removeItem(at: file)
  case nil: break
  }
  // It is locked even if it says that something failed.
  try? notebooks.lock()
  return renewed
}

/// What can't be kept of a date is at least a note.
private func keepAtClose(_ visit: LastVisit, in notebooks: Notebooks) {
  if (try? visit.kept.keep(visit.typed, in: notebooks)) != nil { return }
  keepAsNote(visit.words, in: notebooks)
}

/// The same for her card and for whom she sees.
private func keepAtClose(_ last: LastOfCard, in notebooks: Notebooks) {
  if (try? last.keep(in: notebooks)) != nil { return }
  keepAsNote(last.words, in: notebooks)
}

/// No words are no note: the draft of a new one may lie there.
private func keepAsNote(_ words: String, in notebooks: Notebooks) {
  guard !words.isBlank else { return }
  _ = try? keepForGood(Typed(note: nil, title: nil, text: words), in: notebooks)
}

/// New words of a note stay a draft, which becomes them when the note is opened, so that they can be undone there. If a
/// new note can't be kept, its words are at least a draft. What was kept a moment before is not kept twice.
private func keepAtClose(_ typed: Typed, _ keeping: Keeping?, in notebooks: Notebooks) {
  if keeping?.typed == typed, keeping?.note != nil { return }
  let note = keeping?.note ?? typed.note
  if note == nil, (try? keepForGood(typed, in: notebooks)) != nil { return }
  try? notebooks.saveDraft(id: note, title: typed.title, text: typed.text)
}
