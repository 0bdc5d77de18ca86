import Foundation
import TestSupport
import Testing

/// Several `dossier extract` that write to one file or pipe: no line is torn, none is lost.
@Suite struct SharedOutputTests {
  /// Articles whose lines are far longer than a pipe takes in one piece.
  private func files(_ folder: TemporaryFolder) throws -> Int {
    for number in 0..<120 {
      let paragraphs = (0..<60 + number).map { "韩国外交部第\($0)次召见俄罗斯大使，编号\(number)。" }
      try folder.write(
        ArticleFile.seedLayout(
          title: "第\(number)篇", url: "https://e.example/\(number)", paragraphs: paragraphs),
        to: "news/\(number).txt")
    }
    return 120
  }

  @Test(arguments: ["> \"$OUT\"", ">> \"$OUT\"", "| cat > \"$OUT\""])
  func underXargs(_ target: String) async throws {
    let folder = try TemporaryFolder()
    let count = try files(folder)
    let archive = try ProgramArchive()
    let out = folder.path("articles.jsonl")
    let run = try await archive.shell(
      "find '\(folder.path("news"))' -name '*.txt' -print0 | xargs -0 -n 7 -P 8 \"$DOSSIER_PROGRAM\" extract \(target)",
      environment: ["OUT": out])
    #expect(run.status == 0, "\(run.errors)")
    try expectWhole(out, count)
  }

  @Test(
    .enabled(
      if: Program.installed("parallel") != nil, "needs GNU parallel (scripts/install-test-tools parallel)"))
  func underParallel() async throws {
    let folder = try TemporaryFolder()
    let count = try files(folder)
    let archive = try ProgramArchive()
    let out = folder.path("articles.jsonl")
    let run = try await archive.shell(
      "find '\(folder.path("news"))' -name '*.txt' | sort | parallel --keep-order -j 4 -N 10 \"$DOSSIER_PROGRAM\" extract --jobs 1 > '\(out)'"
    )
    #expect(run.status == 0, "\(run.errors)")
    try expectWhole(out, count)
    // With --keep-order the lines are those of one process.
    let names = try await archive.shell(
      "find '\(folder.path("news"))' -name '*.txt' | sort > '\(folder.path("names"))'")
    #expect(names.status == 0)
    let one = try await archive.dossier("extract", "--files-from", folder.path("names"))
    #expect(one.status == 0)
    #expect(try String(contentsOfFile: out, encoding: .utf8) == one.output)
  }

  /// The committed script on a cluster of two workers, each a process of its own, gives the lines of one process, and
  /// the archive that reads the files itself.
  @Test(.enabled(if: Tools.spark != nil, "needs pyspark and Java (scripts/install-test-tools pyspark)"))
  func underSpark() async throws {
    let folder = try TemporaryFolder()
    _ = try files(folder)
    try folder.write("no article", to: "news/note.txt")
    let archive = try ProgramArchive()
    let script = Program.checkout.appending(path: "packaging/spark/extract-with-spark").path
    let run = try await Program.run(
      Tools.spark ?? "",
      [
        script, "--master", "local-cluster[2,1,1024]", "--dossier", Program.dossier, "--partitions", "5",
        "--output",
        folder.path("lines"), folder.path("news"),
      ], environment: ["SPARK_LOCAL_IP": "127.0.0.1"])
    #expect(run.status == 0 && run.errors.contains("121 lines of 121 files"), "\(run.errors.suffix(2000))")
    let parts = archive.folder.path("articles.jsonl")
    #expect(try await archive.shell("cat '\(folder.path("lines"))'/part-* > '\(parts)'").status == 0)
    let one = try await archive.dossier("extract", folder.path("news"))
    #expect(try String(contentsOfFile: parts, encoding: .utf8) == one.output)
    #expect(try await archive.dossier("ingest", "--from-jsonl", parts).status == 65)
    let direct = try ProgramArchive()
    #expect(try await direct.dossier("ingest", folder.path("news")).status == 65)
    if Program.hasShell { #expect(try await archive.contents() == direct.contents()) }
  }

  @Test func namesFromAFile() async throws {
    let folder = try TemporaryFolder()
    let a = try folder.write(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), to: "a b.txt")
    let b = try folder.write("no article", to: "b.txt")
    let archive = try ProgramArchive()
    let named = try await archive.dossier("extract", "--files-from", "-", input: "\(a)\n\n\(b)\n")
    #expect(named.status == 65)
    #expect(try await archive.dossier("extract", a, b).output == named.output)
    let missing = try await archive.dossier("extract", "--files-from", folder.path("none"))
    #expect(missing.status == 74 && missing.errors.contains("none: there is no such file"))
    #expect(try await archive.dossier("extract", a, "--files-from", b).status == 64)
  }

  private func expectWhole(_ path: String, _ count: Int) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == count)
    let titles = try lines.map { try Document(String($0))["title"]?.string ?? "" }
    #expect(Set(titles).count == count)
    #expect(lines.allSatisfy { $0.utf8.count > 4096 })
  }
}
