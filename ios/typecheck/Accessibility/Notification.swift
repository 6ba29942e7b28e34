// A stand-in for Apple's Accessibility: the one notification that the screens post.

public enum AccessibilityNotification {
  public struct Announcement: Sendable {
    public init(_ announcement: String) {}
    public func post() { fatalError("the stand-in only type-checks") }
  }
}
