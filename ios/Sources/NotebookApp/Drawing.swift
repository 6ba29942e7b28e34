/// A picture of a phrase, as the core draws it: SVG path data (SVG 1.1, 8.3) of absolute M, L, Q, C and Z alone, in a box of
/// 24 by 24.
public struct Drawing: Equatable, Sendable {
  /// A place in the box, from its top left corner.
  public struct Point: Equatable, Sendable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// One step of the line.
  public enum Step: Equatable, Sendable {
    case move(Point)
    case line(Point)
    case quad(by: Point, Point)
    case cubic(Point, Point, Point)
    case close
  }

  /// How wide and high the box is.
  public static let box = 24.0

  /// How wide the line is, in the box.
  public static let lineWidth = 2.0

  /// All of it, in order; nothing of a path that is not understood.
  public let steps: [Step]

  public init(path: String) {
    var words = path.split(separator: " ")[...]
    var steps: [Step] = []
    while let letter = words.popFirst() {
      guard let step = Self.step(letter, &words) else {
        steps = []
        break
      }
      steps.append(step)
    }
    self.steps = steps
  }

  private static func step(_ letter: Substring, _ words: inout ArraySlice<Substring>) -> Step? {
    switch letter {
    case "M": point(&words).map { .move($0) }
    case "L": point(&words).map { .line($0) }
    case "Q":
      if let by = point(&words), let to = point(&words) { .quad(by: by, to) } else { nil }
    case "C":
      if let one = point(&words), let two = point(&words), let to = point(&words) {
        .cubic(one, two, to)
      } else {
        nil
      }
    case "Z": .close
    default: nil
    }
  }

  private static func point(_ words: inout ArraySlice<Substring>) -> Point? {
    guard let x = words.popFirst().flatMap({ Double($0) }),
      let y = words.popFirst().flatMap({ Double($0) })
    else { return nil }
    return Point(x: x, y: y)
  }
}
