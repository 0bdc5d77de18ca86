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
      judgements.allSatisfy {
        $0.names == ["id", "kind", "name", "other", "article", "created_at", "applies_to"]
      })
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

  /// Several people bear one name, and one article does not say which of them it means.
  private func smiths() async throws -> ProgramArchive {
    let archive = try ProgramArchive()
    let bodies = [
      "美国众议员克里斯·史密斯（Chris Smith）说，法案将在本周表决。史密斯还说，他会投赞成票。",
      "众议员史密斯（Chris Smith）批评这项决定。", "主持人亚当·史密斯（Adam Smith）宣布节目停播。",
      "主持人史密斯（Adam Smith）表示，节目会在明年恢复。", "歌手史密斯（Bob Smith）说，他不会离开。",
      "歌手史密斯（Bob Smith）说，他要离开。", "史密斯说，天气很好。",
    ]
    for (index, body) in bodies.enumerated() {
      let url = "https://e.example/\(index + 1)"
      try archive.folder.write(
        ArticleFile.seedLayout(title: "稿\(index + 1)", url: url, paragraphs: [body]),
        to: "archive/inbox/\(index + 1).txt")
    }
    #expect(try await archive.dossier("ingest", "--quiet").status == 0)
    return archive
  }

  @Test func severalPeopleOfOneName() async throws {
    let archive = try await smiths()
    let list = try await archive.dossier("people", "史密斯", "--format", "jsonl")
    let people = try list.lines.map { try Document($0) }
    #expect(
      people.compactMap { $0["latin_name"]?.string }.sorted() == ["Adam Smith", "Bob Smith", "Chris Smith"])
    #expect(
      people.first { $0["latin_name"]?.string == "Bob Smith" }?["roles"]?.elements.first?.string == "歌手")
    #expect(
      people.dropLast().allSatisfy { $0["is_open"] == .bool(false) }
        && people.last?["is_open"] == .bool(true))
    #expect(try await archive.dossier("people", "史密斯").output.contains("史密斯 (open)"))
    let open = try #require(people.last?["id"]?.int)
    let why = try await archive.dossier("person", "\(open)", "--why").output
    #expect(why.contains("\nmay be\n") && why.contains("亚当·史密斯 Adam Smith "))

    let ambiguous = try await archive.dossier("search", "天气", "--person", "史密斯", "--format", "json")
    #expect(ambiguous.status == 64)
    #expect(
      ambiguous.errors.hasPrefix("dossier: 3 people are called '史密斯'; give the number of one of them:\n"))
    let error = try Document(ambiguous.output)
    #expect(error["error"]?.string == "ambiguous" && error["candidates"]?.elements.count == 3)
    #expect(
      error["candidates"]?.elements.first?.names
        == ["id", "name", "latin_name", "roles", "first_seen", "last_seen", "articles", "is_open"])
    let text = try await archive.dossier("person", "史密斯")
    #expect(text.status == 64 && text.output == "")
  }

  @Test func splitByArticleAndByLatinSpelling() async throws {
    let archive = try await smiths()
    let before = try await archive.dossier("people").output
    // Bob Smith bears no name but one that others bear too.
    let bob =
      try await archive.sqlite("SELECT id FROM people WHERE latin_name = 'Bob Smith'").lines.first ?? ""
    let refused = try await archive.dossier("hide", bob)
    #expect(
      refused.status == 64 && refused.errors.contains("  dossier split 史密斯 --latin 'Bob Smith' --as NAME\n"))
    let split = try await archive.dossier("split", "史密斯", "--latin", "bob smith", "--label", "歌手")
    #expect(split.output == "史密斯 (2) → 史密斯/歌手 (2)\n")
    #expect(try await archive.dossier("hide", "史密斯/歌手").output == "史密斯/歌手 (2) → nobody\n")
    let unknown = try await archive.dossier("split", "史密斯", "--latin", "Eve Smith")
    #expect(unknown.status == 1 && unknown.errors.contains("there are: Adam Smith, Chris Smith"))
    let known = try await archive.dossier(
      "split", "史密斯", "--article", "https://e.example/7", "--as", "克里斯·史密斯")
    #expect(known.output == "克里斯·史密斯 (2), 史密斯 (open) (1) → 克里斯·史密斯 (3)\n")
    #expect(try await archive.dossier("verify").status == 0)

    let judgements =
      try Document(try await archive.dossier("judgements", "--format", "json").output)["judgements"]?
      .elements ?? []
    #expect(judgements.compactMap { $0["kind"]?.string } == ["split", "split", "hide", "split", "merge"])
    #expect(judgements.last?["other"]?.string == "史密斯/克里斯·史密斯")
    // With its only article, the merge goes that says who it is.
    let undone = try await archive.dossier("judgements", "--undo", "\(judgements[3]["id"]?.int ?? 0)")
    #expect(undone.output == "克里斯·史密斯 (3) → 克里斯·史密斯 (2), 史密斯 (open) (1)\n")
    for judgement in judgements.prefix(3) {
      #expect(try await archive.dossier("judgements", "--undo", "\(judgement["id"]?.int ?? 0)").status == 0)
    }
    #expect(try await archive.dossier("judgements").status == 1)
    #expect(try await archive.dossier("people").output == before)
  }
}
