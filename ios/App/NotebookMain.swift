import Notebook
import NotebookApp
import NotebookUI
import SwiftUI

/// The app: the notebooks of this phone, and the screens over them.
@main
struct NotebookMain: App {
  private let session: Session
  private let touches: Touches
  private let cover: PrivacyCover
  private let changes: PhoneChanges

  init() {
    let (home, handset) = (Home(), PhoneHandset())
    let session = Session(
      notebooks: Notebooks(folder: home.notebooks.path, device: PhoneDevice()),
      scratch: home.scratch,
      look: KeptLook(file: home.look),
      handset: handset,
      senses: PhoneSenses(),
      biometrics: PhoneBiometrics(),
      reminding: PhoneReminders(keeper: PhoneKeeper(), folder: home.reminders.path) { PhoneClocks.now().now },
      language: Locale.preferredLanguages.first ?? "en"
    )
    handset.watchRoute { session.soundGoesElsewhere() }
    touches = Touches { session.touched() }
    changes = PhoneChanges { session.remindersChanged() }
    cover = PrivacyCover { session.look }
    session.start()
    self.session = session
  }

  var body: some Scene {
    NotebookScene(session: session) { BackgroundTime.take(for: $0.over) }
  }
}
