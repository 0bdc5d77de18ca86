/// Work on several cores whose results are taken in the order of the input.
package enum OrderedPipeline {
  /// Does `work` on each input, up to `jobs` at the same time, and gives the results to `consume` one after
  /// the other, in the order of the inputs, on the caller's side.
  ///
  /// At most twice `jobs` results exist at a time, so memory does not grow with the input.
  ///
  /// - Parameter jobs: 1 keeps everything on one thread.
  /// - Throws: the first error of `work` or `consume`; inputs not begun are then not worked on.
  package static func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) throws -> Output,
    consume: (Output) throws -> Void
  ) async throws {
    if jobs == 1 {
      for input in inputs { try consume(try work(input)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var started = 0
      func startNext() {
        guard started < inputs.count else { return }
        let index = started
        started += 1
        group.addTask { (index, try work(inputs[index])) }
      }
      // Twice as many as workers, so that none waits while the caller consumes.
      for _ in 0..<(2 * jobs) { startNext() }
      var finished: [Int: Output] = [:]
      var next = 0
      while let (index, output) = try await group.next() {
        finished[index] = output
        while let output = finished.removeValue(forKey: next) {
          startNext()
          try consume(output)
          next += 1
        }
      }
    }
  }
}

extension Array {
  /// The elements in pieces of `size`; the last one may be shorter.
  package func chunked(by size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
