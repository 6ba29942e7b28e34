import Notebook
import NotebookApp
import Testing

/// Pictures of phrases, as the core draws them.
@Suite struct DrawingTests {
  @Test func aPathIsReadStepByStep() {
    let drawing = Drawing(path: "M 1 2 L 3 4.5 Q 5 6 7 8 C 1 2 3 4 5 6 Z")
    func point(_ x: Double, _ y: Double) -> Drawing.Point { Drawing.Point(x: x, y: y) }
    #expect(
      drawing.steps == [
        .move(point(1, 2)), .line(point(3, 4.5)), .quad(by: point(5, 6), point(7, 8)),
        .cubic(point(1, 2), point(3, 4), point(5, 6)), .close,
      ])
  }

  @Test func whatIsNotUnderstoodDrawsNothing() {
    for path in ["", "M 1", "M 1 2 A 3 4", "L x y"] { #expect(Drawing(path: path).steps.isEmpty) }
  }
}
