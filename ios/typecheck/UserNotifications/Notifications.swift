// A stand-in for Apple's UserNotifications: what App/PhoneKeeper.swift uses of it.
import Foundation

public enum UNAuthorizationStatus: Int, Sendable { case notDetermined, denied, authorized, provisional, ephemeral }
public enum UNNotificationSetting: Int, Sendable { case notSupported, disabled, enabled }
public struct UNAuthorizationOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let badge = Self(rawValue: 1), sound = Self(rawValue: 2), alert = Self(rawValue: 4)
}
public struct UNNotificationPresentationOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let sound = Self(rawValue: 2), list = Self(rawValue: 8), banner = Self(rawValue: 16)
}
public struct UNNotificationCategoryOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
}
public enum UNNotificationInterruptionLevel: UInt, Sendable { case passive, active, timeSensitive, critical }

open class UNNotificationSettings: NSObject, @unchecked Sendable {
  open var authorizationStatus: UNAuthorizationStatus { fatalError() }
  open var notificationCenterSetting: UNNotificationSetting { fatalError() }
  open var lockScreenSetting: UNNotificationSetting { fatalError() }
  open var alertSetting: UNNotificationSetting { fatalError() }
}
open class UNNotificationSound: NSObject, @unchecked Sendable {
  open class var `default`: UNNotificationSound { fatalError() }
}
open class UNNotificationContent: NSObject, @unchecked Sendable {
  open var body: String { fatalError() }
  open var sound: UNNotificationSound? { fatalError() }
}
open class UNMutableNotificationContent: UNNotificationContent, @unchecked Sendable {
  open override var body: String {
    get { fatalError() }
    set {}
  }
  open override var sound: UNNotificationSound? {
    get { fatalError() }
    set {}
  }
  open var categoryIdentifier = ""
  open var interruptionLevel = UNNotificationInterruptionLevel.active
}
open class UNNotificationTrigger: NSObject, @unchecked Sendable {}
open class UNCalendarNotificationTrigger: UNNotificationTrigger, @unchecked Sendable {
  public init(dateMatching dateComponents: DateComponents, repeats: Bool) { fatalError() }
  open var dateComponents: DateComponents { fatalError() }
}
open class UNTimeIntervalNotificationTrigger: UNNotificationTrigger, @unchecked Sendable {
  public init(timeInterval: TimeInterval, repeats: Bool) { fatalError() }
}
open class UNNotificationRequest: NSObject, @unchecked Sendable {
  public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) { fatalError() }
  open var identifier: String { fatalError() }
  open var content: UNNotificationContent { fatalError() }
  open var trigger: UNNotificationTrigger? { fatalError() }
}
open class UNNotification: NSObject, @unchecked Sendable {
  open var request: UNNotificationRequest { fatalError() }
}
open class UNNotificationResponse: NSObject, @unchecked Sendable {
  open var notification: UNNotification { fatalError() }
  open var actionIdentifier: String { fatalError() }
}
public struct UNNotificationActionOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
}
open class UNNotificationAction: NSObject, @unchecked Sendable {
  public init(identifier: String, title: String, options: UNNotificationActionOptions = []) { fatalError() }
}
open class UNNotificationCategory: NSObject, @unchecked Sendable {
  public init(
    identifier: String, actions: [UNNotificationAction], intentIdentifiers: [String],
    hiddenPreviewsBodyPlaceholder: String?, options: UNNotificationCategoryOptions = []
  ) { fatalError() }
}
/// All of its calls are optional, which Swift has for Objective-C alone: here those that the app answers.
public protocol UNUserNotificationCenterDelegate: NSObjectProtocol {
  func userNotificationCenter(
    _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
    withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void)
  func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void)
}
open class UNUserNotificationCenter: NSObject, @unchecked Sendable {
  open class func current() -> UNUserNotificationCenter { fatalError() }
  weak open var delegate: (any UNUserNotificationCenterDelegate)?
  open func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool { fatalError() }
  open func notificationSettings() async -> UNNotificationSettings { fatalError() }
  open func setNotificationCategories(_ categories: Set<UNNotificationCategory>) { fatalError() }
  open func add(_ request: UNNotificationRequest) async throws { fatalError() }
  open func pendingNotificationRequests() async -> [UNNotificationRequest] { fatalError() }
  open func removePendingNotificationRequests(withIdentifiers identifiers: [String]) { fatalError() }
  open func removeAllPendingNotificationRequests() { fatalError() }
  open func deliveredNotifications() async -> [UNNotification] { fatalError() }
  open func removeDeliveredNotifications(withIdentifiers identifiers: [String]) { fatalError() }
  open func removeAllDeliveredNotifications() { fatalError() }
}
