import Dispatch

/// Where every call of the core is made that may touch the disk or take a moment: one queue, one call after another,
/// never the main thread.
struct CoreQueue: Sendable {
  private let queue = DispatchQueue(label: "core", qos: .userInitiated)

  /// Runs it behind all that was handed in before. On the main actor, so that the order is the one in which it was asked.
  @MainActor
  func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: work)) }
    }
  }
}
