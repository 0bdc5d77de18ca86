import Foundation
import TestSupport
import Testing

/// What a person does with an archive: one country, articles over time, who is named with whom.
@Suite struct DeskTests {
  @Test func country() async throws {
    let archive = try await ProgramArchive.ofExamples()
    try Snapshot.expect(try await archive.dossier("country", "南韓", "--limit", "4").output, is: "country.txt")
    let json = try await archive.dossier("country", "KR", "--limit", "2", "--format", "json")
    try Snapshot.expect(json.output, is: "country.json")
    let ambiguous = try await archive.dossier("country", "刚果")
    #expect(ambiguous.status == 64 && ambiguous.errors.contains("give the code of one:\n  CD  刚果"))
    #expect(try await archive.dossier("country", "无此国").status == 64)
    let unnamed = try await archive.dossier("country", "VA")
    #expect(unnamed.status == 1 && unnamed.errors == "dossier: no article names 'VA' (VA)\n")
  }

  @Test func timeline() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let text = try await archive.dossier("timeline", "--by", "month")
    try Snapshot.expect(text.output, is: "timeline.txt")
    #expect(text.errors == "14 articles by month\n")
    let compare = ["--compare", "卢赫民", "--compare", "俄罗斯", "--compare", "气球", "--by", "month"]
    func run(_ format: String) async throws -> Finished {
      try await Program.run(
        Program.dossier, ["timeline"] + compare + ["--format", format],
        environment: ["DOSSIER_ARCHIVE": archive.path])
    }
    try Snapshot.expect(try await run("text").output, is: "timeline-compare.txt")
    try Snapshot.expect(try await run("csv").output, is: "timeline-compare.csv")
    try Snapshot.expect(try await run("vegalite").output, is: "timeline-compare.vl.json")
    try Snapshot.expect(try await run("svg").output, is: "timeline-compare.svg")
    let json = try Document(try await run("json").output)
    #expect(json.names == ["version", "title", "by", "series", "buckets"] && json["by"]?.string == "month")
    #expect(
      json["series"]?.elements.compactMap { $0["kind"]?.string } == ["person", "country", "query"])
    // Every article of a series is in one of its buckets.
    for series in json["series"]?.elements ?? [] {
      let buckets = json["buckets"]?.elements.filter { $0["series"] == series["name"] } ?? []
      #expect(buckets.compactMap { $0["articles"]?.int }.reduce(0, +) == series["articles"]?.int)
    }
  }

  @Test func timelineOfWhatASearchFinds() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let arguments = ["气球", "--country", "KR", "--since", "2024-05"]
    let search = try await Program.run(
      Program.dossier, ["search"] + arguments + ["--exact", "--limit", "0", "--format", "jsonl"],
      environment: ["DOSSIER_ARCHIVE": archive.path])
    let timeline = try await Program.run(
      Program.dossier, ["timeline"] + arguments + ["--by", "year"],
      environment: ["DOSSIER_ARCHIVE": archive.path])
    #expect(timeline.lines.count == 1 && search.lines.count > 1)
    #expect(timeline.lines.first?.hasPrefix("2024  \(search.lines.count) █") == true)
    let none = try await archive.dossier("timeline", "无此事")
    #expect(none.status == 1 && none.output == "" && none.errors == "0 articles by year\n")
    let nobody = try await archive.dossier("timeline", "--person", "欧阳无人")
    #expect(
      nobody.status == 1
        && nobody.errors
          == "dossier: nobody in the archive is called '欧阳无人': 'dossier people TEXT' finds parts of names\n"
    )
    let twice = try await archive.dossier("timeline", "--compare", "盧赫民", "--compare", "Roh Hyuk-min")
    #expect(twice.status == 64 && twice.output == "")
    #expect(twice.errors == "dossier: '盧赫民' and 'Roh Hyuk-min' are the same series, 卢赫民\n")
  }

  /// One wrong date must not make a line for each of a million days.
  @Test(.enabled(if: Program.hasShell, "needs sqlite3 and .build/han.so"))
  func farAwayDates() async throws {
    let archive = try await ProgramArchive.ofExamples()
    #expect(
      try await archive.sqlite("UPDATE articles SET published_at = '0001-01-01T00:00:00Z' WHERE id = 1")
        .status
        == 0)
    let days = try await archive.dossier("timeline", "--by", "day")
    #expect(days.status == 64 && days.errors.contains("choose a longer --by"))
    let years = try await archive.dossier("timeline")
    #expect(years.status == 0 && years.lines.count == 3 && years.output.contains("none for 2022 years"))
  }

  @Test func network() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let text = try await archive.dossier("network", "--limit", "8")
    try Snapshot.expect(text.output, is: "network.txt")
    for format in ["csv", "json", "graphml", "dot"] {
      let result = try await archive.dossier("network", "气球", "--min-lift", "0", "--format", format)
      #expect(result.status == 0)
      try Snapshot.expect(result.output, is: "network.\(format)")
    }
    let none = try await archive.dossier("network", "--min-articles", "1000")
    #expect(none.status == 1 && none.output == "")
    #expect(none.errors == "0 pairs of 0 people and 0 countries in 14 articles\n")
  }

  @Test(.enabled(if: Program.installed("dot") != nil, "needs Graphviz"))
  func graphvizDrawsTheNetwork() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let dot = try await archive.dossier("network", "--format", "dot")
    let drawn = try await Program.run(
      Program.installed("dot") ?? "dot", ["-Tsvg"], input: dot.output)
    #expect(drawn.status == 0 && drawn.errors == "" && drawn.output.contains("卢赫民"))
  }

  /// Every judging command says beforehand what it then does, and --dry-run changes nothing.
  @Test(arguments: [
    ["merge", "格列布·沃罗纳耶夫", "卢赫民"], ["split", "格列布·沃罗纳耶夫", "佛羅納耶夫"], ["hide", "闻予舒", "卢赫民"],
    ["alias", "遠野隆章", "老远"], ["split", "卢赫民", "--article", "4", "--label", "教练"],
  ])
  func dryRuns(_ command: [String]) async throws {
    let archive = try await ProgramArchive.ofExamples()
    func dossier(_ arguments: [String]) async throws -> Finished {
      try await Program.run(Program.dossier, arguments, environment: ["DOSSIER_ARCHIVE": archive.path])
    }
    // As text: numbers of rows are no part of what judgements promise to bring back.
    func state() async throws -> String {
      try await dossier(["people", "--limit", "0"]).output
        + dossier(["judgements", "--format", "json"]).output
    }
    /// Runs it, first only to see what it would do.
    func check(_ command: [String]) async throws {
      let before = try await state()
      for format in ["text", "json"] {
        let trial = try await dossier(command + ["--dry-run", "--format", format])
        #expect(trial.status == 0 && trial.errors == "", "\(command): \(trial.errors)")
        #expect(try await state() == before, "\(command)")
        if format == "text" {
          let done = try await dossier(command)
          #expect(done.status == 0 && trial.output == "would change: " + done.output, "\(command)")
          if command[0] == "judgements" || command[0] == "unhide" { break }
          // Taken back for the other format, and tried the same way.
          #expect(try await state() != before)
          try await undoAll()
          #expect(try await state() == before)
        } else {
          let done = try await dossier(command + ["--format", format])
          #expect(
            done.status == 0
              && trial.output.replacing(#""dry_run":true"#, with: #""dry_run":false"#) == done.output)
        }
      }
    }
    func judgements() async throws -> [String] {
      let list = try Document(try await dossier(["judgements", "--format", "json"]).output)
      return (list["judgements"]?.elements ?? []).compactMap { $0["id"]?.int.map(String.init) }
    }
    func undoAll() async throws {
      for id in try await judgements() {
        #expect(try await dossier(["judgements", "--undo", id]).status == 0)
      }
    }
    let before = try await state()
    try await check(command)
    let made = try await judgements()
    #expect(!made.isEmpty)
    if command[0] == "hide" {
      try await check(["unhide", "闻予舒"])
      try await check(["unhide", "卢赫民"])
    } else {
      for id in made { try await check(["judgements", "--undo", id]) }
    }
    #expect(try await state() == before)
  }

  /// Judgements hold for newer captures of the same articles, for new ones, and after everything is extracted anew.
  @Test func judgementsSurviveIngestAndExtraction() async throws {
    let archive = try await ProgramArchive.ofExamples()
    for command in [
      ["merge", "格列布·沃罗纳耶夫", "卢赫民"], ["hide", "闻予舒"], ["alias", "遠野隆章", "老远"],
      ["split", "卞瑞澈", "--article", "4", "--label", "教练"],
    ] {
      let judged = try await Program.run(
        Program.dossier, command, environment: ["DOSSIER_ARCHIVE": archive.path])
      #expect(judged.status == 0, "\(judged.errors)")
    }
    let people = ["people", "--limit", "0"]
    let judged = try await archive.dossier(people[0], people[1], people[2]).output
    let list = try await archive.dossier("judgements", "--format", "json").output
    #expect(!judged.contains("闻予舒") && judged.contains("老远"))
    // Newer captures of all articles: the same text, captured a day later.
    let folder = try TemporaryFolder()
    let names = FileManager.default.subpaths(atPath: Program.examples) ?? []
    for (number, name) in names.sorted().enumerated() {
      guard let data = FileManager.default.contents(atPath: Program.examples + "/" + name) else { continue }
      let text = String(decoding: data, as: UTF8.self)
      let newer = text.replacing(/<!--17(\d{2})/) { "<!--18\($0.output.1)" }
      try folder.write(newer, to: "newer/\(number).txt")
    }
    let again = try await archive.dossier("ingest", folder.path("newer"), "--format", "json")
    let outcome = try Document(again.output)
    #expect(again.status == 0 && outcome["failed"]?.int == 0 && (outcome["replaced"]?.int ?? 0) > 5)
    #expect(try await archive.dossier(people[0], people[1], people[2]).output == judged)
    #expect(try await archive.dossier("reindex", "--extract", "--all").status == 0)
    #expect(try await archive.dossier(people[0], people[1], people[2]).output == judged)
    #expect(try await archive.dossier("reindex").status == 0)
    #expect(try await archive.dossier(people[0], people[1], people[2]).output == judged)
    #expect(try await archive.dossier("judgements", "--format", "json").output == list)
    #expect(try await archive.dossier("verify").status == 0)
  }
}
