import CryptoKit
import Foundation
import Notebook

/// What the core asks of the phone.
final class PhoneDevice: Device {
  private let keychain = Keychain(service: Bundle.main.bundleIdentifier ?? "notebook")

  /// The first key of all is made where there is no notebook. What an earlier install left opens nothing then, and goes:
  /// a Keychain outlives the app. Never at another time, as a look at the files could be wrong.
  func makeKey(name: String, generation: UInt64) throws {
    if generation == 0 { try keychain.removeAll() }
    let key = SymmetricKey(size: .bits256)
    try keychain.put(key.withUnsafeBytes { Data($0) }, named: account(name, generation))
  }

  func mac(name: String, generation: UInt64, bytes: Data) throws -> Data {
    let key = SymmetricKey(data: try keychain.get(account(name, generation)))
    return Data(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
  }

  func forgetKey(name: String, generation: UInt64) throws {
    try keychain.remove(account(name, generation))
  }

  /// Every iPhone that runs this has AES instructions.
  func facts() throws -> Facts {
    Facts(memoryBytes: ProcessInfo.processInfo.physicalMemory, hardwareAes: true)
  }

  func clocks() throws -> Clocks { PhoneClocks.now() }

  func zone() throws -> String { TimeZone.current.identifier }

  private func account(_ name: String, _ generation: UInt64) -> String { "\(name)-\(generation)" }
}
