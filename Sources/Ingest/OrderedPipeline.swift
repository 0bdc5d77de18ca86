import Synchronization

/// Work on several cores whose results are taken in the order of the input.
package enum OrderedPipeline {
  /// Does `work` on each input, up to `jobs` at the same time, and gives the results to `consume` one after
  /// the other, in the order of the inputs, on the caller's side.
  ///
  /// Work goes on while `consume` runs, so a slow consumer need never wait: as far ahead as `capacity` says, so
  /// memory does not grow with the input.
  ///
  /// - Parameters:
  ///   - jobs: 1 keeps everything on one thread, as does a single input.
  ///   - capacity: how much work may have begun and not been consumed, in the units of `weight`; as many inputs as
  ///     there are jobs in any case. Twice `jobs` by default.
  ///   - weight: how much an input counts.
  ///   - prepare: is called on the caller's side with each input, in order, before work on it begins.
  /// - Throws: the first error of `prepare`, `work` or `consume`; inputs not begun are then not worked on.
  package static func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, capacity: Int? = nil, weight: (Input) -> Int = { _ in 1 },
    prepare: (Input) throws -> Void = { _ in }, work: @escaping @Sendable (Input) throws -> Output,
    consume: (Output) throws -> Void
  ) async throws {
    // A single input, as a daemon has it mostly, is not worth another thread.
    if jobs == 1 || inputs.count == 1 {
      for input in inputs {
        try prepare(input)
        try consume(try work(input))
      }
      return
    }
    let capacity = capacity ?? 2 * jobs
    let board = WorkBoard<Output>(jobs: jobs)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    try await withThrowingDiscardingTaskGroup { group in
      var arrivals = arrivals.makeAsyncIterator()
      var prepared = 0
      var pending = 0
      for next in inputs.indices {
        while prepared < inputs.count, pending < capacity || prepared - next < jobs {
          try prepare(inputs[prepared])
          pending += weight(inputs[prepared])
          prepared += 1
        }
        for _ in 0..<board.post(upTo: prepared) {
          group.addTask {
            while !Task.isCancelled, let index = board.take() {
              board.put(Result { try work(inputs[index]) }, at: index)
              arrival.yield()
              // Else the consumer would not get a thread before the workers run out of work.
              await Task.yield()
            }
          }
        }
        var output = board.result(at: next)
        while output == nil {
          guard await arrivals.next() != nil else { throw CancellationError() }
          output = board.result(at: next)
        }
        pending -= weight(inputs[next])
        if let output { try consume(try output.get()) }
      }
    }
  }
}

/// Which inputs are to be worked on, and the results that wait to be consumed.
private final class WorkBoard<Output: Sendable>: Sendable {
  private struct State {
    var posted = 0
    var taken = 0
    var workers = 0
    var results: [Int: Result<Output, any Error>] = [:]
  }

  private let jobs: Int
  private let state = Mutex(State())

  init(jobs: Int) {
    self.jobs = jobs
  }

  /// Lets the inputs before an index be worked on.
  ///
  /// - Returns: how many workers are wanting.
  func post(upTo index: Int) -> Int {
    state.withLock { state in
      state.posted = index
      let missing = min(jobs - state.workers, state.posted - state.taken)
      state.workers += missing
      return missing
    }
  }

  /// The next input for a worker; at `nil` the worker ends.
  func take() -> Int? {
    state.withLock { state in
      guard state.taken < state.posted else {
        state.workers -= 1
        return nil
      }
      state.taken += 1
      return state.taken - 1
    }
  }

  func put(_ result: sending Result<Output, any Error>, at index: Int) {
    state.withLock { $0.results[index] = result }
  }

  /// Takes the result of an input away; `nil` when it is not there yet.
  func result(at index: Int) -> Result<Output, any Error>? {
    state.withLock { $0.results.removeValue(forKey: index) }
  }
}

extension Array {
  /// The elements in pieces of `size`; the last one may be shorter.
  package func chunked(by size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
