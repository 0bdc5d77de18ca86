import Foundation
import TestSupport
import Testing

/// What the person who runs an archive does: look, see to failed files, check.
@Suite struct OperationsTests {
  private func archiveWithFailure() async throws -> ProgramArchive {
    let archive = try ProgramArchive()
    #expect(try await archive.dossier("init").status == 0)
    try archive.folder.write("no article", to: "archive/inbox/sub/bad.txt")
    try archive.folder.write(
      ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), to: "archive/inbox/good.txt")
    #expect(try await archive.dossier("ingest").status == 65)
    return archive
  }

  @Test func failedFilesAreShownMendedAndRetried() async throws {
    let archive = try await archiveWithFailure()
    let list = try Document(try await archive.dossier("failed", "list", "--format", "json").output)
    #expect(list["version"]?.int == 1 && list["total"]?.int == 1)
    let file = try #require(list["files"]?.elements.first)
    #expect(file["path"]?.string == "inbox/sub/bad.txt" && file["state"]?.string == "quarantined")
    #expect(file["error"]?.string?.hasPrefix("not-an-article: ") == true)
    #expect(try await archive.dossier("failed").lines.last?.contains("inbox/sub/bad.txt") == true)
    let report = try Document(try await archive.dossier("failed", "show", "bad.txt").output)
    #expect(report["reason"]?.string == "not-an-article" && report["file"]?.string == "inbox/sub/bad.txt")
    let nothing = try await archive.dossier("failed", "show", "other.txt")
    #expect(nothing.status == 1 && nothing.errors.contains("no quarantined file is called 'other.txt'"))
    // Mended where it lies.
    let quarantined = try #require(archive.folder.files(in: "archive/failed").first)
    try archive.folder.write(
      ArticleFile.seedLayout(title: "乙", url: "https://e.example/2"), to: "archive/failed/" + quarantined)
    #expect(try await archive.dossier("failed", "retry", "sub/bad.txt").status == 0)
    #expect(archive.folder.files(in: "archive/failed") == [])
    #expect(archive.folder.files(in: "archive/inbox") == ["sub/bad.txt"])
    #expect(try await archive.dossier("ingest").status == 0)
    #expect(try await archive.dossier("failed").status == 1)
    let status = try Document(try await archive.dossier("status", "--format", "json").output)
    #expect(status["failed"]?.int == 0 && status["articles"]?.int == 2)
  }

  /// What a file's name tells a terminal to do is not done.
  @Test func namesDoNotReachTheTerminalRaw() async throws {
    let archive = try ProgramArchive()
    let file = try archive.folder.write("no article", to: "a\u{1B}]0;x\u{7}.txt")
    let ingest = try await archive.dossier("ingest", file)
    #expect(ingest.status == 65 && ingest.errors.contains("a\u{FFFD}]0;x\u{FFFD}.txt"), "\(ingest.errors)")
    let list = try await archive.dossier("failed", "list")
    #expect(list.output.contains("a\u{FFFD}]0;x\u{FFFD}.txt"), "\(list.output)")
    #expect(!(ingest.errors + list.output).contains("\u{1B}"))
  }

  @Test func statusTellsOfTrouble() async throws {
    let archive = try await archiveWithFailure()
    #expect(try await archive.dossier("status").status == 0)
    let written = try Document(
      String(contentsOfFile: archive.path + "/status.json", encoding: .utf8))
    let asked = try Document(try await archive.dossier("status", "--format", "json").output)
    #expect(written.names == asked.names && written["healthy"] == .bool(true))
    let metrics = try String(contentsOfFile: archive.path + "/metrics.prom", encoding: .utf8)
    #expect(metrics.contains("\n# TYPE dossier_articles gauge\ndossier_articles 1\n"))
    #expect(metrics.contains("\ndossier_healthy 1\n") || metrics.hasPrefix("# HELP dossier_healthy"))
    // A file that could not be read, as an earlier run noted it.
    _ = try await archive.sqlite(
      """
      INSERT INTO files (path, display_path, state, error, first_seen, last_change)
      VALUES (x'78', 'x', 'retry', 'system: open', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z')
      """)
    let sick = try await archive.dossier("status")
    #expect(sick.status == 1 && sick.errors.contains("files that could not be read or stored: 1"))
    #expect(sick.lines.contains { $0.hasPrefix("healthy ") && $0.hasSuffix(" no") })
  }

  @Test func verifyFindsDamage() async throws {
    let archive = try await archiveWithFailure()
    let sound = try await archive.dossier("verify", "--files")
    #expect(sound.status == 0 && sound.output == "")
    // An index that no longer agrees with its articles, and a file in done/ that is another now.
    _ = try await archive.sqlite("UPDATE articles SET title = '丙'")
    let done = try #require(archive.folder.files(in: "archive/done").first)
    try archive.folder.write("other", to: "archive/done/" + done)
    let damaged = try await archive.dossier("verify", "--files")
    #expect(damaged.status == 65 && damaged.lines.count == 2)
    #expect(damaged.lines.first?.hasPrefix("articles_fts does not agree") == true)
    #expect(damaged.lines.last?.contains("the ledger does not know these bytes") == true)
    #expect(try await archive.dossier("reindex").status == 0)
    #expect(try await archive.dossier("verify").status == 0)
  }
}
