// A stand-in for Apple's LocalAuthentication: what App/PhoneBiometrics.swift uses of it.
import Foundation
import Security

public enum LAPolicy: Int, Sendable { case deviceOwnerAuthenticationWithBiometrics = 1 }
public enum LABiometryType: Int, Sendable { case none, touchID, faceID, opticID }
public enum LAAccessControlOperation: Int, Sendable { case createItem, useItem }
public struct LAError: Error {
  public enum Code: Int, Sendable {
    case authenticationFailed = -1
    case userCancel = -2
    case userFallback = -3
    case systemCancel = -4
    case biometryLockout = -8
    case appCancel = -9
  }
  public var code: Code { fatalError() }
}
open class LAContext {
  public init() {}
  open var biometryType: LABiometryType { fatalError() }
  open var interactionNotAllowed = false
  open var localizedCancelTitle: String?
  open var localizedFallbackTitle: String?
  open func canEvaluatePolicy(_ policy: LAPolicy, error: UnsafeMutablePointer<NSError?>?) -> Bool { fatalError() }
  open func evaluateAccessControl(
    _ accessControl: SecAccessControl, operation: LAAccessControlOperation, localizedReason: String,
    reply: @escaping @Sendable (Bool, (any Error)?) -> Void
  ) { fatalError() }
  open func invalidate() { fatalError() }
}
