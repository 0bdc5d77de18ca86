import Entities
import TestSupport
import Testing

@testable import ArticleStore

/// The network of people and countries, against a count by hand over the same articles.
@Suite struct NetworkTests {
  private func pairs(_ members: [Set<String>]) -> [Set<String>: Int] {
    var pairs: [Set<String>: Int] = [:]
    for names in members {
      for one in names { for other in names where one < other { pairs[[one, other], default: 0] += 1 } }
    }
    return pairs
  }

  private func label(_ node: MentionNetwork.Node) -> String {
    if case .country(let code) = node.entity { code } else { node.name }
  }

  private func found(_ network: MentionNetwork) -> [Set<String>: Int] {
    Dictionary(
      network.edges.map { edge in
        (
          [label(network.nodes[edge.nodes.first]), label(network.nodes[edge.nodes.second])],
          edge.together.articles
        )
      }, uniquingKeysWith: { one, other in one + other })
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func pairsAndLifts(seed: UInt64) throws {
    let news = GeneratedNews(100, seed: seed)
    let archive = try TemporaryArchive()
    try archive.save(news.articles)
    var limits = MentionNetwork.Limits()
    (limits.articles, limits.lift, limits.nodes) = (1, 0, nil)
    let all = try archive.store.network(ArticleSelection(), limits: limits)
    #expect(all.articles == 100 && found(all) == pairs(news.members()), "seed \(seed)")

    limits.articles = 4
    limits.lift = 1.1
    let members = news.members { $0 % 3 == 0 }
    let some = try archive.store.network(ArticleSelection("\"气球\""), limits: limits)
    let wanted = pairs(members).filter { pair, count in
      let product = pair.reduce(1) { product, name in product * members.count { $0.contains(name) } }
      return count >= 4 && Double(count * members.count) / Double(product) >= 1.1
    }
    #expect(some.articles == members.count && found(some) == wanted && !wanted.isEmpty, "seed \(seed)")
    for node in some.nodes {
      #expect(node.articles == members.count { $0.contains(label(node)) }, "seed \(seed)")
    }
    #expect(Set(some.nodes.map(label)) == Set(wanted.keys.joined()))
  }

  @Test func limits() throws {
    let news = GeneratedNews(100, seed: 7)
    let archive = try TemporaryArchive()
    try archive.save(news.articles)
    var limits = MentionNetwork.Limits()
    (limits.articles, limits.lift, limits.nodes) = (1, 0, 2)
    let network = try archive.store.network(ArticleSelection(), limits: limits)
    // Of people and of countries the two in most articles each.
    func most(_ names: [String]) -> Set<String> {
      let counted = names.map { name in (name, news.members().count { $0.contains(name) }) }
      return Set(counted.sorted { $0.1 > $1.1 }.prefix(2).map(\.0))
    }
    let wanted = most(GeneratedNews.people).union(most(GeneratedNews.countries.map(\.0)))
    #expect(Set(network.nodes.map(label)) == wanted)
    limits.articles = 101
    let none = try archive.store.network(ArticleSelection(), limits: limits)
    #expect(none.nodes.isEmpty && none.edges.isEmpty && none.articles == 100)
  }

  @Test func looseCountriesCountWhereTheFilterSaysSo() throws {
    let archive = try TemporaryArchive()
    var article = Samples.extracted(
      body: "李明在白宫。", people: [("李明", ["李明"], [])], countries: [("US", "白宫")])
    article.countries[0].kind = .metonym
    try archive.save([article])
    var limits = MentionNetwork.Limits()
    (limits.articles, limits.lift) = (1, 0)
    #expect(try archive.store.network(ArticleSelection(), limits: limits).edges.isEmpty)
    var filter = ArticleFilter()
    filter.includesLooseCountries = true
    let network = try archive.store.network(ArticleSelection(nil, filter), limits: limits)
    #expect(network.edges.map(\.together.articles) == [1])
  }
}
