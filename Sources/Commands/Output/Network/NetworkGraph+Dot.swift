import ArticleStore

extension NetworkGraph {
  /// The graph for Graphviz: `dot -Tsvg` draws it. People are round, names that are left open have a dashed outline, countries are boxes; letters grow with the
  /// articles of a node, lines with those of a pair.
  var dot: [String] {
    let most = Double(network.nodes.map(\.articles).max() ?? 1)
    let mostTogether = Double(network.edges.map(\.together.articles).max() ?? 1)
    let nodes = network.nodes.enumerated().map { index, node in
      let size = 10 + 18 * (Double(node.articles) / most).squareRoot()
      let outline = node.isOpen ? ", style=\"filled,dashed\"" : ""
      let look =
        kind(index) == "person"
        ? "shape=ellipse, fillcolor=\"#fff3d6\", color=\"#d9a441\"\(outline)"
        : "shape=box, fillcolor=\"#dcebfb\", color=\"#4c78a8\""
      let name = node.isOpen ? "\(node.name) (open)" : node.name
      let tip = [name, node.latinName ?? "", Self.articles(node.articles)].filter { !$0.isEmpty }
      return "  \(Self.quoted(key(index))) [label=\(Self.quoted(node.name)), fontsize=\(Self.number(size)), "
        + "\(look), tooltip=\(Self.quoted(tip.joined(separator: ", ")))];"
    }
    let edges = network.edges.map { edge in
      let width = 0.4 + 5 * Double(edge.together.articles) / mostTogether
      let tip = "\(Self.articles(edge.together.articles)), lift \(Coverage.lift(edge.together))"
      return "  \(Self.quoted(key(edge.nodes.first))) -- \(Self.quoted(key(edge.nodes.second))) "
        + "[weight=\(edge.together.articles), penwidth=\(Self.number(width)), tooltip=\(Self.quoted(tip))];"
    }
    return [
      "graph dossier {",
      "  graph [layout=fdp, overlap=prism, outputorder=edgesfirst, splines=line, charset=\"UTF-8\"];",
      "  node [style=filled, margin=\"0.08,0.04\", fontname=\"Noto Sans CJK SC,WenQuanYi Zen Hei,sans-serif\"];",
      "  edge [color=\"#8c959f90\"];",
    ] + nodes + edges + ["}"]
  }

  /// In English whatever the locale: a file for programs is the same everywhere.
  private static func articles(_ number: Int) -> String {
    "\(number) \(number == 1 ? "article" : "articles")"
  }

  /// A string of the DOT language; a quote with a mark over it is a quote to its readers.
  private static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
