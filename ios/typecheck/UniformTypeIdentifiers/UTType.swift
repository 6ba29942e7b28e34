// A stand-in for Apple's UniformTypeIdentifiers: the names that the app uses.

public struct UTType: Hashable, Sendable {
  public static let data = UTType()
  public static let folder = UTType()
  public static let image = UTType()
  public static let utf8PlainText = UTType()
  public var identifier: String { fatalError() }
}
