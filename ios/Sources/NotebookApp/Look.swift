/// How the screens look, what language they speak, and when they close by themselves.
public struct Look: Equatable, Sendable {
  /// How large the words are, on top of what the phone is set to.
  public var size: WordSize
  /// Light or dark.
  public var colours: Colours
  /// When they close by themselves.
  public var closes: Closes
  /// When a page closes by itself that someone reads on this screen.
  public var onScreen: OnScreenCloses
  /// The tag of the language that they speak; none is the phone's own.
  public var language: String?

  /// As a phone has it, if nothing else is said.
  public init(
    size: WordSize = .usual, colours: Colours = .phone, closes: Closes = .five, onScreen: OnScreenCloses = .ten,
    language: String? = nil
  ) {
    self.size = size
    self.colours = colours
    self.closes = closes
    self.onScreen = onScreen
    self.language = language
  }

  /// The colours of it, on a phone that is dark now or not.
  public func palette(phoneIsDark: Bool) -> Palette {
    switch colours {
    case .light: .light
    case .dark: .dark
    case .phone: phoneIsDark ? .dark : .light
    }
  }

  /// The same but for one thing.
  public func with<Value>(_ part: WritableKeyPath<Look, Value>, _ value: Value) -> Look {
    var other = self
    other[keyPath: part] = value
    return other
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

/// After how many minutes without a touch the notebook closes by itself.
public enum Closes: String, CaseIterable, Sendable {
  case one, five, fifteen

  /// How many.
  public var minutes: Int {
    switch self {
    case .one: 1
    case .five: 5
    case .fifteen: 15
    }
  }

  /// What it is called.
  public var name: Name {
    switch self {
    case .one: .closesOne
    case .five: .closesFive
    case .fifteen: .closesFifteen
    }
  }
}

/// After how many minutes a page closes by itself that someone reads on this screen.
public enum OnScreenCloses: String, CaseIterable, Sendable {
  case two, five, ten, twenty

  /// How many.
  public var minutes: Int {
    switch self {
    case .two: 2
    case .five: 5
    case .ten: 10
    case .twenty: 20
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
