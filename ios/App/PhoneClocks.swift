import Foundation
import Notebook
import UIKit

/// The clocks of the phone.
enum PhoneClocks {
  /// Names this start of the phone. If it does not say, each start of the app counts as one: a wait then begins again.
  private static let boot = bootOfThePhone() ?? bytes(of: UUID())

  static func now() -> Clocks {
    let milliseconds = Date().timeIntervalSince1970 * 1000
    return Clocks(now: Int64(milliseconds), boot: boot, uptimeMs: uptime())
  }

  /// Goes on while the phone sleeps, and can't be turned.
  private static func uptime() -> UInt64 { clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000 }

  private static func bootOfThePhone() -> Data? {
    var text = [CChar](repeating: 0, count: 64)
    var size = text.count
    guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { return nil }
    let name = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return UUID(uuidString: name).map(bytes)
  }

  private static func bytes(of id: UUID) -> Data { withUnsafeBytes(of: id.uuid) { Data($0) } }
}
