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
}
