import NotebookApp
import SwiftUI
import UniformTypeIdentifiers

/// What is in the window: the page, and over it a blank one whenever the app is not the one in her hands, so that no
/// picture of it is kept for the list of recent apps. (Over pages of the phone's own lies a window of the app's.)
struct RootView: View {
  let session: Session
  @Environment(\.scenePhase) private var phase
  @Environment(\.colorScheme) private var scheme

  var body: some View {
    ZStack {
      Color(palette.paper).ignoresSafeArea()
      if let texts = session.shown.texts {
        OpenedView(session: session, texts: texts)
          // After Close nothing of what was drawn is kept.
          .id(session.closings)
      }
      if phase != .active {
        Color(palette.paper).ignoresSafeArea()
      }
    }
    .environment(\.palette, palette)
    .environment(\.touched, { session.touched() })
    .environment(\.wordFactor, session.look.size.factor)
    .preferredColorScheme(chosen)
    // Nothing moves.
    .transaction { $0.animation = nil }
  }

  private var chosen: ColorScheme? {
    switch session.look.colours {
    case .light: .light
    case .dark: .dark
    case .phone: nil
    }
  }

  private var palette: Palette { session.look.palette(phoneIsDark: scheme == .dark) }
}

/// The page, what is said of it, and the bar.
struct OpenedView: View {
  let session: Session
  let texts: Texts

  var body: some View {
    VStack(spacing: 0) {
      if session.shown.screen.place != nil, texts.pack == .full {
        RightNowButton(isHere: session.shown.screen.isRightNow, go: { session.go($0) })
      }
      middle.frame(maxWidth: .infinity, maxHeight: .infinity)
      if let notice = session.shown.notice {
        NoticeStrip(notice: notice, undoText: texts[.doUndo]) { session.undo() }
      }
      if let place = session.shown.screen.place {
        Bar(place: place, texts: texts, go: { session.go($0) }, close: { session.close() })
      }
    }
    .environment(\.texts, texts)
    .environment(\.layoutDirection, texts.language.rightToLeft ? .rightToLeft : .leftToRight)
    .modifier(FilePages(session: session))
  }

  @ViewBuilder private var middle: some View {
    if let question = session.shown.question {
      QuestionPage(question: question, yes: { session.answerYes() }, no: { session.answerNo() })
    } else {
      let busy = session.shown.busy
      ZStack {
        // What she has put in stays behind the busy page, so that she can mend it if it was not right.
        ScreenView(session: session, screen: session.shown.screen)
          .opacity(busy == nil ? 1 : 0)
          .accessibilityHidden(busy != nil)
          .allowsHitTesting(busy == nil)
        if let busy { BusyPage(busy: busy, stopText: texts[.doStop]) { session.stop() } }
      }
    }
  }
}

/// The phone's own pages for files. What is asked for goes with Close, and the page with it.
struct FilePages: ViewModifier {
  let session: Session
  @State private var isOpen = false
  @State private var kind = UTType.data

  func body(content: Content) -> some View {
    content
      .onChange(of: session.shown.asks) { _, asks in
        // A folder and not the phone's "save as", which may put one copy over another.
        kind = asks == nil || asks == .copy ? .data : .folder
        isOpen = asks != nil
      }
      .fileImporter(isPresented: $isOpen, allowedContentTypes: [kind], allowsMultipleSelection: false) { result in
        session.chose((try? result.get())?.first)
      } onCancellation: {
        session.chose(nil)
      }
  }
}
