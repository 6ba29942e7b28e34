import NotebookApp
import SwiftUI

/// The bar, always with words; Close is at its end on every screen. Large words take two rows.
struct Bar: View {
  let place: Place
  let texts: Texts
  let go: @MainActor (Place) -> Void
  let close: @MainActor () -> Void
  @Environment(\.palette) private var palette

  var body: some View {
    VStack(spacing: 0) {
      Rectangle().fill(Color(palette.edge)).frame(height: 1)
      ViewThatFits(in: .horizontal) {
        HStack(spacing: 4) {
          notes
          write
          dates
          more
          closes
        }
        VStack(spacing: 4) {
          HStack(spacing: 4) {
            notes
            write
            dates
          }
          HStack(spacing: 4) {
            more
            closes
          }
        }
      }
      .padding(4)
    }
    .background(Color(palette.card))
    .accessibilityElement(children: .contain)
  }

  private var notes: some View { item(.barNotes, .notes) }
  private var write: some View { item(.barWrite, .write) }
  private var dates: some View { item(.barDates, .dates) }
  private var more: some View { item(.barMore, .more) }

  private func item(_ name: Name, _ leads: Place) -> some View {
    WordButton(texts[name], leads == place ? .main : .plain) { go(leads) }
      .accessibilityAddTraits(leads == place ? .isSelected : [])
  }

  private var closes: some View {
    WordButton(texts[.barClose], action: close)
  }
}
