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

  /// How sure it is that the string is a person: each mention counts on its own, five at most.
  var confidence: Double {
    1 - candidates.map { 1 - $0.confidence }.sorted().prefix(5).reduce(1, *)
  }

  /// The strongest single mention.
  var strongest: Double { candidates.map(\.confidence).max() ?? 0 }

  /// How many mentions lie inside the name of something else.
  var inside: Int { candidates.count(where: \.isInsideOther) }
}
