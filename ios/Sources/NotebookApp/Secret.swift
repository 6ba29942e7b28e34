import Foundation

/// A PIN, or words that open something: bytes at one place in memory, which are zeroed when they have done their work and
/// at the latest when nothing holds them.
///
/// One side at a time uses it: whoever hands it to the core waits for the call before zeroing it.
public final class Secret: @unchecked Sendable {
  private let memory: UnsafeMutableRawBufferPointer

  /// As many zeros.
  init(count: Int) {
    memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    wipe()
  }

  /// A copy of these bytes, which stay as they are.
  public convenience init(bytes: Data) {
    self.init(count: bytes.count)
    memory.copyBytes(from: bytes)
  }

  /// Words as she typed them: what the core compares is small letters.
  convenience init(words: String) {
    let typed = Array(words.trimmingCharacters(in: .whitespacesAndNewlines).lowercased().utf8)
    self.init(count: typed.count)
    memory.copyBytes(from: typed)
  }

  deinit {
    wipe()
    memory.deallocate()
  }

  /// The bytes, for one call: they are not copied, so do not keep it.
  public var data: Data {
    guard let start = memory.baseAddress, !memory.isEmpty else { return Data() }
    return Data(bytesNoCopy: start, count: memory.count, deallocator: .none)
  }

  /// Whether nothing is left of it.
  var isWiped: Bool { memory.allSatisfy { $0 == 0 } }

  subscript(at: Int) -> UInt8 {
    get { memory[at] }
    set { memory[at] = newValue }
  }

  /// The first bytes of it, at a place of their own.
  func copy(first count: Int? = nil) -> Secret {
    let other = Secret(count: count ?? memory.count)
    other.memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<other.memory.count]))
    return other
  }

  /// Whether both are the same, byte for byte.
  func isSame(as other: Secret) -> Bool { memory.elementsEqual(other.memory) }

  /// Zeroes it, in a way that no compiler leaves out.
  public func wipe() {
    guard let start = memory.baseAddress else { return }
    #if canImport(Darwin)
      memset_s(start, memory.count, 0, memory.count)
    #else
      explicit_bzero(start, memory.count)
    #endif
  }
}
