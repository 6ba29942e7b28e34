import Notebook

/// What a phone does for reminders: it shows them while no notebook is open. All that it is told is a time, the cover text,
/// whether there is a sound, and an id that says nothing.
@MainActor public protocol Reminding: AnyObject {
  /// What is done once she has put off one that was shown.
  var wasPutOff: (@MainActor () -> Void)? { get set }

  /// How reminders stand on this phone: asked anew each time, as she may change it in the phone's own settings.
  func phone() async -> ReminderPhone

  /// Whether the phone lets this app show any.
  func leave() async -> Leave

  /// Makes the phone hold exactly these and nothing else; those that are past by now are left out. It never fails: what
  /// the phone does not take is tried again with the next ones.
  func hold(_ entries: [OutsideReminder]) async

  /// Lets the phone ask her whether this app may show reminders; whether it may now. A phone asks only once: after that
  /// she changes it in the phone's own settings.
  func ask() async -> Bool

  /// Shows one in a moment, as a reminder would come; whether the phone takes it.
  func tryNow(_ cover: String, sound: Bool) async -> Bool

  /// What the button is called that puts off one that is shown.
  func offerLater(_ text: String)

  /// Lets all of them go, and what is shown of them, too.
  func forget() async
}
