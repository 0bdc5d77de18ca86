import ArticleStore
import Articles
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Ingest

@Suite struct LineReaderTests {
  private func read(_ texts: String...) throws -> [String] {
    let folder = try TemporaryFolder()
    let paths = try texts.enumerated().map {
      FilePath(try folder.write($0.element, to: "\($0.offset).jsonl"))
    }
    var reader = LineReader(paths)
    var lines: [String] = []
    while let line = reader.next() {
      lines.append(
        String(decoding: line.place.name, as: UTF8.self) + " " + String(decoding: line.bytes, as: UTF8.self))
      #expect(line.size == line.bytes.count)
    }
    #expect(reader.unreadable.isEmpty)
    return lines
  }

  @Test func numbersLinesOfEachFile() throws {
    #expect(try read("a\n\n \nb", "", "c\n") == ["0.jsonl:1 a", "0.jsonl:4 b", "2.jsonl:1 c"])
  }

  /// Lines longer than the buffer, at every offset against its end.
  @Test(arguments: [0, 1, 2, 262_141, 262_142, 262_143, 262_144, 262_145, 700_000])
  func longLines(_ length: Int) throws {
    let long = String(repeating: "长", count: length / 3) + String(repeating: "x", count: length % 3)
    let lines = try read(long + "\n末\n" + long)
    let expected = long.isEmpty ? ["0.jsonl:2 末"] : ["0.jsonl:1 " + long, "0.jsonl:2 末", "0.jsonl:3 " + long]
    #expect(lines == expected)
  }

  @Test func tellsWhatItCannotRead() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("a", to: "a.jsonl")
    var reader = LineReader([FilePath(folder.path("none")), FilePath(folder.url.path), FilePath(good)])
    #expect(reader.next()?.bytes == Array("a".utf8))
    #expect(reader.next() == nil)
    #expect(reader.unreadable.map(\.error) == [.notThere, .notARegularFile(kind: "folder")])
  }

  @Test func linesThatAreTooLongAreNotKept() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("0123456789\n0123456789a\nb", to: "a.jsonl")
    var reader = LineReader([FilePath(file)], longest: 10)
    let lines = [reader.next(), reader.next(), reader.next()].compactMap { $0 }
    #expect(lines.map(\.size) == [10, 11, 1])
    #expect(lines.map(\.isWhole) == [true, false, true])
    #expect(lines.map(\.bytes.count) == [10, 0, 1])
    // Only whole lines are set aside.
    let archive = ArchiveDirectory(path: folder.path("archive"))
    try folder.write("", to: "archive/failed/.keep")
    try RejectedLines(archive).append(lines, on: Timestamp(secondsSince1970: 0))
    let aside = try String(contentsOfFile: archive.failed + "/1970-01-01/a.jsonl.rejected", encoding: .utf8)
    #expect(aside == "0123456789\nb\n")
  }

  /// A FIFO that nobody writes to yet, a line in two pieces, and the end.
  @Test func aPauseIsNoEnd() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("fifo")
    try #require(mkfifo(path, 0o600) == 0)
    var reader = LineReader([FilePath(path)])
    func read() -> String {
      switch reader.read(patience: 10) {
      case .line(let line): String(decoding: line.bytes, as: UTF8.self)
      case .pause: "…"
      case .end: "."
      }
    }
    #expect(read() == "…")
    let writer = open(path, O_WRONLY | O_CLOEXEC)
    try #require(writer >= 0)
    #expect(write(writer, "a\nb", 3) == 3)
    #expect([read(), read(), read()] == ["a", "…", "…"])
    #expect(write(writer, "c\nd", 3) == 3)
    #expect([read(), read()] == ["bc", "…"])
    close(writer)
    #expect([read(), read()] == ["d", "."])
  }
}
