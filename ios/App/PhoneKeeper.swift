import Foundation
import NotebookApp
import UserNotifications

/// The phone's own keeper of reminders. What it is to hold is decided by `PhoneReminders`; here it is only put into its
/// words. Nothing goes to it but a time, the cover text, whether there is a sound, and an id that says nothing: no title
/// (the phone shows the app's name in its place), no badge, no data beside it.
///
/// It shows nothing in a car and reads nothing aloud, as neither is asked for; that a watch shows what the phone shows no
/// app can forbid, only she can, in the settings of the watch.
@MainActor
final class PhoneKeeper: NSObject, ReminderKeeper, UNUserNotificationCenterDelegate {
  /// All reminders are of one kind, which has its own words for a phone that hides what they say.
  private static let kind = "entry"
  /// Their one button.
  private nonisolated static let later = "later"

  var putOff: (@MainActor (HeldReminder) async -> Void)?
  private let center = UNUserNotificationCenter.current()

  override init() {
    super.init()
    center.delegate = self
  }

  /// The button opens no app and asks for no passcode: it works on a locked phone. Until it has its words, the kind is as
  /// it was when the app last ran.
  func offerLater(_ text: String) {
    let action = UNNotificationAction(identifier: Self.later, title: text, options: [])
    // A phone that hides the text shows the app's own name instead.
    let name = Bundle.main.object(forInfoDictionaryKey: "CFBundleDisplayName") as? String
    center.setNotificationCategories([
      UNNotificationCategory(
        identifier: Self.kind, actions: [action], intentIdentifiers: [], hiddenPreviewsBodyPlaceholder: name ?? " ",
        options: [])
    ])
  }

  func leave() async -> Leave {
    let settings = await center.notificationSettings()
    switch settings.authorizationStatus {
    case .notDetermined: return .notAsked
    case .denied: return .refused
    default: break
    }
    // Let, but shown nowhere: she would wait for it in vain.
    let shown = [settings.alertSetting, settings.lockScreenSetting, settings.notificationCenterSetting]
    return shown.contains(.enabled) ? .given : .refused
  }

  func ask() async -> Bool {
    _ = try? await center.requestAuthorization(options: [.alert, .sound])
    return await leave() == .given
  }

  func held() async -> [HeldReminder] {
    await center.pendingNotificationRequests().map { request in
      let parts = (request.trigger as? UNCalendarNotificationTrigger)?.dateComponents
      return HeldReminder(
        id: request.identifier, second: parts.flatMap(UtcParts.second), cover: request.content.body,
        sound: request.content.sound != nil)
    }
  }

  func add(_ reminder: HeldReminder) async throws {
    let content = UNMutableNotificationContent()
    content.body = reminder.cover
    content.sound = reminder.sound ? .default : nil
    content.categoryIdentifier = Self.kind
    content.interruptionLevel = .active
    let request = UNNotificationRequest(
      identifier: reminder.id, content: content, trigger: Self.trigger(reminder.second))
    try await center.add(request)
  }

  /// By the calendar of UTC: the same moment wherever the phone is, and it follows a clock that is turned, as an interval
  /// would not. What is due by now comes in a moment: a calendar never comes to what is past.
  private static func trigger(_ second: Int64?) -> UNNotificationTrigger {
    guard let second, TimeInterval(second) > Date().timeIntervalSince1970 + 1 else {
      return UNTimeIntervalNotificationTrigger(timeInterval: 1, repeats: false)
    }
    return UNCalendarNotificationTrigger(dateMatching: UtcParts.of(second), repeats: false)
  }

  func remove(_ ids: [String]) { center.removePendingNotificationRequests(withIdentifiers: ids) }

  func shows() async -> [String] { await center.deliveredNotifications().map(\.request.identifier) }

  func takeAway(_ ids: [String]) { center.removeDeliveredNotifications(withIdentifiers: ids) }

  func removeAll() {
    center.removeAllPendingNotificationRequests()
    center.removeAllDeliveredNotifications()
  }

  /// Also while the app is open: she has chosen the words, and nothing else shows.
  nonisolated func userNotificationCenter(
    _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
    withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
  ) {
    completionHandler([.banner, .list, .sound])
  }

  /// A tap on the button, for which the phone may have started the app unseen. It may stop it again once it is told that
  /// all is done. (A tap on the reminder itself opens the app, as ever.)
  nonisolated func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void
  ) {
    guard response.actionIdentifier == Self.later else { return completionHandler() }
    let request = response.notification.request
    let shown = HeldReminder(
      id: request.identifier, second: nil, cover: request.content.body, sound: request.content.sound != nil)
    // It is called on the main actor alone.
    nonisolated(unsafe) let done = completionHandler
    Task { @MainActor in
      await putOff?(shown)
      done()
    }
  }
}
