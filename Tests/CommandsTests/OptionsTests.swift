import ArgumentParser
import ArticleStore
import Testing

@testable import Commands

/// What the commands take as arguments, and what they refuse.
@Suite struct OptionsTests {
  @Test func search() throws {
    let command = try Dossier.parseAsRoot([
      "search", "召见 -气球", "--person", "李明", "--person", "7", "--country", "KR", "--source", "a", "--since",
      "2024",
      "--until", "2025", "--sort", "oldest", "--limit", "0", "--offset", "3", "--exact", "--loose",
      "--archive", "/x/",
      "--format", "tsv",
    ])
    let search = try #require(command as? Dossier.Search)
    #expect(search.query == "召见 -气球")
    #expect(
      search.filters.person == ["李明", "7"] && search.filters.country == ["KR"]
        && search.filters.source == ["a"])
    #expect(search.filters.since == "2024" && search.filters.until == "2025" && search.sort == .oldest)
    #expect(search.limit == 0 && search.offset == 3 && search.exact && search.filters.loose)
    #expect(search.output.format == .tsv)
    #expect(search.archive.directory == ArchiveDirectory(path: "/x"))
  }

  @Test func defaults() throws {
    let search = try #require(try Dossier.parseAsRoot(["search", ""]) as? Dossier.Search)
    #expect(
      search.limit == 20 && search.offset == 0 && search.sort == .relevance && search.output.format == .text)
    let ingest = try #require(try Dossier.parseAsRoot(["ingest"]) as? Dossier.Ingest)
    #expect(
      ingest.paths == [] && !ingest.dryRun && !ingest.quiet && ingest.ingestion.jobs.jobs == nil
        && ingest.ingestion.ifLocked == .fail)
  }

  @Test(arguments: [
    ["search"], ["search", "a", "b"], ["search", "a", "--limit", "-1"], ["search", "a", "--limit", "x"],
    ["search", "a", "--offset", "-1"], ["search", "a", "--sort", "best"], ["search", "a", "--format", "xml"],
    ["search", "a", "--limit", "99999999999999999999"], ["people", "--limit", "-5"],
    ["countries", "--limit", "-5"], ["country", "KR", "--limit", "-1"], ["country", "KR", "--format", "csv"],
    ["timeline", "--by", "hour"], ["timeline", "--format", "png"],
    ["timeline"] + Array(repeating: ["--compare", "甲"], count: 11).flatMap(\.self),
    ["network", "--min-articles", "0"], ["network", "--min-lift", "-1"], ["network", "--min-lift", "nan"],
    ["network", "--format", "svg"], ["network", "--limit", "-1"],
    ["ingest", "--jobs", "0"], ["watch", "--jobs", "9223372036854775807"], ["search", "a", "--archive", ""],
    ["ingest", "--format", "csv"],
    ["ingest", "--if-locked", "wait"], ["extract"], ["extract", "x", "--files-from", "y"],
    ["export", "--format", "csv"], ["export", "--format", "json"], ["export", "--to", ""],
    ["ingest", "x", "--from-jsonl", "y"], ["ingest", "--dry-run", "--from-jsonl", "y"], ["init", ""],
    ["extract", "x", "--jobs", "-2"], ["show"], ["show", "1", "--format", "csv"], ["nonsense"],
    ["search", "a", "--nope"],
  ])
  func refused(_ arguments: [String]) {
    let error = #expect(throws: (any Error).self) { _ = try Dossier.parseAsRoot(arguments) }
    if let error { #expect(Dossier.exitCode(for: error) == .validationFailure) }
  }

  @Test func judgements() throws {
    let merge = try #require(
      try Dossier.parseAsRoot(["merge", "甲", "乙", "丙", "--dry-run", "--format", "json"]) as? Dossier.Merge)
    #expect(merge.name == "甲" && merge.others == ["乙", "丙"])
    #expect(merge.options.dryRun && merge.options.output.format == .json)
    let split = try #require(
      try Dossier.parseAsRoot(["split", "甲", "--article", "3", "--article", "https://e.example/1"])
        as? Dossier.Split)
    #expect(split.other == nil && split.article == ["3", "https://e.example/1"] && split.label == nil)
    let list = try #require(
      try Dossier.parseAsRoot(["judgements", "--undo", "3", "--undo", "4"]) as? Dossier.Judgements)
    #expect(list.undo == [3, 4])
  }

  @Test(arguments: [
    ["merge", "甲"], ["split", "甲"], ["split", "甲", "乙", "--article", "3"],
    ["split", "甲", "--article", "3", "--label", "a/b"],
    ["split", "甲", "--article", "3", "--label", ""], ["alias", "甲", "·"], ["judgements", "--dry-run"],
    ["hide"],
    ["person", "甲", "--format", "csv"], ["person", "甲", "--limit", "-1"], ["reindex", "--all"],
  ])
  func refusedJudgements(_ arguments: [String]) {
    let error = #expect(throws: (any Error).self) { _ = try Dossier.parseAsRoot(arguments) }
    if let error { #expect(Dossier.exitCode(for: error) == .validationFailure) }
  }

  /// Every command is described, down to its options.
  @Test func everyCommandHasHelp() {
    #expect(Dossier.configuration.subcommands.count == 25)
    for command in Dossier.configuration.subcommands {
      #expect(!command.configuration.abstract.isEmpty)
      let help = Dossier.helpMessage(for: command, columns: 100)
      #expect(help.contains("USAGE: dossier \(command._commandName)"))
      for line in help.split(separator: "\n") where line.contains("  --") && !line.contains("--help") {
        #expect(line.contains("   ") || line.count > 25, "\(line) has no description")
      }
    }
  }
}
