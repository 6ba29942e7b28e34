import Foundation

/// What must outlive one tap and be gone after it: a PIN until it was put in twice, words until they are used, and what
/// was made for her but not shown yet.
@MainActor
final class Held {
  /// What was made and is not hers yet: a way in whose words she has not seen, or a copy without a place.
  enum Unseen: Sendable {
    /// Recovery words.
    case recovery
    /// A copy, at this place.
    case copy(URL)
  }

  private var pin: Secret?
  private var first: Secret?
  private var words: Secret?

  /// The copy that is to come back, taken in among the app's own files.
  var copy: URL?
  /// The words of the sealed copy that was made, until she has chosen a place for it.
  var made: Twelve?
  /// What is to be undone if she closes now.
  var unseen: Unseen?

  /// Holds a PIN until it comes once more.
  func once(_ typed: Secret) {
    pin?.wipe()
    pin = typed.copy()
  }

  /// Whether it is the same once more. What was held is forgotten either way.
  func again(_ typed: Secret) -> Bool {
    defer {
      pin?.wipe()
      pin = nil
    }
    return pin?.isSame(as: typed) ?? false
  }

  /// Holds the first notebook's PIN while the second's is chosen.
  func holdFirst(_ typed: Secret) {
    first?.wipe()
    first = typed.copy()
  }

  /// Whether it is the first notebook's PIN, which the second can't have too.
  func isFirst(_ typed: Secret) -> Bool { first?.isSame(as: typed) == true }

  /// The first notebook's PIN; the caller zeroes it.
  func takeFirst() -> Secret? {
    defer { first = nil }
    return first
  }

  /// Holds words of a copy or of a recovery.
  func holdWords(_ typed: Secret) {
    words?.wipe()
    words = typed
  }

  /// A copy of the words, which the caller zeroes.
  func takeWords() -> Secret { words?.copy() ?? Secret(count: 0) }

  /// The copy that was made is in its place, or gets none, and then it goes.
  func forgetMade() {
    if case .copy(let file)? = unseen { try? FileManager.default.removeItem(at: file) }
    (made, unseen) = (nil, nil)
  }

  /// Zeroes and forgets all; the copy that was taken in goes too.
  func wipe() {
    for secret in [pin, first, words] { secret?.wipe() }
    (pin, first, words, made, unseen) = (nil, nil, nil, nil, nil)
    forgetCopy()
  }

  private func forgetCopy() {
    // It is sealed, and what is left of it after a failure goes at the next start.
    if let copy { try? FileManager.default.removeItem(at: copy) }
    copy = nil
  }
}
