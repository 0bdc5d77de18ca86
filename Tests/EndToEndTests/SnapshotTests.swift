import Foundation
import Testing

/// The whole output of commands over the examples, byte for byte.
@Suite struct SnapshotTests {
  @Test func commands() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let search = try await archive.dossier("search", "气球 日内瓦", "--limit", "5")
    try Snapshot.expect(search.output, is: "search.txt")
    let hits = try await archive.dossier("search", "召见", "--limit", "3", "--format", "json")
    // Scores depend on the arithmetic of the machine in their last digits.
    try Snapshot.expect(hits.output.replacing(/"score":[-0-9.e]+/, with: "\"score\":0"), is: "search.json")
    try Snapshot.expect(try await archive.dossier("people", "--limit", "12").output, is: "people.txt")
    try Snapshot.expect(try await archive.dossier("countries", "--format", "csv").output, is: "countries.csv")
  }

  /// The text of one article of each layout, without what the extractor finds in it.
  @Test func articles() async throws {
    let archive = try ProgramArchive()
    let extract = try await archive.shell("cd '\(Program.checkout.path)' && dossier extract Examples")
    #expect(extract.status == 0)
    let articles = try extract.lines.map { line in
      let article = try Document(line)
      return [
        "path", "url", "title", "published_at", "captured_at", "source", "language", "image", "caption",
        "body",
      ]
      .map { "\($0): \(article[$0]?.string ?? "–")" }.joined(separator: "\n")
    }
    #expect(articles.count == 14)
    try Snapshot.expect(articles.joined(separator: "\n\n") + "\n", is: "articles.txt")
  }
}
