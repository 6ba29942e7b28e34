// A stand-in for Apple's UniformTypeIdentifiers: the two names that the screens use.

public struct UTType: Hashable, Sendable {
  public static let data = UTType()
  public static let folder = UTType()
}
