import Notebook
import NotebookApp
import NotebookUI
import SwiftUI

/// The app: the notebooks of this phone, and the screens over them.
@main
struct NotebookMain: App {
  private let session: Session

  init() {
    let home = Home()
    session = Session(
      notebooks: Notebooks(folder: home.notebooks.path, device: PhoneDevice()),
      scratch: home.scratch,
      look: KeptLook(file: home.look),
      handset: PhoneHandset(),
      language: Locale.preferredLanguages.first ?? "en"
    )
    session.start()
  }

  var body: some Scene {
    NotebookScene(session: session) { BackgroundTime.take(for: $0.over) }
  }
}
