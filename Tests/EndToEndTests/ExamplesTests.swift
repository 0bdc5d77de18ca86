import Foundation
import TestSupport
import Testing

/// The whole way: files in, answers out, with the programs a user has.
@Suite struct ExamplesTests {
  @Test func ingestThenSearch() async throws {
    let archive = try ProgramArchive()
    let ingest = try await archive.dossier("ingest", Program.examples, "--format", "json")
    #expect(ingest.status == 0 && ingest.errors == "")
    #expect(
      ingest.output
        == #"{"version":1,"files":14,"added":14,"replaced":0,"unchanged":0,"failed":0,"postponed":0}"# + "\n")
    var found: [[Int]] = []
    for query in ["召见", "召見", "召 见"] {
      let search = try await archive.dossier("search", query, "--exact", "--limit", "0", "--format", "json")
      #expect(search.status == 0)
      let result = try Document(search.output)
      #expect(result.names == ["version", "query", "total", "exact_total", "approximate_order", "hits"])
      #expect(result["query"]?.string == query)
      #expect(result["exact_total"]?.int == result["hits"]?.elements.count)
      let hits = result["hits"]?.elements ?? []
      #expect(
        hits.allSatisfy {
          $0.names == [
            "id", "url", "title", "published_at", "source", "score", "exact", "snippet", "people",
            "countries", "open_people",
          ]
        })
      found.append(hits.compactMap { $0["id"]?.int })
    }
    #expect(found[0].count == 4)
    #expect(found[0] == found[1])
    #expect(Set(found[0]).isSubset(of: found[2]))
    // One character finds at least what two do.
    let one = try await archive.dossier("search", "召", "--exact", "--limit", "0", "--format", "jsonl")
    #expect(one.lines.count >= 4)
  }

  @Test func aSecondIngestChangesNothing() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let before = try await archive.dossier("search", "", "--limit", "0", "--format", "json")
    let again = try await archive.dossier("ingest", Program.examples, "--format", "json")
    #expect(again.status == 0)
    #expect(again.output.contains(#""added":0,"replaced":0,"unchanged":14,"failed":0"#))
    #expect(
      try await archive.dossier("search", "", "--limit", "0", "--format", "json").output == before.output)
  }

  @Test func theInboxIsEmptiedIntoDone() async throws {
    let archive = try ProgramArchive()
    #expect(try await archive.dossier("init").output.contains(archive.path + "/inbox"))
    try archive.folder.copy(Program.examples, to: "archive/inbox/new")
    let waiting = try await archive.dossier("status")
    #expect(waiting.status == 0 && waiting.lines.contains { $0.hasPrefix("waiting ") && $0.hasSuffix(" 14") })
    let ingest = try await archive.dossier("ingest")
    #expect(ingest.status == 0 && ingest.output == "" && ingest.errors == "")
    #expect(archive.folder.files(in: "archive/inbox") == [])
    #expect(archive.folder.files(in: "archive/done").count == 14)
    let status = try Document(try await archive.dossier("status", "--format", "json").output)
    #expect(status["version"]?.int == 1 && status["articles"]?.int == 14 && status["waiting"]?.int == 0)
    #expect(status["failed"]?.int == 0 && status["retry"]?.int == 0 && status["last_error"] == .null)
    #expect(status["first_published"]?.string == "2024-03-19T09:24:16Z")
    #expect(status["last_published"]?.string == "2024-11-14T08:29:41Z")
  }

  @Test func show() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let url =
      "http://NEWS.example.com/a/south-korea-summons-russian-ambassador-over-stray-balloon-20240319/7100318.html#x"
    let byAddress = try Document(try await archive.dossier("show", url, "--format", "json").output)
    let id = try #require(byAddress["id"]?.int)
    #expect(byAddress["title"]?.string == "韩国召见俄罗斯大使，追问一只走失的气象气球")
    #expect(byAddress["published_at"]?.string == "2024-03-19T09:24:16Z")
    #expect(byAddress["captured_at"]?.string == "2024-03-19T10:34:26Z")
    #expect(
      byAddress["image"]?.string == "https://img.example.com/7c1de0a2-41f6-4b0e-9a55-balloon_r1_s_w900.jpg")
    #expect(byAddress["caption"]?.string?.hasSuffix("（2024年3月19日）") == true)
    #expect(try Document(try await archive.dossier("show", "\(id)", "--format", "json").output) == byAddress)
    let page = try await archive.dossier("show", "\(id)")
    #expect(page.lines.first == "韩国召见俄罗斯大使，追问一只走失的气象气球")
    #expect(page.output.contains("“我们感谢那所小学的孩子，他们还替它擦干了雨水。”\n"))
    let missing = try await archive.dossier("show", "999")
    #expect(missing.status == 1 && missing.output == "")
    #expect(missing.errors.hasPrefix("dossier: there is no article '999' in the archive: "))
  }

  @Test func peopleAndCountries() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let people = try Document(try await archive.dossier("people", "Voronaev", "--format", "json").output)
    #expect(people["total"]?.int == people["people"]?.elements.count)
    #expect(people["people"]?.elements.contains { $0["name"]?.string == "格列布·沃罗纳耶夫" } == true)
    let traditional = try await archive.dossier("people", "沃羅納耶夫").lines
    let simplified = try await archive.dossier("people", "沃罗纳耶夫").lines
    #expect(traditional == simplified && traditional.count >= 2)
    let nobody = try await archive.dossier("people", "欧阳无人")
    #expect(nobody.status == 1 && nobody.output == "" && nobody.errors == "no people\n")
    for name in ["KR", "韩国", "南韓", "korea"] {
      let countries = try await archive.dossier("countries", name, "--format", "tsv")
      #expect(countries.lines.contains { $0.hasPrefix("KR\t韩国\tSouth Korea\tstate\t") }, "\(name)")
    }
    #expect(try await archive.dossier("countries", "无此国").status == 1)
    // Filters of a search take the same names.
    let filtered = try await archive.dossier(
      "search", "气球", "--exact", "--person", "Gleb Voronaev", "--country", "南韓", "--since", "2024-03",
      "--until", "2024-03",
      "--format", "jsonl")
    #expect(filtered.lines.count == 1)
  }

  /// Documentation/JSONOutput.md: every mention's offsets give its text.
  @Test func extract() async throws {
    let archive = try ProgramArchive()
    let extract = try await archive.dossier("extract", Program.examples)
    #expect(extract.status == 0 && extract.errors == "")
    #expect(!FileManager.default.fileExists(atPath: archive.path))
    var mentions = 0
    for line in extract.lines {
      let article = try Document(line)
      #expect(
        article.names == [
          "path", "sha256", "size", "extractor_version", "url", "title", "published_at", "captured_at",
          "source",
          "language", "image", "caption", "body", "people", "countries",
        ])
      for person in article["people"]?.elements ?? [] {
        #expect(person.names == ["name", "forms", "latin", "mentions"])
        #expect(person["mentions"]?.elements.isEmpty == false)
      }
      for country in article["countries"]?.elements ?? [] {
        #expect(country.names == ["code", "forms", "kind", "focus", "mentions"])
        #expect(
          ["name", "abbreviation", "institution", "metonym", "outlet"].contains(country["kind"]?.string ?? "")
        )
      }
      for entity in (article["people"]?.elements ?? []) + (article["countries"]?.elements ?? []) {
        for mention in entity["mentions"]?.elements ?? [] {
          #expect(mention.names == ["field", "start", "end", "text", "rule", "confidence"])
          let text = Array((article[mention["field"]?.string ?? ""]?.string ?? "").unicodeScalars)
          let (start, end) = (mention["start"]?.int ?? -1, mention["end"]?.int ?? -1)
          try #require(start >= 0 && start < end && end <= text.count, "\(mention)")
          var view = String.UnicodeScalarView()
          view.append(contentsOf: text[start..<end])
          #expect(String(view) == mention["text"]?.string)
          mentions += 1
        }
      }
    }
    #expect(extract.lines.count == 14 && mentions > 200)
    // Standard input gives the same, but for the path.
    let file = try #require(extract.lines.first.map { try Document($0) }?["path"]?.string)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let piped = try await archive.dossier("extract", "-", input: text)
    #expect(piped.status == 0)
    #expect(piped.output == extract.lines[0].replacing("\"path\":\"\(file)\"", with: "\"path\":\"-\"") + "\n")
  }

  /// However many files are worked on at once, the lines and their order are the same.
  @Test func jobsDoNotChangeTheOutput() async throws {
    let archive = try ProgramArchive()
    let one = try await archive.dossier("extract", Program.examples, "--jobs", "1")
    #expect(try await archive.dossier("extract", Program.examples, "--jobs", "7").output == one.output)
  }

  @Test func extractTellsOfFilesThatAreNoArticles() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "x/a.txt")
    try folder.write(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), to: "x/b.txt")
    let extract = try await ProgramArchive().dossier("extract", folder.path("x"), folder.path("none"))
    #expect(extract.status == 65 && extract.errors == "")
    let lines = try extract.lines.map { try Document($0) }
    #expect(lines.count == 3)
    let reasons = lines.compactMap { $0["error"]?["reason"]?.string }
    #expect(Set(reasons) == ["empty-file", "not-there"])
    #expect(lines.contains { $0["title"]?.string == "甲" })
    #expect(
      lines.allSatisfy {
        $0["error"] == nil || $0.names.subtracting(["sha256", "size"]) == ["path", "error"]
      })
  }
}
