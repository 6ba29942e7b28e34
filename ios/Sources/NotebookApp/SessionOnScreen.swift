import Notebook

/// A page on this screen, for someone else to read. Nothing but this page can be reached from it.
extension Session {
  /// Gives it and locks, in one step of the core, so that the notebook is not open for a moment while someone else looks.
  /// Only the page itself is held here any longer.
  func putOnScreen(_ showing: Showing) async throws {
    let (notebooks, keepsWords) = (notebooks, showing.keepsWords)
    try Task.checkCancellation()
    try await queue.run {
      _ = try notebooks.giveShowing(keepWords: keepsWords)
      try? notebooks.forgetUndo()
      // It is locked even if it says that something failed.
      try? notebooks.lock()
    }
    try Task.checkCancellation()
    // What is to be done still would find it locked, and show the number pad.
    for job in jobs.values { job.cancel() }
    jobs = [:]
    rest?.cancel()
    held.wipe()
    takeTyping()
    (ownTyping, remindersTold) = (nil, nil)
    shown = Shown(
      screen: .onScreen(OnScreen(paragraphs: showing.page.paragraphs, since: clock())), texts: shown.texts)
    // What was drawn before is not kept, as after Close.
    closings += 1
    light()
  }

  /// Turns the page round, or back.
  public func turnRound() {
    guard case .onScreen(var at) = shown.screen else { return }
    at.isTurned.toggle()
    shown.screen = .onScreen(at)
  }

  /// Begins its minutes anew.
  public func keepOnScreen() {
    guard case .onScreen(var at) = shown.screen else { return }
    (at.since, at.closesSoon) = (clock(), false)
    shown.screen = .onScreen(at)
  }

  /// Closes it when its minutes are over, and says so a minute before.
  func closeOrTell(_ at: OnScreen) {
    let passed = clock() - at.since
    let minutes = look.onScreen.minutes
    if passed >= .seconds(60 * minutes) {
      close()
    } else if passed >= .seconds(60 * (minutes - 1)), !at.closesSoon {
      var at = at
      at.closesSoon = true
      shown.screen = .onScreen(at)
    }
  }
}
