import Observation

/// Digits as they are tapped on the app's own pad: bytes that can be zeroed, never a String, which stays in memory.
@MainActor @Observable
public final class PinPad {
  private static let longest = 64

  /// How many there are. Which, no screen asks.
  public private(set) var count = 0
  @ObservationIgnored private let digits = Secret(count: longest)

  init() {}

  /// One more, from 0 to 9.
  public func add(_ digit: Int) {
    guard count < Self.longest, (0...9).contains(digit) else { return }
    digits[count] = UInt8(ascii: "0") + UInt8(digit)
    count += 1
  }

  /// Takes the last one off.
  public func takeOff() {
    guard count > 0 else { return }
    count -= 1
    digits[count] = 0
  }

  /// The digits, for one call; none stay here.
  func take() -> Secret {
    defer { wipe() }
    return digits.copy(first: count)
  }

  /// Zeroes them.
  func wipe() {
    digits.wipe()
    count = 0
  }

  /// Whether nothing is left of any digit.
  var isWiped: Bool { count == 0 && digits.isWiped }
}
