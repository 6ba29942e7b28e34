import NotebookApp
import SwiftUI

/// A picture as the screens draw it.
public struct DrawnImage: Drawn {
  let image: Image

  /// For what a phone made of a picture's bytes.
  public init(_ image: Image) { self.image = image }
}

/// What can be added, and what it costs, before it is.
struct AddToScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[session.addName], back: { session.back() }) {
      Say(texts[.addCost])
      if session.senses.recorder != nil { WordButton(texts[.recordMine]) { session.record() } }
      if session.senses.camera != nil { WordButton(texts[.addTake]) { session.takePicture() } }
      WordButton(texts[.addPick]) { session.pickPicture() }
      Say(texts[.addFrom], quiet: true)
    }
  }
}

extension Session {
  /// What it is called to add something: with a voice only where one can be recorded.
  var addName: Name { senses.recorder == nil ? .addPicture : .addTitle }
}

/// While she speaks.
struct ListeningScreen: View {
  let session: Session
  @State private var begun = Date.now
  @Environment(\.texts) private var texts
  @Environment(\.palette) private var palette

  var body: some View {
    Page(texts[.recordMine]) {
      Say(texts[.recordNow])
      Text(begun, style: .timer)
        .lettering(.body)
        .foregroundStyle(Color(palette.quietInk))
      WordButton(texts[.recordKeep], .main) { session.keepRecording() }
      WordButton(texts[.recordDrop], .final) { session.dropRecording() }
    }
  }
}

/// A picture to see, a sound to hear, or a file that can't be shown.
struct AttachedScreen: View {
  let session: Session
  let attached: Attached
  @Environment(\.texts) private var texts

  var body: some View {
    let kind = texts[attached.line.kind]
    Page(kind, back: { session.back() }) {
      if let drawn = attached.picture as? DrawnImage {
        drawn.image
          .resizable()
          .scaledToFit()
          .frame(maxWidth: .infinity)
          .accessibilityLabel(Text(verbatim: kind))
      } else if attached.isHeard {
        EarOrAloud(session: session)
      } else {
        Say(texts[.attachmentUnseen])
      }
      WordButton(texts[.attachmentRemove], .final) { session.removeAttachment() }
    }
  }
}

/// A note that is read to her.
struct ReadAloudScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.readToMe], back: { session.back() }) { EarOrAloud(session: session) }
  }
}

/// The ear comes first: what is heard aloud is heard by others.
struct EarOrAloud: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    if session.shown.sounds {
      WordButton(texts[.soundStop], .main) { session.hush() }
    } else {
      WordButton(texts[.soundEar], .main) { session.play(aloud: false) }
      WordButton(texts[.soundAloud]) { session.play(aloud: true) }
    }
  }
}
