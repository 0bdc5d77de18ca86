import Articles

/// One place in an article that reads like a person's name, and why.
struct NameCandidate {
  /// What found it.
  enum Source: String {
    /// The tagger's best path.
    case tagger
    /// The tagger's second path, on which names are likelier.
    case lenient
    /// Latin letters in brackets after it.
    case brackets
    /// Latin letters with a title or a verb.
    case latin
    /// A title before a surname and two characters that stand in given names.
    case introduced
    /// The same string elsewhere in the article.
    case recurrence
  }

  let field: Article.Field
  let range: Range<Int>
  /// The folded text, by which candidates of the same string are brought together.
  let form: FoldedName
  /// What found it.
  let source: Source
  /// How sure that is, 0 to 1.
  let score: Double
  /// What speaks for and against it.
  var evidence: Evidence
  /// The Latin spelling in brackets after it.
  let latin: String?
  /// What the title beside it makes of the person.
  var role: TitleRole?
  /// The folded text it was cut from, when the article showed that it held too much.
  var cutFrom: FoldedName?

  /// The strongest reason to read it as a name: the rule that a mention is stored with.
  var rule: String {
    if source == .latin { return "latin-name" }
    if source == .recurrence { return "recurrence" }
    if evidence.contains(.latinName) { return "latin-in-brackets" }
    if form.isDotted { return "dotted-name" }
    if evidence.contains(.titleBefore) { return "title-name" }
    if evidence.contains(.saidAfter) { return "name-speech" }
    if evidence.contains(.honorificAfter) { return "name-honorific" }
    return source == .brackets ? "latin-in-brackets" : "tagged-name"
  }

  /// Where a candidate stands in its article.
  struct Place: Comparable {
    /// The rank of the field: title, body, caption.
    let field: Int
    let start: Int

    static func < (one: Place, other: Place) -> Bool { (one.field, one.start) < (other.field, other.start) }
  }

  /// Where it stands in the article.
  var place: Place {
    switch field {
    case .title: Place(field: 0, start: range.lowerBound)
    case .body: Place(field: 1, start: range.lowerBound)
    case .caption: Place(field: 2, start: range.lowerBound)
    }
  }
}
