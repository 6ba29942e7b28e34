import NotebookApp
import SwiftUI

/// A picture, a sound or another file of a note.
struct AttachedScreen: View {
  let session: Session
  let attached: Attached
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[attached.line.kind], back: { session.back() }) {
      Say(texts[.attachmentUnseen])
      WordButton(texts[.attachmentRemove], .final) { session.removeAttachment() }
    }
  }
}
