import Glibc
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

  // The consumer keeps a thread of the pool to itself, so the cases must not run beside each other.
  @Test(
    .serialized,
    .enabled(if: sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1, "there is no second core to work on"),
    arguments: [2, 3])
  func workGoesOnWhileAResultIsConsumed(jobs: Int) async throws {
    let finished = Mutex(0)
    var isFirst = true
    try await OrderedPipeline.run(Array(0..<40), jobs: jobs, capacity: 12) { input in
      finished.withLock { $0 += 1 }
      return input
    } consume: { _ in
      guard isFirst else { return }
      isFirst = false
      // Hangs when the workers wait for the consumer.
      while finished.withLock({ $0 }) < 12 { usleep(100) }
      #expect(finished.withLock { $0 } == 12)
    }
    #expect(finished.withLock { $0 } == 40)
  }

  @Test(arguments: [1, 3]) func weighsWhatIsBegun(jobs: Int) async throws {
    let pending = Mutex(0)
    var most = 0
    try await OrderedPipeline.run(
      Array(repeating: 5, count: 60), jobs: jobs, capacity: 50, weight: { $0 },
      work: { input in
        pending.withLock { $0 += input }
        return input
      },
      consume: { output in
        most = max(most, pending.withLock { $0 })
        pending.withLock { $0 -= output }
      })
    #expect(most <= 50)
  }

  @Test(arguments: [1, 3]) func inputsArePreparedInOrderBeforeTheyAreWorkedOn(jobs: Int) async throws {
    let prepared = Mutex<[Int]>([])
    try await OrderedPipeline.run(
      Array(0..<50), jobs: jobs, prepare: { input in prepared.withLock { $0.append(input) } },
      work: { input in prepared.withLock { $0.contains(input) } }, consume: { #expect($0) })
    #expect(prepared.withLock { $0 } == Array(0..<50))
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
