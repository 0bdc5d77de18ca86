package import Ingest
import Synchronization

/// What the watcher and the signals tell, until the inbox service asks: one reader, any number of writers.
package final class HintQueue: Sendable {
  private struct State {
    var hints: [InboxHint] = []
    var isClosed = false
    var reader: CheckedContinuation<Void, Never>?
  }

  /// More hints than this say less than one look at everything.
  static let limit = 16_384

  private let state = Mutex(State())

  /// An empty queue.
  package init() {}

  /// Whether the service shall end.
  package var isClosed: Bool { state.withLock(\.isClosed) }

  /// Adds a hint and wakes the reader.
  package func add(_ hint: InboxHint) {
    wake { state in
      if state.hints.count >= Self.limit { state.hints = [.everything] }
      state.hints.append(hint)
    }
  }

  /// Tells the reader to end.
  package func close() {
    wake { $0.isClosed = true }
  }

  /// The hints since the last call; waits for one, at most until `deadline`.
  package func next(until deadline: ContinuousClock.Instant) async -> [InboxHint] {
    let timer = Task {
      try? await Task.sleep(until: deadline, clock: .continuous)
      if !Task.isCancelled { wake { _ in } }
    }
    defer { timer.cancel() }
    await withCheckedContinuation { continuation in
      let isReady = state.withLock { state in
        if !state.hints.isEmpty || state.isClosed || ContinuousClock.now >= deadline { return true }
        state.reader = continuation
        return false
      }
      if isReady { continuation.resume() }
    }
    return state.withLock { state in
      defer { state.hints = [] }
      return state.hints
    }
  }

  private func wake(_ change: (inout State) -> Void) {
    let reader = state.withLock { state in
      change(&state)
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume()
  }
}
