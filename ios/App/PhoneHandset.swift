import NotebookApp
import UIKit

/// The phone as the screens see it.
struct PhoneHandset: Handset {
  func keepLit(_ lit: Bool) {
    UIApplication.shared.isIdleTimerDisabled = lit
  }
}
