import ArticleStore

/// A network of people and countries; its extensions write it for other programs.
struct NetworkGraph {
  let network: MentionNetwork

  /// What a node is called in files: `person:17`, `country:KR`.
  func key(_ node: Int) -> String {
    switch network.nodes[node].entity {
    case .person(let id): "person:\(id)"
    case .country(let code): "country:\(code)"
    }
  }

  /// `person` or `country`.
  func kind(_ node: Int) -> String {
    if case .person = network.nodes[node].entity { "person" } else { "country" }
  }

  /// A line a pair, the closest first.
  func table(style: Style) -> [String] {
    if network.edges.isEmpty { return [] }
    var table = Table([
      (said("articles", "篇数"), .right), (said("lift", "倍数"), .right), (said("name", "名称"), .left),
      (said("with", "与"), .left),
    ])
    for edge in network.edges {
      table.append([
        String(edge.together.articles), Coverage.lift(edge.together),
        Self.shown(network.nodes[edge.nodes.first]),
        Self.shown(network.nodes[edge.nodes.second]),
      ])
    }
    return table.lines(width: Listing.width, style: style)
  }

  private static func shown(_ node: MentionNetwork.Node) -> String { OpenName.marked(node.name, node.isOpen) }

  /// How much there is, in one sentence.
  var summary: String {
    let people = network.nodes.indices.count { kind($0) == "person" }
    let pairs = counted(network.edges.count, "pair", "pairs", "对")
    let persons = counted(people, "person", "people", "个人物")
    let countries = counted(network.nodes.count - people, "country", "countries", "个国家")
    let articles = articleCount(network.articles)
    return said(
      "\(pairs) of \(persons) and \(countries) in \(articles)",
      "\(articles)里的 \(persons)、\(countries)，共 \(pairs)")
  }

  /// The pairs for programs; `source`, `target`, `type` and `weight` are the names by which Gephi knows them.
  var pairs: Records {
    Records(
      name: "edges",
      columns: [
        "source", "target", "type", "weight", "source_name", "target_name", "articles", "lift", "least_lift",
        "source_is_open", "target_is_open",
      ],
      rows: network.edges.map { edge in
        let (first, second) = edge.nodes
        return [
          .string(key(first)), .string(key(second)), .string("Undirected"), .int(edge.together.articles),
          .string(network.nodes[first].name), .string(network.nodes[second].name),
        ] + Coverage.members(edge.together).map(\.1)
          + [.bool(network.nodes[first].isOpen), .bool(network.nodes[second].isOpen)]
      })
  }

  var json: JSON {
    .object([
      ("version", .int(1)), ("articles", .int(network.articles)),
      (
        "nodes",
        .array(
          network.nodes.enumerated().map { index, node in
            .object([
              ("id", .string(key(index))), ("kind", .string(kind(index))), ("name", .string(node.name)),
              ("latin_name", .optional(node.latinName)), ("articles", .int(node.articles)),
              ("is_open", .bool(node.isOpen)),
            ])
          })
      ),
      (
        "edges",
        .array(
          network.edges.map { edge in
            .object(
              [("source", .string(key(edge.nodes.first))), ("target", .string(key(edge.nodes.second)))]
                + Coverage.members(edge.together))
          })
      ),
    ])
  }
}
