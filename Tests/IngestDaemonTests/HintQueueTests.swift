import Ingest
import Testing

@testable import IngestDaemon

@Suite struct HintQueueTests {
  @Test func givesAllHintsSinceTheLastCall() async {
    let queue = HintQueue()
    queue.add(.everything)
    queue.add(.closed(FilePath("a")))
    #expect(await queue.next(until: .now + .seconds(60)) == [.everything, .closed(FilePath("a"))])
    #expect(await queue.next(until: .now) == [])
  }

  @Test func aHintWakesTheReader() async {
    let queue = HintQueue()
    async let hints = queue.next(until: .now + .seconds(60))
    queue.add(.everything)
    #expect(await hints == [.everything])
  }

  @Test func closingWakesTheReader() async {
    let queue = HintQueue()
    async let hints = queue.next(until: .now + .seconds(60))
    queue.close()
    #expect(await hints == [])
    #expect(queue.isClosed)
  }

  @Test func tooManyHintsMeanEverything() async {
    let queue = HintQueue()
    for number in 0..<(3 * HintQueue.limit + 1) { queue.add(.closed(FilePath("\(number)"))) }
    let hints = await queue.next(until: .now)
    #expect(hints.first == .everything && hints.count <= HintQueue.limit + 1)
    #expect(hints.last == .closed(FilePath("\(3 * HintQueue.limit)")))
  }
}
