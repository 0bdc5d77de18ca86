import Foundation
import TestSupport
import Testing

/// The real Datasette on this machine, started as packaging/datasette/serve starts it.
@Suite(
  .enabled(
    if: Tools.datasette != nil && Program.hasShell,
    "needs datasette (scripts/install-test-tools datasette) and .build/han.so (make extension)"))
struct DatasetteTests {
  /// Asks for pages, one answer a line: its status, and the page with its line ends escaped.
  private static let client = """
    import json, sys, urllib.error, urllib.parse, urllib.request
    for path in sys.argv[2:]:
        address = sys.argv[1] + urllib.parse.quote(path, safe="/?&=_.:")
        try:
            with urllib.request.urlopen(address, timeout=120) as answer:
                print(answer.status, json.dumps(answer.read().decode("utf-8")))
        except urllib.error.HTTPError as error:
            print(error.code, json.dumps(error.read().decode("utf-8")))
    """

  /// A server of an archive, which ends with this value.
  private final class Server: Sendable {
    let address: String
    private let process: ChildProcess
    private let scratch: TemporaryFolder
    /// Its files go with the last reference to it.
    private let archive: ProgramArchive

    init(_ archive: ProgramArchive) async throws {
      let scratch = try TemporaryFolder()
      let errors = scratch.path("errors")
      let environment = [
        "PATH": "/usr/bin:/bin", "HOME": scratch.url.path, "LC_ALL": "C.UTF-8",
        "DOSSIER_ARCHIVE": archive.path,
        "DATASETTE": Tools.datasette ?? "", "DOSSIER_HAN": Program.han ?? "", "PYTHONUNBUFFERED": "1",
      ]
      process = try ChildProcess(
        Program.checkout.appending(path: "packaging/datasette/serve").path, ["--port", "0"],
        environment: environment, output: scratch.path("output"), errors: errors)
      self.scratch = scratch
      self.archive = archive
      var found: String?
      try await Eventually.holds("Datasette tells its address") { [process] in
        let said =
          FileManager.default.contents(atPath: errors).map { String(decoding: $0, as: UTF8.self) } ?? ""
        found = said.firstMatch(of: /running on (http:\/\/127\.0\.0\.1:\d+)/).map { String($0.1) }
        if process.result != nil { throw Eventually.Timeout(description: "Datasette ended: \(said)") }
        return found != nil
      }
      address = found ?? ""
    }

    deinit { process.send(SIGTERM) }

    /// The pages at some paths, and the status of each.
    func pages(_ paths: String...) async throws -> [(status: String, text: String)] {
      let client = try await Program.run(
        Program.installed("python3") ?? "", ["-c", DatasetteTests.client, address] + paths)
      return try client.lines.map { line in
        (String(line.prefix(3)), try Document(String(line.dropFirst(4))).string ?? "")
      }
    }
  }

  @Test func answers() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let server = try await Server(archive)
    let pages = try await server.pages(
      "/dossier/articles/4.json?_shape=array", "/dossier/articles.json?_search=召见&_shape=array&_col=title",
      "/dossier/search.json?q=title:气球 -日内瓦&_shape=array",
      "/dossier/person_articles.json?_facet=name&_size=1",
      "/dossier/article_facets.json?_search=气球&_facet_array=people&_size=2",
      "/dossier/articles.json?_search=普京&_shape=array")
    #expect(pages.map(\.status) == Array(repeating: "200", count: 6))
    let documents = try pages.map { try Document($0.text) }
    // The page of an article.
    #expect(documents[0].elements.first?["title"]?.string == "南韓召見俄國大使 第二顆氣球掉進漢江")
    // Full-text search is the program's: either script.
    let hits = try await archive.dossier("search", "召见", "--exact", "--limit", "0", "--format", "jsonl").lines
      .count
    #expect(documents[1].elements.count == hits && hits == 4)
    let canned = documents[2].elements
    #expect(canned.count == 3 && canned.allSatisfy { $0["title"]?.string?.contains(/气球|氣球/) == true })
    #expect(canned.allSatisfy { $0["snippet"]?.string?.isEmpty == false })
    // A person's facet: who, and in how many articles.
    let facet = documents[3]["facet_results"]?["name"]?["results"]?.elements ?? []
    let known = try await archive.sqlite("SELECT articles FROM people_overview WHERE name = '卢赫民'")
    #expect(facet.first { $0["label"]?.string == "卢赫民" }?["count"]?.int.map(String.init) == known.lines.first)
    let people = documents[4]["facet_results"]?["people"]?["results"]?.elements ?? []
    #expect(people.contains { $0["value"]?.string == "卢赫民" })
    // Invented articles do not name him.
    #expect(documents[5].elements.isEmpty)
  }

  /// What a reader sees: pages without an error, every canned query runs, internal tables are out of the way.
  @Test func pages() async throws {
    let server = try await Server(try await ProgramArchive.ofExamples())
    let pages = try await server.pages(
      "/", "/dossier", "/dossier/articles/4", "/dossier/article_facets", "/dossier/people_overview",
      "/dossier/search?q=召见", "/dossier/search_months?q=气球", "/dossier/person?name=Voronaev",
      "/dossier/person_company?name=卢赫民", "/dossier/person_countries_of?name=卢赫民",
      "/dossier/compare_people?one=卢赫民&other=卞瑞澈", "/dossier/country_people?code=KR",
      "/dossier/country_company?code=KR",
      "/dossier/mentions_of?name=卢赫民")
    for page in pages { #expect(page.status == "200", "\(page.text)") }
    try #require(pages.count == 14)
    #expect(pages[0].text.contains("action=\"/dossier/search\""))
    #expect(
      pages[1].text.contains("Full-text search") && !pages[1].text.contains("href=\"/dossier/bearer_shorts\"")
    )
    #expect(pages[2].text.contains("<h1>南韓召見俄國大使 第二顆氣球掉進漢江</h1>"))
    #expect(pages[2].text.contains("格列布·沃罗纳耶夫 <small>"))
    #expect(pages[3].text.contains("class=\"dossier-chip\""))
    #expect(pages[5].text.contains("<mark>召見</mark>"))
    for page in pages[5...] { #expect(page.text.contains("<td class=\"col-"), "\(page.text.prefix(2000))") }
  }

  /// A person with a number is linked by it, for another may bear the name; hidden people are on no page.
  @Test func peopleAreToldApartAndHidden() async throws {
    let archive = try await ProgramArchive.ofExamples()
    #expect(try await archive.dossier("hide", "卢赫民").status == 0)
    let other = try await archive.sqlite("SELECT id FROM people WHERE name = '卞瑞澈'").lines.first ?? "?"
    let server = try await Server(archive)
    let pages = try await server.pages(
      "/dossier/mentions_of.json?name=卢赫民&_shape=array", "/dossier/mentions_of.json?name=卞瑞澈&_shape=array",
      "/dossier/compare_people.json?one=卢赫民&other=卞瑞澈&_shape=array",
      "/dossier/person_articles.json?_facet=name&_size=1", "/dossier/articles/4", "/dossier/people_overview",
      "/dossier/person_company?name=格列布·沃罗纳耶夫")
    try #require(pages.map(\.status) == Array(repeating: "200", count: 7))
    #expect(try Document(pages[0].text).elements.isEmpty)
    #expect(try !Document(pages[1].text).elements.isEmpty)
    #expect(try Document(pages[2].text).elements.allSatisfy { $0["one"]?.int == nil })
    let facet = try Document(pages[3].text)["facet_results"]?["name"]?["results"]?.elements ?? []
    #expect(facet.contains { $0["label"]?.string == "卞瑞澈" })
    for page in pages[3...6] { #expect(!page.text.contains(">卢赫民") && !page.text.contains("\"卢赫民\"")) }
    for page in pages[5...6] { #expect(page.text.contains("person_id__exact=\(other)&")) }
    #expect(pages[4].text.contains("person_id__exact=") && !pages[4].text.contains("name__exact="))
  }

  /// Cells that only look like addresses and lists are shown as they are.
  @Test func oddCells() async throws {
    let archive = try ProgramArchive()
    let line = #"{"url":"http://[abc/a","title":"甲","body":"正文。"}"#
    #expect(try await archive.dossier("ingest", "--from-jsonl", "-", input: line).status == 0)
    let server = try await Server(archive)
    let cells = "SELECT 'http://[abc/a' AS url, '[x' AS people, '[1]' AS countries, '[x' AS names"
    let deep = "SELECT replace(hex(zeroblob(20000)), '0', '[') AS people, '[\"\\ud800\"]' AS names"
    let pages = try await server.pages(
      "/dossier/articles/1", "/dossier/article_facets", "/dossier/source_overview", "/dossier?sql=" + cells,
      "/dossier?sql=" + deep)
    #expect(pages.map(\.status) == Array(repeating: "200", count: 5))
    #expect(pages[0].text.contains("<h1>甲</h1>") && !pages[0].text.contains("original ↗"))
  }

  @Test func sayWhatIsMissing() async throws {
    let serve = Program.checkout.appending(path: "packaging/datasette/serve").path
    let run = try await Program.run(serve, [], environment: ["DOSSIER_ARCHIVE": "/nowhere"])
    #expect(run.status == 78 && run.errors.contains("there is no archive at /nowhere"))
  }
}
