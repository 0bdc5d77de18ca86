import Foundation
import TestSupport
import Testing

/// Judging people with the program, over the examples.
@Suite struct JudgementTests {
  @Test func personAndWhy() async throws {
    let archive = try await ProgramArchive.ofExamples()
    try Snapshot.expect(
      try await archive.dossier("person", "佛罗纳耶夫", "--why", "--limit", "3").output, is: "person.txt")
    try Snapshot.expect(
      try await archive.dossier("person", "Gleb Voronaev", "--why", "--format", "json", "--limit", "2")
        .output,
      is: "person.json")
    let nobody = try await archive.dossier("person", "欧阳无人")
    #expect(nobody.status == 1 && nobody.output == "")
    #expect(nobody.errors.hasPrefix("dossier: nobody in the archive is called '欧阳无人': "))
  }

  @Test func mergeSplitHideAliasAndBack() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let before = try await archive.dossier("people", "--limit", "0").output
    let trial = try await archive.dossier("merge", "格列布·沃罗纳耶夫", "卢赫民", "--dry-run")
    #expect(trial.output.hasPrefix("would change: 卢赫民 (6), 格列布·沃罗纳耶夫 (5) → 格列布·沃罗纳耶夫 ("))
    #expect(try await archive.dossier("people", "--limit", "0").output == before)

    #expect(try await archive.dossier("merge", "格列布·沃罗纳耶夫", "卢赫民").status == 0)
    #expect(try await archive.dossier("split", "格列布·沃罗纳耶夫", "佛羅納耶夫").output.hasSuffix("佛羅納耶夫 (1)\n"))
    #expect(try await archive.dossier("hide", "闻予舒").output == "闻予舒 (3) → nobody\n")
    #expect(try await archive.dossier("hide", "闻予舒").status == 1)
    #expect(try await archive.dossier("alias", "遠野隆章", "老远").status == 0)
    #expect(try await archive.dossier("people", "老远", "--format", "jsonl").output.contains("\"老远\""))
    let separated = try await archive.dossier(
      "split", "达尼亚尔·阿克塔索夫", "--article", "1", "--label", "教练", "--format", "json")
    #expect(separated.status == 0 || separated.errors.contains("does not name"))

    let list = try await archive.dossier("judgements", "--format", "json")
    let judgements = try Document(list.output)["judgements"]?.elements ?? []
    #expect(judgements.compactMap { $0["kind"]?.string }.prefix(4) == ["merge", "split", "hide", "alias"])
    #expect(
      judgements.allSatisfy { $0.names == ["id", "kind", "name", "other", "article", "created_at"] })
    // They hold after everything was extracted anew.
    let judged = try await archive.dossier("people", "--limit", "0").output
    #expect(judged != before)
    #expect(try await archive.dossier("reindex", "--extract", "--all").status == 0)
    #expect(try await archive.dossier("people", "--limit", "0").output == judged)
    #expect(try await archive.dossier("verify").status == 0)

    #expect(try await archive.dossier("unhide", "聞予舒").output == "nobody → 闻予舒 (3)\n")
    for judgement in try Document(try await archive.dossier("judgements", "--format", "json").output)[
      "judgements"]?
      .elements ?? []
    {
      let id = try #require(judgement["id"]?.int)
      #expect(try await archive.dossier("judgements", "--undo", "\(id)").status == 0)
    }
    #expect(try await archive.dossier("judgements").status == 1)
    #expect(try await archive.dossier("judgements", "--undo", "99").status == 1)
    #expect(try await archive.dossier("people", "--limit", "0").output == before)
    #expect(try await archive.problems() == "")
  }
}
