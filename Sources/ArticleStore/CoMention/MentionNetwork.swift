/// People and countries as nodes, joined where the same articles name both.
package struct MentionNetwork: Equatable, Sendable {
  /// A person or a country.
  package struct Node: Equatable, Sendable {
    package var entity: EntityReference
    /// The name shown: of a country the Chinese one.
    package var name: String
    /// The Latin spelling of a person, the English name of a country.
    package var latinName: String?
    /// In how many of the articles it is named.
    package var articles: Int
    /// Whether it is a name that may mean several people, where the articles do not say which.
    package var isOpen = false
  }

  /// Two nodes that articles name together.
  package struct Edge: Equatable, Sendable {
    /// Indices of ``MentionNetwork/nodes``; the first is the smaller.
    package var nodes: (first: Int, second: Int)
    package var together: CoMention

    package static func == (left: Edge, right: Edge) -> Bool {
      left.nodes == right.nodes && left.together == right.together
    }
  }

  /// How many articles were looked at.
  package let articles: Int
  /// Those that have an edge, most articles first.
  package let nodes: [Node]
  /// The closest first, as in ``Company``.
  package let edges: [Edge]

  /// Which nodes and edges a network has.
  package struct Limits: Equatable, Sendable {
    /// An edge is drawn for so many articles, and a lift of so much, at least.
    package var articles = 3
    package var lift = 1.5
    /// At most so many people, and so many countries, are looked at: those in most articles. `nil` for all.
    package var nodes: Int? = 20

    /// The usual limits.
    package init() {}
  }

  /// - Parameters:
  ///   - articles: how many articles there are.
  ///   - nodes: most articles first.
  ///   - memberships: for each article the nodes that it names, each once, as indices in ascending order.
  init(articles: Int, nodes: [Node], memberships: some Sequence<[Int]>, limits: Limits) {
    self.articles = articles
    var counts: [Int: Int] = [:]
    for members in memberships {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] { counts[first * nodes.count + second, default: 0] += 1 }
      }
    }
    let edges = counts.compactMap { pair, count -> Edge? in
      let (first, second) = pair.quotientAndRemainder(dividingBy: nodes.count)
      let together = CoMention(
        articles: count, of: nodes[first].articles, and: nodes[second].articles, among: articles)
      guard count >= limits.articles, together.lift >= limits.lift else { return nil }
      return Edge(nodes: (first, second), together: together)
    }
    let kept = Set(edges.flatMap { [$0.nodes.first, $0.nodes.second] }).sorted()
    let places = Dictionary(kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.nodes = kept.map { nodes[$0] }
    self.edges = edges.compactMap { edge in
      guard let first = places[edge.nodes.first], let second = places[edge.nodes.second] else { return nil }
      return Edge(nodes: (first, second), together: edge.together)
    }.sorted { one, other in one.together.isCloser(than: other.together) ?? (one.nodes < other.nodes) }
  }
}
