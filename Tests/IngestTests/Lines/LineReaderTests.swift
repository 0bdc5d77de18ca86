import Foundation
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
    #expect(reader.unreadable.map(\.error) == [.notThere, .system(call: "read", errno: EISDIR)])
  }
}
