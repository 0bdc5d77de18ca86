import Synchronization
import Testing

@testable import Ingest

@Suite struct OrderedPipelineTests {
  struct Failure: Error {}

  @Test(arguments: [1, 2, 7]) func givesResultsInOrder(jobs: Int) async throws {
    var results: [Int] = []
    try await OrderedPipeline.run(Array(0..<200), jobs: jobs) {
      $0 * 2
    } consume: {
      results.append($0)
    }
    #expect(results == (0..<200).map { $0 * 2 })
  }

  @Test(arguments: [1, 3]) func holdsFewResultsAtATime(jobs: Int) async throws {
    let started = Mutex(0)
    var consumed = 0
    var most = 0
    try await OrderedPipeline.run(Array(0..<100), jobs: jobs) { input in
      started.withLock { $0 += 1 }
      return input
    } consume: { _ in
      most = max(most, started.withLock { $0 } - consumed)
      consumed += 1
    }
    #expect(most <= 2 * jobs + 1)
  }

  @Test(arguments: [1, 3]) func anErrorEndsTheWork(jobs: Int) async {
    await #expect(throws: Failure.self) {
      try await OrderedPipeline.run(Array(0..<50), jobs: jobs) { input in
        if input == 20 { throw Failure() }
        return input
      } consume: { _ in
      }
    }
    await #expect(throws: Failure.self) {
      try await OrderedPipeline.run(Array(0..<50), jobs: jobs) {
        $0
      } consume: {
        if $0 == 20 { throw Failure() }
      }
    }
  }

  @Test func piecesHoldEverything() {
    #expect([1, 2, 3, 4, 5].chunked(by: 2) == [[1, 2], [3, 4], [5]])
    #expect([Int]().chunked(by: 3).isEmpty)
  }
}
