/// How the screens look.
public struct Look: Equatable, Sendable {
  /// How large the words are, on top of what the phone is set to.
  public var size: WordSize
  /// Light or dark.
  public var colours: Colours

  /// As a phone has it, if nothing else is said.
  public init(size: WordSize = .usual, colours: Colours = .phone) {
    self.size = size
    self.colours = colours
  }
}

/// How large the words are, on top of what the phone is set to.
public enum WordSize: String, CaseIterable, Sendable {
  case usual, larger, large, largest

  /// How many times as large.
  public var factor: Double {
    switch self {
    case .usual: 1
    case .larger: 1.25
    case .large: 1.6
    case .largest: 2
    }
  }

  /// What it is called.
  public var name: Name {
    switch self {
    case .usual: .lookSizeUsual
    case .larger: .lookSizeLarger
    case .large: .lookSizeLarge
    case .largest: .lookSizeLargest
    }
  }
}

/// Light or dark.
public enum Colours: String, CaseIterable, Sendable {
  case light, dark, phone

  /// What it is called.
  public var name: Name {
    switch self {
    case .light: .lookLight
    case .dark: .lookDark
    case .phone: .lookPhone
    }
  }
}

/// What a shell keeps outside of any notebook. It says nothing of her.
public struct Outside: Equatable, Sendable {
  /// How the screens look.
  public var look: Look
  /// Whether it was asked once if she wants a copy of her words.
  public var copyWasOffered: Bool

  /// Before anything was chosen.
  public init(look: Look = Look(), copyWasOffered: Bool = false) {
    self.look = look
    self.copyWasOffered = copyWasOffered
  }
}

/// Where a shell keeps it.
public protocol OutsideKeeper: Sendable {
  /// What was kept last.
  func load() -> Outside

  /// Keeps it. Called off the main thread.
  func save(_ outside: Outside)
}
