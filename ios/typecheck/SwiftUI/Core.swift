// A stand-in for SwiftUI, for type-checking the app's screens on Linux and for
// nothing else: it draws nothing and every body traps. Declarations follow
// Apple's published ones (iOS 17 API, isolation as in the iOS 18 SDK) for the
// names this app uses. Add a name when a screen needs it; copy its declaration
// from the documentation, never from what the screen happens to pass.
@_exported import Foundation
@_exported import Observation

#if !os(Linux)
  #error("The stand-in must never be built where the real SwiftUI exists")
#endif

func stub() -> Never { fatalError("the SwiftUI stand-in only type-checks") }
func stub<T>(_: T.Type) -> T { stub() }

// MARK: View, App, Scene

@MainActor @preconcurrency public protocol View {
  associatedtype Body: View
  @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}
extension Never: View { public var body: Never { return stub() } }
/// What the primitive views share.
public protocol PrimitiveView: View where Body == Never {}
extension PrimitiveView { public var body: Never { return stub() } }

@MainActor @preconcurrency public protocol ViewModifier {
  associatedtype Body: View
  typealias Content = ModifierContent
  @ViewBuilder @MainActor @preconcurrency func body(content: Content) -> Body
}
public struct ModifierContent: PrimitiveView {}

@MainActor @preconcurrency public protocol Scene {
  associatedtype Body: Scene
  @SceneBuilder @MainActor @preconcurrency var body: Body { get }
}
extension Never: Scene {}
@MainActor @preconcurrency public protocol App {
  associatedtype Body: Scene
  @SceneBuilder @MainActor @preconcurrency var body: Body { get }
  @MainActor @preconcurrency init()
}
extension App { @MainActor public static func main() { stub() } }
public struct WindowGroup<Content: View>: Scene {
  nonisolated public init(@ViewBuilder content: () -> Content) { stub() }
  public var body: Never { return stub() }
}
extension Scene {
  nonisolated public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void) -> some Scene { self }
  nonisolated public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some Scene { self }
}

// MARK: Builders

@resultBuilder public enum ViewBuilder {
  public static func buildExpression<C: View>(_ content: C) -> C { content }
  @available(*, unavailable, message: "this expression does not conform to 'View'")
  public static func buildExpression(_ invalid: Any) -> some View { stub(EmptyView.self) }
  public static func buildBlock() -> EmptyView { stub() }
  public static func buildBlock<C: View>(_ content: C) -> C { content }
  public static func buildBlock<each C: View>(_ content: repeat each C) -> TupleView<(repeat each C)> { stub() }
  public static func buildIf<C: View>(_ content: C?) -> C? { content }
  public static func buildEither<T: View, F: View>(first: T) -> _ConditionalContent<T, F> { stub() }
  public static func buildEither<T: View, F: View>(second: F) -> _ConditionalContent<T, F> { stub() }
}
@resultBuilder public enum SceneBuilder {
  public static func buildBlock<C: Scene>(_ content: C) -> C { content }
}
public struct TupleView<T>: PrimitiveView {}
public struct _ConditionalContent<T, F> {}
extension _ConditionalContent: View, PrimitiveView where T: View, F: View {
  public typealias Body = Never
}
extension Optional: View, PrimitiveView where Wrapped: View {
  public typealias Body = Never
}
public struct EmptyView: PrimitiveView { nonisolated public init() {} }
public struct Group<Content>: Sendable {}
extension Group: View, PrimitiveView where Content: View {
  public typealias Body = Never
  nonisolated public init(@ViewBuilder content: () -> Content) { stub() }
}
