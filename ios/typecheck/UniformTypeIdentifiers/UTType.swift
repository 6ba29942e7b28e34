// A stand-in for Apple's UniformTypeIdentifiers: the one name that the screens use.

public struct UTType: Hashable, Sendable {
  public static let data = UTType()
}
