package import Articles

/// An article with the people and countries found in it: what the extractor hands to the store.
package struct ExtractedArticle: Equatable, Sendable {
  /// The article, unchanged.
  package var article: Article
  /// One entry a person, in the order of their first mention (title, body, caption).
  package var people: [DocumentPerson]
  /// One entry a country, in the order of their first mention.
  package var countries: [DocumentCountry]

  /// An article with its entities.
  package init(article: Article, people: [DocumentPerson], countries: [DocumentCountry]) {
    self.article = article
    self.people = people
    self.countries = countries
  }
}

/// One place in an article where an entity is named.
package struct Mention: Equatable, Sendable {
  /// The field that holds the text.
  package var field: Article.Field
  /// Where it starts, 0-based, in Unicode code points of the field's text.
  package var start: Int
  /// Where it ends, exclusive, in Unicode code points.
  package var end: Int
  /// The text itself, exactly as written: `field[start..<end]`.
  package var text: String
  /// Which rule found it, a stable identifier (`latin-in-brackets`, `title-name` …).
  package var rule: String
  /// How sure the rule is, 0 to 1.
  package var confidence: Double

  /// A mention of `text` at `start..<end` of `field`.
  package init(
    field: Article.Field, start: Int, end: Int, text: String, rule: String, confidence: Double
  ) {
    self.field = field
    self.start = start
    self.end = end
    self.text = text
    self.rule = rule
    self.confidence = confidence
  }
}

/// One person as named in one article, all forms of the name together.
package struct DocumentPerson: Equatable, Sendable {
  /// The fullest form the article gives: the dotted one, else the longest; Latin only when there is no other.
  package var name: String
  /// Every distinct form in the article, as written, in the order of first mention; holds ``name``.
  package var forms: [String]
  /// Latin spellings the article gives, as written, in the order of first mention.
  package var latin: [String]
  /// Where the person is named, in the order of the text (title, body, caption).
  package var mentions: [Mention]

  /// A person with the forms and places of the name.
  package init(name: String, forms: [String], latin: [String], mentions: [Mention]) {
    self.name = name
    self.forms = forms
    self.latin = latin
    self.mentions = mentions
  }
}

/// One country as named in one article.
package struct DocumentCountry: Equatable, Sendable {
  /// How an article names a country, strongest first; the last two do not count as naming it.
  package enum Kind: String, CaseIterable, Sendable, Comparable {
    /// A name or demonym: 韩国, 美国人.
    case name
    /// A one-character abbreviation in a compound: 韩美日, 俄方, 驻韩.
    case abbreviation
    /// An institution of the state that holds its name: 中国社会科学院.
    case institution
    /// A place standing for the state: 白宫, 克里姆林宫.
    case metonym
    /// A news outlet: 法新社.
    case outlet

    /// Whether a mention of this kind counts as naming the country (focus, pairs, `--country`).
    package var isNaming: Bool { self != .metonym && self != .outlet }

    /// Stronger kinds are greater.
    package static func < (left: Kind, right: Kind) -> Bool { left.rank > right.rank }

    private var rank: Int {
      switch self {
      case .name: 0
      case .abbreviation: 1
      case .institution: 2
      case .metonym: 3
      case .outlet: 4
      }
    }
  }

  /// ISO 3166-1 alpha-2, `XK`, or a historical code (`SU`, `YU`, `DD`, `CS`).
  package var code: String
  /// Every distinct form in the article, as written, in the order of first mention.
  package var forms: [String]
  /// The strongest kind among the mentions.
  package var kind: Kind
  /// Whether the article is about this country: it has the top score (title ×3, lead ×2, other 1) or more than
  /// half of it.
  package var focus: Bool
  /// Where the country is named, in the order of the text (title, body, caption).
  package var mentions: [Mention]

  /// A country with the forms and places of its name.
  package init(code: String, forms: [String], kind: Kind, focus: Bool, mentions: [Mention]) {
    self.code = code
    self.forms = forms
    self.kind = kind
    self.focus = focus
    self.mentions = mentions
  }
}
