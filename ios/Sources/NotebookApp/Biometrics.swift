/// What the phone's own page says: above all, and on the button that leads away from it.
public struct Asking: Sendable {
  /// What she is asked for.
  public let title: String
  /// What "no" is called here.
  public let no: String
}

/// What came of asking the phone for what it keeps.
public enum Checked: Sendable {
  /// It was she. Whoever asked zeroes the secret.
  case passed(Secret)
  /// She turned away from it, or the phone ended it: nothing to say.
  case left
  /// The phone does not let it open now, after too many tries or for reasons of its own.
  case refused
  /// What was kept is lost, as it must be once another finger or face was added to the phone.
  case changed
}

/// A check of a finger or a face, and the one secret that the phone keeps behind it: of whichever notebook turned it on
/// last. It is a setting of the phone, the same in every notebook. What is under way ends soon when its task is
/// cancelled, which Close does.
@MainActor public protocol Biometrics {
  /// Whether the phone has a part for it; if not, it is not offered.
  var isThere: Bool { get }

  /// Whether the phone knows a finger or a face by now.
  var knowsSomeone: Bool { get }

  /// Whether a secret is kept.
  var isOn: Bool { get }

  /// Lets her pass the check, and then keeps what `make` gives, in place of what was kept; what it gave is zeroed. Answers
  /// whether it is kept; if she did not pass, nothing has changed.
  func keep(_ asking: Asking, make: @MainActor () async throws -> Secret) async throws -> Bool

  /// What is kept, once she has passed the check.
  func check(_ asking: Asking) async -> Checked

  /// Destroys what is kept. It never fails.
  func forget()
}
