import Notebook
import NotebookApp
import SwiftUI

/// Shows the whole of what is about to leave the phone: edged as no other page is, with an equal way out.
struct LeavingPage<Content: View>: View {
  let notNow: @MainActor () -> Void
  let content: Content
  @Environment(\.texts) private var texts

  init(notNow: @escaping @MainActor () -> Void, @ViewBuilder content: () -> Content) {
    self.notNow = notNow
    self.content = content()
  }

  var body: some View {
    Page(texts[.leavingTitle]) {
      content
      WordButton(texts[.doNotNow], action: notNow)
    }
    .modifier(LeavingEdge())
  }
}

/// The edge of a page that shows what is about to leave the phone.
struct LeavingEdge: ViewModifier {
  @Environment(\.palette) private var palette

  func body(content: Content) -> some View {
    content
      .padding(6)
      .overlay {
        RoundedRectangle(cornerRadius: corners).strokeBorder(Color(palette.water), lineWidth: 6)
          .allowsHitTesting(false)
      }
      .padding(4)
  }
}

/// A copy before she chooses its place.
struct LeavingScreen: View {
  let session: Session
  let outgoing: Outgoing
  @Environment(\.texts) private var texts

  var body: some View {
    LeavingPage(notNow: { session.back() }) {
      if let open = outgoing.open {
        all(open)
      } else {
        Say(texts[.leavingSealed])
        Say(texts[.leavingSealedWho])
      }
      Say(texts[.leavingBack])
      WordButton(texts[.saveChoose]) { session.saveCopy() }
    }
  }

  @ViewBuilder private func all(_ holds: OpenCopy) -> some View {
    Say(texts[.leavingOpen])
    if let texts { ForEach(holds.said(in: texts), id: \.self) { Say($0) } }
    if outgoing.allFiles || holds.leftOut > 0 {
      Switched(text: texts[.leavingAll], on: outgoing.allFiles) { session.beforeOpenCopy(allFiles: $0) }
    }
    Say(texts[.leavingOpenWho])
  }
}
