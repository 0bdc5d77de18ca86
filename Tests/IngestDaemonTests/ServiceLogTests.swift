import Foundation
import Logging
import Synchronization
import Testing

@testable import IngestDaemon

@Suite struct ServiceLogTests {
  /// The lines that `body` logs.
  private func lines(
    _ format: ServiceLog.Format, level: Logger.Level = .info, isReadByJournal: Bool = false,
    _ body: (Logger) -> Void
  ) -> [String] {
    let lines = Lines()
    body(
      Logger(label: "test") { _ in
        ServiceLog(format: format, level: level, isReadByJournal: isReadByJournal) { lines.add($0) }
      })
    return lines.all
  }

  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  @Test func theJournalGetsItsLevels() {
    let lines = lines(.text, isReadByJournal: true) { log in
      log.info("a")
      log.warning("b", metadata: ["path": "x y", "n": "1"])
      log.error("c\nd")
      log.debug("not wanted")
    }
    #expect(lines == ["<6>a\n", "<4>b n=1 path=\"x y\"\n", "<3>c d\n"])
  }

  @Test func textHasTimeAndLevel() throws {
    let line = try #require(lines(.text) { $0.info("a") }.first)
    #expect(line.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ info a\n/) != nil)
  }

  @Test func jsonIsOneObjectALine() throws {
    let line = try #require(lines(.json) { $0.warning("文\n件", metadata: ["path": "a\"b"]) }.first)
    #expect(line.filter(\.isNewline).count == 1)
    let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    #expect(object["message"] == "文\n件" && object["path"] == "a\"b" && object["level"] == "warning")
    #expect(object["time"]?.hasSuffix("Z") == true)
  }
}
