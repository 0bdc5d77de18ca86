import ArticleStore

extension NetworkGraph {
  /// The graph as GraphML (http://graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and NetworkX read.
  var graphML: [String] {
    let keys = [
      ("label", "node", "string"), ("kind", "node", "string"), ("latin_name", "node", "string"),
      ("articles", "node", "int"), ("is_open", "node", "boolean"), ("weight", "edge", "double"),
      ("lift", "edge", "double"),
      ("least_lift", "edge", "double"),
    ]
    let nodes = network.nodes.enumerated().flatMap { index, node in
      ["    <node id=\"\(key(index))\">"]
        + data([
          ("label", node.name), ("kind", kind(index)), ("latin_name", node.latinName ?? ""),
          ("articles", String(node.articles)), ("is_open", String(node.isOpen)),
        ]) + ["    </node>"]
    }
    let edges = network.edges.enumerated().flatMap { index, edge in
      let ratios = Coverage.members(edge.together).dropFirst().map { ($0.0, $0.1.text) }
      return [
        "    <edge id=\"e\(index)\" source=\"\(key(edge.nodes.first))\" target=\"\(key(edge.nodes.second))\">"
      ]
        + data([("weight", String(edge.together.articles))] + ratios) + ["    </edge>"]
    }
    return [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
    ]
      + keys.map { name, element, type in
        "  <key id=\"\(name)\" for=\"\(element)\" attr.name=\"\(name)\" "
          + "attr.type=\"\(type)\"/>"
      }
      + ["  <graph edgedefault=\"undirected\">"] + nodes + edges + ["  </graph>", "</graphml>"]
  }

  private func data(_ values: [(key: String, text: String)]) -> [String] {
    values.map { "      <data key=\"\($0.key)\">\(XMLText.escaped($0.text))</data>" }
  }
}
