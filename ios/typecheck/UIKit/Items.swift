// What a picked picture comes in: Foundation has it on Apple's systems, not on Linux.
import UniformTypeIdentifiers

open class NSItemProvider: NSObject {
  open var suggestedName: String?
  open func loadDataRepresentation(for contentType: UTType, openInPlace: Bool = false, completionHandler: @escaping @Sendable (Data?, (any Error)?) -> Void) -> Progress { fatalError() }
}

extension NSNotification.Name {
  /// Foundation tells of it on Apple's systems, not on Linux.
  public static var NSSystemClockDidChange: NSNotification.Name { fatalError() }
}
