import Notebook
import NotebookApp
import SwiftUI

/// A month: its days, with a mark below those that have a date, and its dates.
struct MonthScreen: View {
  let session: Session
  let month: MonthShown
  @Environment(\.texts) private var texts

  var body: some View {
    Page(title, back: { session.back() }) {
      HStack(spacing: 8) {
        WordButton(texts[.monthBefore]) { session.month(by: -1) }
        WordButton(texts[.monthAfter]) { session.month(by: 1) }
      }
      VStack(spacing: 2) {
        weekdays
        ForEach(month.weeks, id: \.self) { week in
          HStack(spacing: 2) {
            ForEach(Array(week.enumerated()), id: \.offset) { _, day in
              DayCell(session: session, month: month, number: day)
            }
          }
        }
      }
      if month.page.dates.isEmpty { Say(texts[.monthNone]) }
      ForEach(month.listed, id: \.self) { VisitLine(session: session, line: $0) }
    }
  }

  private var title: String { texts?.month(Int(month.page.year), Int(month.page.month)) ?? "" }

  /// Each day says its own weekday to a screen reader.
  private var weekdays: some View {
    HStack(spacing: 2) {
      ForEach(Array(1...7), id: \.self) { number in
        Text(verbatim: texts?.weekday(number) ?? "")
          .lettering(.label)
          .lineLimit(1)
          .minimumScaleFactor(0.4)
          .frame(maxWidth: .infinity)
      }
    }
    .accessibilityHidden(true)
  }
}

/// A day of the month; empty where it is of another one.
struct DayCell: View {
  let session: Session
  let month: MonthShown
  let number: Int?
  @Environment(\.texts) private var texts
  @Environment(\.palette) private var palette

  var body: some View {
    if let number {
      Button(action: { session.day(number) }) { shown(number) }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: label(number)))
        .accessibilityAddTraits(month.day == number ? .isSelected : [])
    } else {
      Color(palette.paper).frame(maxWidth: .infinity, minHeight: 48)
        .accessibilityHidden(true)
    }
  }

  /// The number stays on one line, however large the words are; the mark is a shape and no colour alone.
  private func shown(_ number: Int) -> some View {
    VStack(spacing: 2) {
      Text(verbatim: number.formatted())
        .lettering(.label)
        .lineLimit(1)
        .minimumScaleFactor(0.4)
        .foregroundStyle(Color(palette.ink))
      RoundedRectangle(cornerRadius: 3)
        .fill(Color(month.has(number) ? palette.fern : palette.card))
        .frame(width: 18, height: 6)
    }
    .frame(maxWidth: .infinity, minHeight: 48)
    .background(Color(palette.card), in: RoundedRectangle(cornerRadius: corners))
    .overlay {
      RoundedRectangle(cornerRadius: corners)
        .strokeBorder(Color(edge(number)), lineWidth: isToday(number) || month.day == number ? 3 : 1)
    }
    .contentShape(Rectangle())
  }

  private func isToday(_ number: Int) -> Bool { month.page.today == UInt32(number) }

  private func edge(_ number: Int) -> Shade {
    if month.day == number { return palette.water }
    return isToday(number) ? palette.fern : palette.edge
  }

  private func label(_ number: Int) -> String {
    guard let texts, let day = month.day(number) else { return "" }
    let today = isToday(number) ? texts[.monthToday] : nil
    let has = month.has(number) ? texts[.monthHas] : nil
    return [texts.day(day, today: session.today), today, has].compactMap(\.self).joined(separator: ", ")
  }
}
