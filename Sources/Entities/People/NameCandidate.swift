import Articles

/// One place in an article that reads like a person's name, and why.
struct NameCandidate {
  let field: Article.Field
  let range: Range<Int>
  /// The folded text, by which candidates of the same string are brought together.
  let form: String
  /// What speaks for and against it.
  var evidence: Evidence
  /// The Latin spelling in brackets after it.
  let latin: String?
  /// What the lattice paid for a character of it, in nats: the less, the more it is like other names.
  let cost: Double

  /// The strongest reason to read it as a name: the rule that a mention is stored with.
  var rule: String {
    if evidence.contains(.latinName) { return "latin-in-brackets" }
    if evidence.contains(.dotted) { return "dotted-name" }
    if evidence.contains(.titleBefore) { return "title-name" }
    if evidence.contains(.saidAfter) { return "name-speech" }
    if evidence.contains(.honorificAfter) { return "name-honorific" }
    if evidence.contains(.wellKnown) { return "well-known" }
    if evidence.contains(.latin) { return "latin-name" }
    if !evidence.isDisjoint(with: [.chinese, .shortChinese]) { return "chinese-name" }
    if evidence.contains(.japanese) { return "japanese-name" }
    if !evidence.isDisjoint(with: [.transliteration, .shortTransliteration]) { return "transliteration" }
    return "recurrence"
  }
}
