import Notebook

/// What an open copy holds.
extension OpenCopy {
  /// All of it, a sentence each.
  public func said(in texts: Texts) -> [String] {
    let notes = texts.count(.leavingNotes, notes)
    let all: [(name: Name, count: UInt64)] = [
      (.leavingEarlier, earlier), (.leavingFiles, attachments), (.leavingPeople, people),
    ]
    let counted = all.filter { $0.count > 0 }.map { texts.count($0.name, $0.count) }
    let own = ownWords > 0 ? [texts[.leavingOwnWords]] : []
    let out = leftOut > 0 ? [texts.count(.leavingOut, leftOut)] : []
    return [notes] + (self.notes > 0 ? [texts[.leavingNotesBin]] : []) + counted + own + out
  }
}

/// What a copy would bring in.
extension Restored {
  /// All of it, a sentence each.
  public func said(in texts: Texts) -> [String] {
    let all: [(name: Name, count: UInt64)] = [
      (.restoreNew, new), (.restoreSame, same), (.restoreBoth, differing), (.restoreGone, deletedHere),
      (.restoreOwnPeople, people),
    ]
    let counted = all.filter { $0.count > 0 }.map { texts.count($0.name, $0.count) }
    return ownWords > 0 ? counted + [texts[.restoreOwnWords]] : counted
  }

  /// Whether nothing of it is new here.
  public var bringsNothing: Bool { new + differing + people + ownWords == 0 }
}
