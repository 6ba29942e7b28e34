import Foundation
import Notebook
import Security

/// Keys of this app in the phone's Keychain. They are there while the phone is unlocked, go along in no backup and to no
/// other phone, and do not hang on its passcode: taking the passcode off must not take her words.
struct Keychain {
  let service: String

  /// Keeps a key, in place of any that was there.
  func put(_ key: Data, named account: String) throws {
    try remove(account)
    var item = query(account)
    item[kSecValueData as String] = key
    item[kSecAttrAccessible as String] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly
    try Self.check(SecItemAdd(item as CFDictionary, nil))
  }

  /// The key of this name.
  func get(_ account: String) throws -> Data {
    var item = query(account)
    item[kSecReturnData as String] = true
    item[kSecMatchLimit as String] = kSecMatchLimitOne
    var found: CFTypeRef?
    try Self.check(SecItemCopyMatching(item as CFDictionary, &found))
    guard let key = found as? Data else { throw DeviceError.Unavailable }
    return key
  }

  /// Destroys the key of this name. It is no error if there is none.
  func remove(_ account: String) throws {
    try Self.checkGone(SecItemDelete(query(account) as CFDictionary))
  }

  /// Destroys all keys of this app.
  func removeAll() throws {
    try Self.checkGone(SecItemDelete(query(nil) as CFDictionary))
  }

  private func query(_ account: String?) -> [String: Any] {
    var query: [String: Any] = [
      kSecClass as String: kSecClassGenericPassword,
      kSecAttrService as String: service,
      kSecAttrSynchronizable as String: false,
    ]
    if let account { query[kSecAttrAccount as String] = account }
    return query
  }

  private static func checkGone(_ status: OSStatus) throws {
    if status != errSecItemNotFound { try check(status) }
  }

  private static func check(_ status: OSStatus) throws {
    switch status {
    case errSecSuccess: return
    case errSecItemNotFound: throw DeviceError.Missing
    case errSecDiskFull: throw DeviceError.NoSpace
    default: throw DeviceError.Unavailable
    }
  }
}
