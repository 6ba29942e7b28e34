import Notebook
import NotebookApp
import NotebookUI
import SwiftUI

/// The app: the notebooks of this phone, and the screens over them.
@main
struct NotebookMain: App {
  private let session: Session
  private let touches: Touches

  init() {
    let (home, handset) = (Home(), PhoneHandset())
    let session = Session(
      notebooks: Notebooks(folder: home.notebooks.path, device: PhoneDevice()),
      scratch: home.scratch,
      look: KeptLook(file: home.look),
      handset: handset,
      senses: PhoneSenses(),
      biometrics: PhoneBiometrics(),
      language: Locale.preferredLanguages.first ?? "en"
    )
    handset.watchRoute { session.soundGoesElsewhere() }
    touches = Touches { session.touched() }
    session.start()
    self.session = session
  }

  var body: some Scene {
    NotebookScene(session: session) { BackgroundTime.take(for: $0.over) }
  }
}
