import Foundation
import Notebook

/// What she looked at goes.
extension Session {
  /// Whether this phone can print.
  public var canPrint: Bool { senses.printer != nil }

  /// Gives what she looked at, by the way that she chose.
  @discardableResult
  public func give() -> Task<Void, Never> {
    act { session in
      guard case .showing(let showing) = session.shown.screen, showing.page.trouble == nil else { return }
      let keepsWords = showing.keepsWords
      if showing.request.way == .screen { return try await session.putOnScreen(showing) }
      let given = try await session.write { try $0.giveShowing(keepWords: keepsWords) }
      switch showing.request.way {
      case .aloud: try await session.show(.aloud(ReadOut(lines: showing.page.lines)))
      case .text:
        let text = String(decoding: given.bytes, as: UTF8.self)
        session.handset.copy(text)
        try await session.show(.textGiven(text))
      default: try await session.show(.pageGiven(GivenPage(bytes: given.bytes, name: given.fileName)))
      }
    }
  }

  /// The line that was read, or skipped, is followed by the next; or by the one before it.
  public func line(by lines: Int) {
    guard case .aloud(var out) = shown.screen else { return }
    touched()
    out.at = min(max(out.at + lines, 0), out.lines.count)
    shown.screen = .aloud(out)
  }

  /// Done with what was given: it goes.
  @discardableResult
  public func givenDone() -> Task<Void, Never> {
    act { session in
      switch session.shown.screen {
      case .aloud, .textGiven, .pageGiven: try await session.show(session.load(.card))
      default: break
      }
    }
  }

  /// Prints the page that was given, or makes a PDF, by the phone's own page for it.
  @discardableResult
  public func printPage() -> Task<Void, Never> {
    act { session in
      guard case .pageGiven(let page) = session.shown.screen, let printer = session.senses.printer else { return }
      let printed = try await session.elsewhere { try await printer.print(page.bytes) }
      try Task.checkCancellation()
      if printed { session.shown.notice = session.said(.pageGiven) }
    }
  }

  /// Asks for a folder to save the page in.
  @discardableResult
  public func savePage() -> Task<Void, Never> {
    act { session in
      guard case .pageGiven = session.shown.screen else { return }
      session.shown.notice = nil
      session.shown.asks = .page
    }
  }

  /// Puts the page into the folder of her choice, from memory: it lies nowhere else.
  func placePage(into folder: URL?) async throws {
    guard case .pageGiven(let page) = shown.screen, let folder else { return }
    let (scratch, outside) = (scratch, outside)
    busy(.nowWorking, canStop: true)
    do {
      _ = try await waiting {
        try await outside.run {
          try scratch.putOut(page.bytes, named: page.name, into: folder)
        } late: {
          scratch.takeBack($0, from: folder)
        }
      }
    } catch NotebookError.AlreadyThere {
      (shown.busy, shown.notice) = (nil, trouble(text(.saveTaken)))
      return
    } catch NotebookError.Stopped {
      (shown.busy, shown.notice) = (nil, trouble(text(.openCopyPart)))
      return
    }
    (shown.busy, shown.notice) = (nil, said(.pageSaved))
  }
}
