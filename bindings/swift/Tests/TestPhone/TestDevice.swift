import Foundation
import Notebook

/// An error that the core knows nothing of.
public struct Surprise: Error {
  public init() {}
}

/// A phone of which a test has every part in its hands: a key store in memory, clocks that stand still until
/// they are moved, and calls that fail when they are told to.
///
/// Its state is behind a lock, as the core may call on any thread; `Mutex` of the standard library would
/// say that to the compiler, but needs a later iOS than the app does.
public final class TestDevice: Device, @unchecked Sendable {
  /// What the core asks a phone for.
  public enum Call: CaseIterable, Sendable {
    case makeKey, mac, forgetKey, facts, clocks, zone
  }

  private struct KeyName: Hashable {
    let name: String
    let generation: UInt64
  }

  private struct State {
    var keys: [KeyName: [UInt8]] = [:]
    var now: Int64 = 1_796_116_200_000
    var boot: UInt8 = 1
    var uptimeMs: UInt64 = 1_000
    var zone = "Europe/London"
    var failures: [Call: any Error] = [:]
    var hooks: [Call: @Sendable () -> Void] = [:]
  }

  private let lock = NSLock()
  private var state = State()

  public init() {}

  private func with<T>(_ use: (inout State) throws -> T) rethrows -> T {
    lock.lock()
    defer { lock.unlock() }
    return try use(&state)
  }

  /// What comes before each answer. The hook runs without the lock: it may take its time.
  private func begin(_ call: Call) throws {
    let (hook, failure) = with { ($0.hooks[call], $0.failures[call]) }
    hook?()
    if let failure { throw failure }
  }
}

/// As the core calls it.
extension TestDevice {
  public func makeKey(name: String, generation: UInt64) throws {
    try begin(.makeKey)
    let key = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    with { $0.keys[KeyName(name: name, generation: generation)] = key }
  }

  public func mac(name: String, generation: UInt64, bytes: Data) throws -> Data {
    try begin(.mac)
    let key = with { $0.keys[KeyName(name: name, generation: generation)] }
    guard let key else { throw DeviceError.Missing }
    return Data(hmacSha256(key: key, message: Array(bytes)))
  }

  public func forgetKey(name: String, generation: UInt64) throws {
    try begin(.forgetKey)
    with { $0.keys[KeyName(name: name, generation: generation)] = nil }
  }

  /// Little memory, so that Argon2id has its lowest cost and tests are quick.
  public func facts() throws -> Facts {
    try begin(.facts)
    return Facts(memoryBytes: 1 << 30, hardwareAes: true)
  }

  public func clocks() throws -> Clocks {
    try begin(.clocks)
    return with { Clocks(now: $0.now, boot: Data(repeating: $0.boot, count: 16), uptimeMs: $0.uptimeMs) }
  }

  public func zone() throws -> String {
    try begin(.zone)
    return with { $0.zone }
  }
}

/// As a test turns it.
extension TestDevice {
  /// What the clock on the wall shows, in milliseconds since 1970. It starts on Tuesday 1 December 2026, 9:10
  /// in the morning.
  public var now: Int64 { with { $0.now } }

  /// How many keys the key store holds.
  public var keyCount: Int { with { $0.keys.count } }

  /// Lets time pass: both clocks go on.
  public func pass(ms: UInt64) {
    with {
      $0.now += Int64(ms)
      $0.uptimeMs += ms
    }
  }

  /// Turns the clock on the wall, as a person can; the time since the start goes on as it was.
  public func turnClock(to now: Int64) {
    with { $0.now = now }
  }

  /// Restarts the phone.
  public func restart() {
    with {
      $0.boot += 1
      $0.uptimeMs = 0
    }
  }

  public func travel(to zone: String) {
    with { $0.zone = zone }
  }

  /// Makes a call fail from now on, or work again.
  public func fail(_ call: Call, with failure: (any Error)?) {
    with { $0.failures[call] = failure }
  }

  /// Runs something whenever a call comes.
  public func during(_ call: Call, _ hook: @escaping @Sendable () -> Void) {
    with { $0.hooks[call] = hook }
  }

  /// Empties the key store, as after a reset of the phone; what is given back brings the keys back.
  public func loseKeys() -> @Sendable () -> Void {
    let kept = with { state in
      defer { state.keys = [:] }
      return state.keys
    }
    return { [self] in with { $0.keys = kept } }
  }
}
