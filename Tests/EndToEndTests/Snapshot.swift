import Foundation
import Testing

/// Compares texts with files of Tests/EndToEndTests/Snapshots, which a maintainer reads in a change like code.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the files are written anew, and the test fails, so that a
/// recording is never taken for a pass.
enum Snapshot {
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "recorded \(name): run the tests again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      return
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      Issue.record("\(name) is missing: record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    if text == expected { return }
    let (lines, wanted) = (text.split(separator: "\n"), expected.split(separator: "\n"))
    let line = zip(lines, wanted).prefix { $0 == $1 }.count
    Issue.record(
      """
      the output differs from \(name) at line \(line + 1)
        is:        \(line < lines.count ? lines[line] : "(end)")
        should be: \(line < wanted.count ? wanted[line] : "(end)")
      """, sourceLocation: sourceLocation)
  }
}
