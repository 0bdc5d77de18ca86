import ArticleStore
import TestSupport
import Testing

@testable import Commands

/// Networks as Gephi and Graphviz read them.
@Suite struct NetworkGraphTests {
  private let graph: NetworkGraph

  init() throws {
    let archive = try TemporaryArchive()
    try archive.save(
      (1...3).map { number in
        Samples.extracted(
          url: "https://e.example/\(number)", body: number < 3 ? "李\"明\\<&，孙二，韩国。" : "孙二。",
          people: number < 3
            ? [("李\"明\\<&", ["李\"明\\<&"], ["Li Ming"]), ("孙二", ["孙二"], [])] : [("孙二", ["孙二"], [])],
          countries: number < 3 ? [("KR", "韩国")] : [])
      })
    var limits = MentionNetwork.Limits()
    (limits.articles, limits.lift) = (2, 0)
    graph = NetworkGraph(network: try archive.store.network(ArticleSelection(), limits: limits))
  }

  @Test func textForPeople() {
    #expect(
      graph.table(style: Style(isEnabled: false)) == [
        "articles  lift  name      with", "       2   1.5  李\"明\\<&  韩国",
        "       2   1.0  孙二      李\"明\\<&", "       2   1.0  孙二      韩国",
      ])
    #expect(graph.summary == "3 pairs of 2 people and 1 country in 3 articles")
  }

  @Test func graphMLIsWellFormed() throws {
    let document = try XMLCheck(graph.graphML.joined(separator: "\n"))
    #expect(document.elements["node"] == 3 && document.elements["edge"] == 3 && document.elements["key"] == 8)
    #expect(document.texts.contains("李\"明\\<&") && document.texts.contains("Li Ming"))
  }

  @Test func dotQuotesNames() {
    let dot = graph.dot
    #expect(dot.first == "graph dossier {" && dot.last == "}")
    #expect(dot.contains { $0.contains(#"[label="李\"明\\<&", "#) && $0.contains("shape=ellipse") })
    #expect(dot.count { $0.contains(" -- ") } == 3)
    #expect(dot.contains { $0.hasPrefix("  \"country:KR\" [label=\"韩国\", fontsize=") })
  }

  /// A quote with a mark over it ends a string of DOT too; one article is no articles.
  @Test func dotQuotesScalars() throws {
    let archive = try TemporaryArchive()
    let name = "李\"\u{301}明"
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", body: name + "，孙二。", people: [(name, [name], []), ("孙二", ["孙二"], [])])
    ])
    var limits = MentionNetwork.Limits()
    (limits.articles, limits.lift) = (1, 0)
    let graph = NetworkGraph(network: try archive.store.network(ArticleSelection(), limits: limits))
    let dot = graph.dot.joined(separator: "\n")
    #expect(dot.unicodeScalars.contains("label=\"李\\\"\u{301}明\"".unicodeScalars))
    #expect(dot.contains(", 1 article\"") && dot.contains("\"1 article, lift") && !dot.contains("1 articles"))
  }

  @Test func pairsForPrograms() {
    let lines = graph.pairs.lines(.csv)
    #expect(
      lines[0]
        == "source,target,type,weight,source_name,target_name,articles,lift,least_lift,source_is_open,target_is_open"
    )
    #expect(lines.count == 4 && lines[1].hasPrefix("person:") && lines[2].contains(",Undirected,2,孙二,"))
    #expect(graph.json.text.hasPrefix(#"{"version":1,"articles":3,"nodes":[{"id":"person:"#))
    #expect(
      graph.json.text.contains(
        #"{"id":"country:KR","kind":"country","name":"韩国","latin_name":"South Korea","articles":2,"is_open":false}"#
      ))
  }
}
