// A stand-in for Apple's CryptoKit: what App/PhoneDevice.swift uses of it.
import Foundation

public protocol HashFunction {}
public struct SHA256: HashFunction {}
public struct SymmetricKeySize: Sendable { public static var bits256: SymmetricKeySize { .init() } }
public struct SymmetricKey: ContiguousBytes, Sendable {
  public init<D: ContiguousBytes>(data: D) { fatalError() }
  public init(size: SymmetricKeySize) { fatalError() }
  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { fatalError() }
}
public struct HashedAuthenticationCode<H: HashFunction>: Sequence {
  public func makeIterator() -> Array<UInt8>.Iterator { fatalError() }
}
public struct HMAC<H: HashFunction> {
  public typealias MAC = HashedAuthenticationCode<H>
  public static func authenticationCode<D: DataProtocol>(for data: D, using key: SymmetricKey) -> MAC { fatalError() }
}
