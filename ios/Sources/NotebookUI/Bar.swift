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
          three
          more
          closes
        }
        VStack(spacing: 4) {
          HStack(spacing: 4) { three }
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

  /// A full notebook has a card. To write is the main thing on its page of notes then, and where each way back ends.
  @ViewBuilder private var three: some View {
    item(.barNotes, .notes)
    if texts.pack == .full {
      item(.barDates, .dates)
      item(.barCard, .card)
    } else {
      item(.barWrite, .write)
      item(.barDates, .dates)
    }
  }

  private var more: some View { item(.barMore, .more) }

  private func item(_ name: Name, _ leads: Place) -> some View {
    WordButton(texts[name], leads == place ? .main : .plain) { go(leads) }
      .accessibilityAddTraits(leads == place ? .isSelected : [])
  }

  private var closes: some View {
    WordButton(texts[.barClose], action: close)
  }
}
