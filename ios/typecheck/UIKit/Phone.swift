// A stand-in for what only Apple's UIKit and C library have, for type-checking App/.
@_exported import Foundation

// MARK: UIKit

public struct UIBackgroundTaskIdentifier: Hashable, Sendable { public static let invalid = Self() }
@MainActor open class UIApplication {
  public class var shared: UIApplication { fatalError() }
  open func beginBackgroundTask(expirationHandler handler: (@MainActor @Sendable () -> Void)? = nil) -> UIBackgroundTaskIdentifier { fatalError() }
  open var isIdleTimerDisabled: Bool {
    get { fatalError() }
    set {}
  }
  open func open(_ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:], completionHandler completion: (@MainActor @Sendable (Bool) -> Void)? = nil) { fatalError() }
  public struct OpenExternalURLOptionsKey: Hashable, Sendable {}
  open var connectedScenes: Set<UIScene> { fatalError() }
  nonisolated public class var significantTimeChangeNotification: NSNotification.Name { fatalError() }
  nonisolated public class var didBecomeActiveNotification: NSNotification.Name { fatalError() }
  open func endBackgroundTask(_ identifier: UIBackgroundTaskIdentifier) { fatalError() }
}
@MainActor open class UIView: NSObject {
  public override init() { fatalError() }
  open var backgroundColor: UIColor?
  open var isHidden = false
  open var bounds: CGRect { fatalError() }
  open var gestureRecognizers: [UIGestureRecognizer]? { fatalError() }
  open func addGestureRecognizer(_ gestureRecognizer: UIGestureRecognizer) { fatalError() }
}
@MainActor open class UIWindow: UIView {
  nonisolated public class var didBecomeVisibleNotification: NSNotification.Name { fatalError() }
  public init(windowScene: UIWindowScene) { fatalError() }
  open var rootViewController: UIViewController?
  open var windowLevel = Level.normal
  public struct Level: Hashable, RawRepresentable, Sendable {
    public let rawValue: CGFloat
    public init(rawValue: CGFloat) { self.rawValue = rawValue }
    public static let normal = Self(rawValue: 0), alert = Self(rawValue: 2000)
  }
}
open class UIColor: NSObject, @unchecked Sendable {
  public init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) { fatalError() }
}
@MainActor open class UITouch: NSObject {}
@MainActor open class UIGestureRecognizer: NSObject { weak open var delegate: (any UIGestureRecognizerDelegate)? }
@MainActor open class UITapGestureRecognizer: UIGestureRecognizer {}
/// All of its calls are optional, which Swift has for Objective-C alone: here the one that the app answers.
@MainActor public protocol UIGestureRecognizerDelegate: NSObjectProtocol {
  func gestureRecognizer(_ gestureRecognizer: UIGestureRecognizer, shouldReceive touch: UITouch) -> Bool
}
@MainActor open class UIViewController: NSObject {
  public override init() { fatalError() }
  open var view: UIView! { fatalError() }
  open var presentedViewController: UIViewController? { fatalError() }
  open var presentationController: UIPresentationController? { fatalError() }
  open var modalPresentationStyle = UIModalPresentationStyle.automatic
  open func present(_ viewControllerToPresent: UIViewController, animated flag: Bool, completion: (() -> Void)? = nil) { fatalError() }
  open func dismiss(animated flag: Bool, completion: (() -> Void)? = nil) { fatalError() }
}
public enum UIModalPresentationStyle: Int, Sendable { case fullScreen = 0, pageSheet, automatic = -2 }
@MainActor public protocol UIAdaptivePresentationControllerDelegate: NSObjectProtocol {
  func presentationControllerDidDismiss(_ presentationController: UIPresentationController)
}
@MainActor open class UIPresentationController: NSObject { weak open var delegate: (any UIAdaptivePresentationControllerDelegate)? }
@MainActor open class UIScene: NSObject {
  nonisolated public class var willDeactivateNotification: NSNotification.Name { fatalError() }
  nonisolated public class var didActivateNotification: NSNotification.Name { fatalError() }
}
@MainActor open class UIWindowScene: UIScene {
  open var keyWindow: UIWindow? { fatalError() }
  open var traitCollection: UITraitCollection { fatalError() }
}
@MainActor open class UITraitCollection: NSObject { open var userInterfaceStyle: UIUserInterfaceStyle { fatalError() } }
public enum UIUserInterfaceStyle: Int, Sendable { case unspecified, light, dark }
@MainActor public protocol UINavigationControllerDelegate: NSObjectProtocol {}
@MainActor public protocol UIImagePickerControllerDelegate: NSObjectProtocol {
  func imagePickerController(_ picker: UIImagePickerController, didFinishPickingMediaWithInfo info: [UIImagePickerController.InfoKey: Any])
  func imagePickerControllerDidCancel(_ picker: UIImagePickerController)
}
@MainActor open class UIImagePickerController: UIViewController {
  public enum SourceType: Int, Sendable { case photoLibrary, camera, savedPhotosAlbum }
  public struct InfoKey: Hashable, Sendable { public static let originalImage = Self() }
  open class func isSourceTypeAvailable(_ sourceType: SourceType) -> Bool { fatalError() }
  open var sourceType = SourceType.photoLibrary
  weak open var delegate: (any UIImagePickerControllerDelegate & UINavigationControllerDelegate)?
}
open class UIImage: NSObject, @unchecked Sendable {
  public init?(data: Data) { fatalError() }
  open var size: CGSize { fatalError() }
  open func byPreparingThumbnail(ofSize size: CGSize) async -> UIImage? { fatalError() }
  open func jpegData(compressionQuality: CGFloat) -> Data? { fatalError() }
}
@MainActor open class UIDevice {
  public class var current: UIDevice { fatalError() }
  open var userInterfaceIdiom: UIUserInterfaceIdiom { fatalError() }
}
public enum UIUserInterfaceIdiom: Int, Sendable { case unspecified = -1, phone, pad, tv, carPlay, mac = 5, vision }

open class UIPasteboard: NSObject, @unchecked Sendable {
  open class var general: UIPasteboard { fatalError() }
  open func setItems(_ items: [[String: Any]], options: [OptionsKey: Any] = [:]) { fatalError() }
  public struct OptionsKey: Hashable, Sendable { public static let expirationDate = Self(), localOnly = Self() }
}

// MARK: The C library

public struct clockid_t: Sendable {}
public let CLOCK_MONOTONIC_RAW = clockid_t()
public func clock_gettime_nsec_np(_ clock: clockid_t) -> UInt64 { fatalError() }
public func sysctlbyname(_ name: UnsafePointer<CChar>!, _ old: UnsafeMutableRawPointer!, _ oldSize: UnsafeMutablePointer<Int>!, _ new: UnsafeMutableRawPointer!, _ newSize: Int) -> Int32 { fatalError() }
