import Notebook

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
