// What prints, of Apple's UIKit.
import Foundation

@MainActor open class UIPrintInteractionController: NSObject {
  public override init() { fatalError() }
  open class var shared: UIPrintInteractionController { fatalError() }
  open class var isPrintingAvailable: Bool { fatalError() }
  open var printInfo: UIPrintInfo?
  open var printFormatter: UIPrintFormatter?
  open func present(animated: Bool, completionHandler completion: CompletionHandler? = nil) -> Bool { fatalError() }
  open func present(from rect: CGRect, in view: UIView, animated: Bool, completionHandler completion: CompletionHandler? = nil) -> Bool { fatalError() }
  open func dismiss(animated: Bool) { fatalError() }
  public typealias CompletionHandler = (UIPrintInteractionController, Bool, (any Error)?) -> Void
}
@MainActor open class UIPrintInfo: NSObject {
  public init(dictionary: [AnyHashable: Any]?) { fatalError() }
  open var jobName = ""
  open var outputType = OutputType.general
  public enum OutputType: Int, Sendable { case general, photo, grayscale, photoGrayscale }
}
@MainActor open class UIPrintFormatter: NSObject { public override init() { fatalError() } }
@MainActor open class UIMarkupTextPrintFormatter: UIPrintFormatter {
  public init(markupText: String) { fatalError() }
}
