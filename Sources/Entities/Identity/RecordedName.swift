/// How an article gives a name, as counted in the archive.
package struct RecordedForm: Hashable, Sendable {
  /// What a form is in its article.
  package enum Kind: String, CaseIterable, Sendable {
    /// The article's fullest name of the person, or a spelling of it with the same key.
    case full
    /// Another form of the name in the same article: 普京 beside 弗拉基米尔·普京.
    case short
    /// A Latin spelling.
    case latin
  }

  /// What the form is.
  package let kind: Kind
  private let exactText: ExactText
  /// What the form is found by; `nil` for full names, and for Latin spellings that many people share.
  package let key: NameKey?

  /// A form of a name.
  package init(kind: Kind, text: String) {
    let key: NameKey? =
      switch kind {
      case .full: nil
      case .short: NameKey(text)
      case .latin: LatinSpelling.key(text)
      }
    self.init(kind: kind, text: text, storedKey: key)
  }

  /// A form whose key the archive holds.
  package init(kind: Kind, text: String, storedKey: NameKey?) {
    self.kind = kind
    exactText = ExactText(text)
    key = storedKey
  }

  /// The form as written.
  package var text: String { exactText.string }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(exactText)
  }
}

/// One folded full name as all articles of an archive give it: what identity is decided by.
package struct RecordedName: Equatable, Sendable {
  /// The name's key (``NameKey``); with a suffix of ``PersonJudgement/separator`` where a user has set articles
  /// apart from others with the same name.
  package let key: NameKey
  /// In how many articles a person bears it.
  package var articles: Int
  /// In how many of them the person has a Latin spelling.
  package var latinArticles: Int
  /// How many of them give each form.
  package var forms: [RecordedForm: Int]

  /// A name that no article gives yet.
  package init(key: NameKey) {
    self.key = key
    articles = 0
    latinArticles = 0
    forms = [:]
  }

  /// Counts an article in (`step` 1) or out (−1).
  package mutating func count(_ contributed: Set<RecordedForm>, by step: Int) {
    articles += step
    if contributed.contains(where: { $0.kind == .latin }) { latinArticles += step }
    for form in contributed { forms[form, default: 0] += step }
  }

  /// Whether an article writes the name with dots between its components.
  package var isDotted: Bool { components.count > 1 }

  /// The folded components between the dots, of the dotted spelling most articles give; empty without one.
  var components: [NameKey] {
    var best: (articles: Int, text: String)?
    for (form, articles) in forms where form.kind == .full && Self.hasDot(form.text) {
      if let known = best, (known.articles, form.text) >= (articles, known.text) { continue }
      best = (articles, form.text)
    }
    return best.map { Self.components(of: $0.text) } ?? []
  }

  /// The folded Latin spellings that more than half of the articles with a spelling give: one that stands
  /// beside the wrong name once in a while joins nobody.
  package var spellings: [NameKey] {
    if latinArticles == 0 { return [] }
    var counts: [NameKey: Int] = [:]
    for (form, articles) in forms where form.kind == .latin {
      if let key = form.key { counts[key, default: 0] += articles }
    }
    return counts.filter { $0.value * 2 > latinArticles }.keys.sorted()
  }

  /// How many articles give a folded Latin spelling.
  func articles(spelled key: NameKey) -> Int {
    forms.reduce(0) { sum, form in
      form.key.kind == .latin && form.key.key == key ? sum + form.value : sum
    }
  }

  private static func hasDot(_ text: String) -> Bool {
    text.unicodeScalars.contains { FoldedText.isDot($0.value) }
  }

  private static func components(of text: String) -> [NameKey] {
    text.unicodeScalars.split { FoldedText.isDot($0.value) }
      .map { NameKey(String(String.UnicodeScalarView($0))) }.filter { !$0.isEmpty }
  }
}

/// The Latin spellings by which names are compared.
package enum LatinSpelling {
  /// The folded spelling; `nil` for one of a single word or fewer than five letters, which many people share.
  package static func key(_ text: String) -> NameKey? {
    let words = text.unicodeScalars.split { $0.isBlank || FoldedText.isDot($0.value) }
    let key = NameKey(text)
    return words.count > 1 && key.text.unicodeScalars.count >= 5 ? key : nil
  }
}
