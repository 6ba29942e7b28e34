import Foundation
import LocalAuthentication
import NotebookApp
import Security

/// Face ID or Touch ID, and an item of the Keychain that the phone gives out only to those whom it knows now: with
/// another face or finger it is lost. It goes along in no backup and to no other phone.
struct PhoneBiometrics: Biometrics {
  private static let policy = LAPolicy.deviceOwnerAuthenticationWithBiometrics
  private nonisolated static let turnedAway: [LAError.Code] = [.userCancel, .userFallback, .appCancel, .systemCancel]

  /// What came of the phone's own page.
  private enum Answer { case yes, left, refused }

  /// What it can be is known only once it was asked whether it is ready.
  var isThere: Bool {
    let context = LAContext()
    _ = context.canEvaluatePolicy(Self.policy, error: nil)
    return context.biometryType != .none
  }

  /// Also where it is locked, after too many tries.
  var knowsSomeone: Bool {
    var failure: NSError?
    return LAContext().canEvaluatePolicy(Self.policy, error: &failure)
      || failure?.code == LAError.Code.biometryLockout.rawValue
  }

  /// Looks whether it is there, without asking her.
  var isOn: Bool {
    let context = LAContext()
    context.interactionNotAllowed = true
    var item = query
    item[kSecUseAuthenticationContext as String] = context
    let status = SecItemCopyMatching(item as CFDictionary, nil)
    return status == errSecSuccess || status == errSecInteractionNotAllowed
  }

  func keep(_ asking: Asking, make: @MainActor () async throws -> Secret) async throws -> Bool {
    guard await pass(LAContext(), asking) == .yes else { return false }
    let secret = try await make()
    defer { secret.wipe() }
    forget()
    guard let known = Self.whoIsKnownNow else { return false }
    var item = query
    item[kSecValueData as String] = secret.data
    item[kSecAttrAccessControl as String] = known
    return SecItemAdd(item as CFDictionary, nil) == errSecSuccess
  }

  func check(_ asking: Asking) async -> Checked {
    let context = LAContext()
    switch await pass(context, asking) {
    case .yes: return read(with: context)
    case .left: return .left
    // With the last of those whom it knew, what it kept is lost.
    case .refused: return knowsSomeone ? .refused : .changed
    }
  }

  func forget() {
    _ = SecItemDelete(query as CFDictionary)
  }

  /// She has passed: the phone does not ask again.
  private func read(with context: LAContext) -> Checked {
    var item = query
    item[kSecReturnData as String] = true
    item[kSecMatchLimit as String] = kSecMatchLimitOne
    item[kSecUseAuthenticationContext as String] = context
    var found: CFTypeRef?
    switch SecItemCopyMatching(item as CFDictionary, &found) {
    case errSecSuccess: return (found as? Data).map { .passed(Secret(bytes: $0)) } ?? .changed
    case errSecItemNotFound, errSecAuthFailed: return .changed
    default: return .refused
    }
  }

  private func pass(_ context: LAContext, _ asking: Asking) async -> Answer {
    guard let known = Self.whoIsKnownNow else { return .refused }
    context.localizedCancelTitle = asking.no
    // No way around it by the phone's passcode: the number pad is there.
    context.localizedFallbackTitle = ""
    nonisolated(unsafe) let asked = context
    return await withTaskCancellationHandler {
      await withCheckedContinuation { answer in
        asked.evaluateAccessControl(known, operation: .useItem, localizedReason: asking.title) {
          @Sendable passed, failure in
          answer.resume(returning: passed ? .yes : Self.answer(to: failure))
        }
      }
    } onCancel: {
      asked.invalidate()
    }
  }

  private nonisolated static func answer(to failure: (any Error)?) -> Answer {
    guard let code = (failure as? LAError)?.code else { return .refused }
    return turnedAway.contains(code) ? .left : .refused
  }

  /// Only while the phone is unlocked, and only those whom it knows at this moment.
  private static var whoIsKnownNow: SecAccessControl? {
    SecAccessControlCreateWithFlags(nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly, .biometryCurrentSet, nil)
  }

  private var query: [String: Any] {
    [
      kSecClass as String: kSecClassGenericPassword,
      kSecAttrService as String: "\(Bundle.main.bundleIdentifier ?? "notebook").way-in",
      kSecAttrAccount as String: "way-in",
      kSecAttrSynchronizable as String: false,
    ]
  }
}
