import Foundation
import Glibc
import TestSupport
import Testing

/// `dossier extract` here, `dossier ingest --from-jsonl` there: the same archive as one that read the files itself.
@Suite(.enabled(if: Program.hasShell, "needs sqlite3 and .build/han.so (make extension)"))
struct LineIngestionTests {
  /// Two captures of one article, a duplicate, a file that is no article, and the examples.
  private func files(_ folder: TemporaryFolder) throws {
    try folder.copy(Program.examples, to: "news")
    let old = ArticleFile.seedLayout(
      title: "旧标题", url: "https://e.example/1", epoch: 1_700_000_000, paragraphs: ["李明在首尔会见朴东镐。"])
    let new = ArticleFile.seedLayout(
      title: "新标题", url: "https://e.example/1", epoch: 1_710_000_000, paragraphs: ["李明在东京会见朴东镐。"])
    try folder.write(new, to: "news/z/1.txt")
    try folder.write(old, to: "news/z/2.txt")
    try folder.write(new, to: "news/z/3.txt")
    try folder.write("no article", to: "news/z/4.txt")
  }

  @Test func theSameArchiveAsFromTheFiles() async throws {
    let folder = try TemporaryFolder()
    try files(folder)
    let direct = try ProgramArchive()
    let ingest = try await direct.dossier("ingest", folder.path("news"), "--quiet")
    #expect(ingest.status == 65)
    let loaded = try ProgramArchive()
    let extract = try await loaded.dossier("extract", folder.path("news"))
    #expect(extract.status == 65 && extract.lines.count == 18)
    let lines = try folder.write(extract.output, to: "articles.jsonl")
    let load = try await loaded.dossier("ingest", "--from-jsonl", lines, "--format", "json")
    #expect(load.status == 65)
    #expect(
      load.errors.hasPrefix(
        "dossier: \(folder.path("news/z/4.txt")): the file does not start like an article"))
    #expect(
      load.output
        == #"{"version":1,"files":18,"added":15,"replaced":0,"unchanged":2,"failed":1,"postponed":0}"# + "\n")
    let contents = try await direct.contents()
    #expect(contents.count > 10_000)
    #expect(try await loaded.contents() == contents)
    #expect(try await loaded.ledger() == direct.ledger())
    #expect(try await loaded.problems().isEmpty)
    // Loaded again, and the files themselves read after: nothing changes, and the ledger says what it says of files.
    let again = try await loaded.dossier("ingest", "--from-jsonl", lines, "--format", "json", "--jobs", "3")
    #expect(again.status == 65 && again.output.contains(#""added":0,"replaced":0,"unchanged":17,"failed":1"#))
    #expect(
      try await loaded.dossier("ingest", folder.path("news"), "--format", "json").output == again.output)
    #expect(try await loaded.contents() == contents)
    _ = try await direct.dossier("ingest", folder.path("news"))
    #expect(try await loaded.ledger() == direct.ledger())
  }

  /// Several files, standard input, and lines in another order: the same articles.
  @Test func linesComeFromAnywhere() async throws {
    let folder = try TemporaryFolder()
    let archive = try ProgramArchive()
    let extract = try await archive.dossier("extract", Program.examples)
    let lines = extract.lines
    let first = try folder.write(lines[..<5].joined(separator: "\n"), to: "1.jsonl")
    let second = try folder.write(lines[5...].joined(separator: "\n") + "\n\n", to: "2.jsonl")
    let direct = try await ProgramArchive.ofExamples()
    let load = try await archive.dossier("ingest", "--from-jsonl", first, second, "--quiet")
    #expect(load.status == 0, "\(load.errors)")
    #expect(try await archive.contents() == direct.contents())
    let piped = try ProgramArchive()
    let backwards = lines.reversed().joined(separator: "\n")
    #expect(try await piped.dossier("ingest", "--from-jsonl", "-", input: backwards).status == 0)
    let titles = "SELECT title, people, countries FROM article_overview ORDER BY url"
    #expect(try await piped.sqlite(titles).output == direct.sqlite(titles).output)
  }

  /// Lines that are none are told by file and number, set aside as they are, and keep no other one out.
  @Test func malformedLinesAreSetAside() async throws {
    let folder = try TemporaryFolder()
    let archive = try ProgramArchive()
    let extract = try await archive.dossier("extract", Program.examples)
    let good = extract.lines
    let torn = String(good[1].prefix(200))
    let bad = [
      torn: "the line is no JSON object",
      "[]": "the line is no JSON object",
      #"{"path":"x","body":"正文"}"#: "the member 'title' is missing or empty",
      #"{"path":"x","title":"甲"}"#: "the member 'body' is missing",
      #"{"path":"x","title":7,"body":""}"#: "the member 'title' is of another kind",
      #"{"path":"x","title":"a\u0007","body":""}"#: "the member 'title' holds control characters",
      #"{"path":"x","title":"甲","body":"","size":9223372036854775807}"#: "the member 'size' is not from 0",
      #"{"path":"y","title":"甲","body":"","size":9223372036854775807}"#: "the member 'size' is not from 0",
      #"{"path":"\u001b]0;x\u0007","title":"甲","body":""}"#: "the member 'path' holds control characters",
      #"{"path":"x","title":"甲","body":"","published_at":"yesterday"}"#:
        "the member 'published_at' is no time",
      #"{"path":"x","title":"甲","body":"","sha256":"12"}"#: "the member 'sha256' is no SHA-256",
      good[2].replacing(/"start":\d+/, with: "\"start\":0", maxReplacements: 3): "where it does not",
      good[4].replacing("\"forms\":[\"", with: "\"forms\":[\"\",\""):
        "the member 'people.name' or a form of it is empty",
      good[3].replacing("\"code\":\"", with: "\"code\":\"Q"): "the member 'countries.code' is no country",
    ]
    let text = ([good[0]] + bad.keys.sorted() + [good[5]]).joined(separator: "\n") + "\n"
    let file = try folder.write(text, to: "articles.jsonl")
    let load = try await archive.dossier("ingest", "--from-jsonl", file, "--format", "json")
    #expect(load.status == 65)
    #expect(load.output.contains(#""added":2,"replaced":0,"unchanged":0,"failed":14,"postponed":0"#))
    let messages = load.errors.split(separator: "\n")
    for (index, line) in bad.keys.sorted().enumerated() {
      let message = messages.first { $0.hasPrefix("dossier: \(file):\(index + 2): ") }
      #expect(message?.contains(bad[line] ?? "?") == true, "\(line): \(message ?? "no message")")
    }
    let aside = archive.folder.files(in: "archive/failed")
    #expect(aside.count == 1 && aside.first?.hasSuffix("/articles.jsonl.rejected") == true)
    let path = archive.path + "/failed/" + (aside.first ?? "")
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == bad.keys.sorted().joined(separator: "\n") + "\n")
    let listed = try await archive.dossier("failed", "list", "--format", "jsonl")
    #expect(
      listed.lines.count == 14 && listed.output.contains("malformed-line: the member 'title' is missing"))
    // Again: told again, not set aside twice.
    #expect(try await archive.dossier("ingest", "--from-jsonl", file).status == 65)
    #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 14)
    let missing = try await archive.dossier("ingest", "--from-jsonl", folder.path("none.jsonl"))
    #expect(missing.status == 65 && missing.errors.contains("none.jsonl: there is no such file"))
    let directory = try await archive.dossier("ingest", "--from-jsonl", folder.url.path)
    #expect(directory.status == 65 && directory.errors.contains("it is a folder, not a file"))
  }

  /// What a slow source wrote is stored while it waits for more, and a signal ends the wait.
  @Test func waitsForSlowLines() async throws {
    let folder = try TemporaryFolder()
    let archive = try ProgramArchive()
    #expect(try await archive.dossier("init").status == 0)
    let path = folder.path("fifo")
    try #require(mkfifo(path, 0o600) == 0)
    let writer = open(path, O_RDWR | O_CLOEXEC)
    try #require(writer >= 0)
    defer { close(writer) }
    let process = try ChildProcess(
      Program.dossier, ["ingest", "--from-jsonl", "-"],
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.url.path, "DOSSIER_ARCHIVE": archive.path],
      input: path)
    let line = #"{"url":"https://e.example/1","title":"甲","body":"正文。"}"# + "\n"
    #expect(write(writer, line, line.utf8.count) == line.utf8.count)
    try await Eventually.holds("the line is stored") {
      try await archive.sqlite("SELECT count(*) FROM articles").output == "1\n"
    }
    #expect(process.result == nil)
    process.send(SIGTERM)
    try await Eventually.holds("it has ended") { process.result != nil }
    #expect(process.result == 0)
  }

  /// What another version found is found anew; what no extractor found is extracted.
  @Test func otherVersionsAreExtractedAgain() async throws {
    let archive = try ProgramArchive()
    let extract = try await archive.dossier("extract", Program.examples)
    let old = extract.output.replacing(/"extractor_version":\d+/, with: "\"extractor_version\":1")
      .replacing(/"people":\[.*?\],"countries"/, with: "\"people\":[],\"countries\"")
    #expect(old != extract.output)
    #expect(try await archive.dossier("ingest", "--from-jsonl", "-", input: old).status == 0)
    #expect(try await archive.contents() == ProgramArchive.ofExamples().contents())
    let plain = try ProgramArchive()
    let line = #"{"url":"https://e.example/1","title":"李明在首尔会见朴东镐","body":"韩国总统朴东镐星期一会见李明。"}"#
    #expect(try await plain.dossier("ingest", "--from-jsonl", "-", input: line).status == 0)
    #expect(try await plain.sqlite("SELECT countries FROM article_overview").output == "KR\n")
  }

  /// Killed between two batches and begun again, a load ends where it would have ended.
  @Test func goesOnAfterAKill() async throws {
    let folder = try TemporaryFolder()
    let people = ["李明", "朴东镐", "格列布·沃罗纳耶夫", "藤代惠理子"]
    for number in 0..<700 {
      let text = "\(people[number % 4])星期一在首尔会见\(people[number / 4 % 4])。编号\(number)。"
      try folder.write(
        ArticleFile.seedLayout(title: "第\(number)篇", url: "https://e.example/\(number)", paragraphs: [text]),
        to: "news/\(number).txt")
    }
    let archive = try ProgramArchive()
    let extract = try await archive.dossier("extract", folder.path("news"))
    #expect(extract.status == 0 && extract.lines.count == 700)
    let lines = try folder.write(extract.output, to: "articles.jsonl")
    #expect(try await archive.dossier("init").status == 0)
    let process = try ChildProcess(
      Program.dossier, ["ingest", "--from-jsonl", lines],
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.url.path, "DOSSIER_ARCHIVE": archive.path])
    try await Eventually.holds("a batch is stored") {
      let stored = try await archive.sqlite("SELECT count(*) FROM articles")
      return stored.lines.first.flatMap { Int($0) } ?? 0 > 0 || process.result != nil
    }
    process.send(SIGKILL)
    try await Eventually.holds("it has ended") { process.result != nil }
    let load = try await archive.dossier("ingest", "--from-jsonl", lines, "--format", "json")
    #expect(load.status == 0 && load.output.contains("\"files\":700,"), "\(load.errors)")
    let direct = try ProgramArchive()
    #expect(try await direct.dossier("ingest", folder.path("news"), "--quiet").status == 0)
    #expect(try await archive.contents() == direct.contents())
    #expect(try await archive.problems().isEmpty)
  }

  @Test(arguments: [["a.txt"], ["--dry-run"], ["--after", "delete"]])
  func whatDoesNotGoWithLines(_ arguments: [String]) async throws {
    let archive = try ProgramArchive()
    let result = try await Program.run(
      Program.dossier, ["ingest"] + arguments + ["--from-jsonl", "x.jsonl"],
      environment: ["DOSSIER_ARCHIVE": archive.path])
    #expect(result.status == 64)
  }
}
