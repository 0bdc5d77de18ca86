/// All candidates of one string in an article, and what they amount to.
struct NameForm {
  /// The folded string.
  let text: String
  /// Its components, between middle dots and hyphens.
  let components: [String]
  /// Its scalars without dots and hyphens.
  let plain: [Unicode.Scalar]
  /// Where it stands.
  var candidates: [NameCandidate]
  /// The log-odds that it is a person's name, once they are known.
  var logOdds = 0.0

  init(_ candidate: NameCandidate) {
    text = candidate.form
    components = text.split(whereSeparator: { $0 == "·" || $0 == "-" || $0 == " " }).map(String.init)
    plain = text.unicodeScalars.filter { $0 != "·" && $0 != "-" && $0 != " " }
    candidates = [candidate]
  }

  /// Whether it is a dotted (or Latin) name of several components.
  var isFull: Bool { components.count > 1 }
  /// Whether it is written in Latin letters.
  var isLatin: Bool { plain.first.map { FoldedText.isLatin($0.value) } ?? false }
  /// The Latin spellings in brackets after it.
  var latin: [String] { candidates.compactMap(\.latin) }

  /// The kind of name that most of its candidates are.
  var kind: Evidence {
    let all: [Evidence] = [
      .wellKnown, .chinese, .japanese, .transliteration, .shortChinese, .shortTransliteration, .dotted,
      .latin,
    ]
    return all.max { count(of: $0) < count(of: $1) } ?? []
  }

  /// What the lattice paid for a character at the cheapest place.
  var cost: Double { candidates.map(\.cost).min() ?? 0 }

  /// How often each kind of evidence occurs.
  func count(of evidence: Evidence) -> Int { candidates.count { $0.evidence.contains(evidence) } }

  /// What the whole string is in the lexicon; nothing when it is no word.
  var lexiconClasses: WordClass {
    let table = LexiconTable.shared
    var node = LexiconTable.root
    for scalar in text.unicodeScalars {
      let identity = table.identity(scalar.value)
      guard identity != 0, let next = table.child(of: node, identity) else { return [] }
      node = next
    }
    return table.cost(node) > 0 ? table.classes(node) : []
  }
}
