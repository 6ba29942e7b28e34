import NotebookApp
import SwiftUI

/// The line of a picture, as large as there is room.
private struct DrawnLine: Shape {
  let drawing: Drawing

  nonisolated func path(in rect: CGRect) -> Path {
    let scale = rect.width / Drawing.box
    let at = { (point: Drawing.Point) in
      CGPoint(x: rect.minX + point.x * scale, y: rect.minY + point.y * scale)
    }
    var path = Path()
    for step in drawing.steps {
      switch step {
      case .move(let to): path.move(to: at(to))
      case .line(let to): path.addLine(to: at(to))
      case .quad(let by, let to): path.addQuadCurve(to: at(to), control: at(by))
      case .cubic(let one, let two, let to):
        path.addCurve(to: at(to), control1: at(one), control2: at(two))
      case .close: path.closeSubpath()
      }
    }
    return path
  }
}

/// A picture of a phrase, for someone who does not read. VoiceOver passes over it: the words beside it say the same.
struct PictureView: View {
  let path: String
  @ScaledMetric private var side = 36.0
  @Environment(\.palette) private var palette

  var body: some View {
    DrawnLine(drawing: Drawing(path: path))
      .stroke(Color(palette.ink), style: line)
      .frame(width: side, height: side)
      .accessibilityHidden(true)
  }

  private var line: StrokeStyle {
    StrokeStyle(lineWidth: Drawing.lineWidth * side / Drawing.box, lineCap: .round, lineJoin: .round)
  }
}
