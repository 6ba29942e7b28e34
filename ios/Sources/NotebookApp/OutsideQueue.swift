import Dispatch

/// Where files outside of the app are read and written. Whatever stands behind them may never answer: no call waits for
/// another one, and who waits is let go when its task is cancelled, which Stop and Close do.
struct OutsideQueue: Sendable {
  private let queue = DispatchQueue(label: "outside", qos: .userInitiated, attributes: .concurrent)

  /// What the work gives. What it gives too late goes to `late`, on this queue.
  func run<T: Sendable>(
    _ work: @escaping @Sendable () throws -> T, late: @escaping @Sendable (T) -> Void
  ) async throws -> T {
    try Task.checkCancellation()
    let (answer, tell) = AsyncStream.makeStream(of: Result<T, any Error>.self)
    queue.async {
      let result = Result(catching: work)
      if case .terminated = tell.yield(result), case .success(let given) = result { late(given) }
    }
    // It ends without an answer when the task is cancelled.
    for await result in answer {
      let given = try result.get()
      if !Task.isCancelled { return given }
      queue.async { late(given) }
    }
    throw CancellationError()
  }
}
