import Foundation
import Notebook
import NotebookApp
import UIKit

/// The phone's own page for printing, which also makes a PDF. It gets the page from memory, and the page names nothing that
/// could be fetched. It goes when the task that waits for it is cancelled, which Close does.
@MainActor
final class PagePrinter: Printer {
  private var waiting: CheckedContinuation<Bool?, Never>?

  /// Whether this phone can print.
  static var isThere: Bool { UIPrintInteractionController.isPrintingAvailable }

  func print(_ html: Data) async throws -> Bool {
    let page = UIPrintInteractionController.shared
    let about = UIPrintInfo(dictionary: nil)
    about.outputType = .general
    // The name of the job is seen in the printer's list: it says nothing.
    about.jobName = ""
    page.printInfo = about
    page.printFormatter = UIMarkupTextPrintFormatter(markupText: String(decoding: html, as: UTF8.self))
    // Nothing of it is kept by a controller that all of the app shares.
    defer { page.printFormatter = nil }
    guard let printed = await shown(page) else { throw NotebookError.File }
    return printed
  }

  /// Whether she let it print; none if it could not.
  private func shown(_ page: UIPrintInteractionController) async -> Bool? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiting in
        self.waiting = waiting
        guard !Task.isCancelled else { return end(false) }
        if !present(page) { end(nil) }
      }
    } onCancel: {
      Task { @MainActor in
        page.dismiss(animated: false)
        self.end(false)
      }
    }
  }

  /// On an iPad it is a small page beside something, here the middle of the screen.
  private func present(_ page: UIPrintInteractionController) -> Bool {
    let done: UIPrintInteractionController.CompletionHandler = { _, printed, failure in
      self.end(failure == nil ? printed : nil)
    }
    guard UIDevice.current.userInterfaceIdiom == .pad, let below = uppermostPage?.view else {
      return page.present(animated: false, completionHandler: done)
    }
    let middle = CGRect(x: below.bounds.midX, y: below.bounds.midY, width: 1, height: 1)
    return page.present(from: middle, in: below, animated: false, completionHandler: done)
  }

  private func end(_ printed: Bool?) {
    waiting?.resume(returning: printed)
    waiting = nil
  }
}
