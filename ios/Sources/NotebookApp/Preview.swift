import Notebook

/// What an open copy holds.
extension OpenCopy {
  /// All of it, a sentence each.
  public func said(in texts: Texts) -> [String] {
    let notes = texts.count(.leavingNotes, notes)
    let all: [(name: Name, count: UInt64)] = [
      (.leavingEarlier, earlier), (.leavingFiles, attachments), (.leavingPeople, people),
      (.leavingDates, visits),
    ]
    let counted = all.filter { $0.count > 0 }.map { texts.count($0.name, $0.count) }
    let own = (ownWords > 0 ? [texts[.leavingOwnWords]] : []) + (showing > 0 ? [texts[.copyShowing]] : [])
    let out = leftOut > 0 ? [texts.count(.leavingOut, leftOut)] : []
    return [notes] + (self.notes > 0 ? [texts[.leavingNotesBin]] : []) + counted + own + out
  }

  /// How much there is of her card, of choices and of what she showed.
  private var showing: UInt64 { card + choices + receipts }
}

/// What a copy would bring in.
extension Restored {
  /// All of it, a sentence each.
  public func said(in texts: Texts) -> [String] {
    let all: [(name: Name, count: UInt64)] = [
      (.restoreNew, new), (.restoreSame, same), (.restoreBoth, differing), (.restoreGone, deletedHere),
      (.restoreOwnPeople, people), (.restoreDates, visits),
    ]
    let counted = all.filter { $0.count > 0 }.map { texts.count($0.name, $0.count) }
    let own = ownWords > 0 ? [texts[.restoreOwnWords]] : []
    return counted + own + (showing > 0 ? [texts[.copyShowing]] : [])
  }

  /// How much there is of her card, of choices and of what she showed.
  private var showing: UInt64 { card + choices + receipts }

  /// Whether nothing of it is new here.
  public var bringsNothing: Bool { new + differing + people + visits + ownWords + showing == 0 }
}
