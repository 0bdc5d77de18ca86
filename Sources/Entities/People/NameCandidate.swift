import Articles

/// One place in an article that reads like a person's name, and why.
struct NameCandidate {
  /// The reason to read it as a name, strongest evidence first; the raw values are the mention's rule.
  enum Rule: String {
    case latinInBrackets = "latin-in-brackets"
    case dotted = "dotted-name"
    case titleName = "title-name"
    case nameSpeech = "name-speech"
    case nameHonorific = "name-honorific"
    case wellKnown = "well-known"
    case latin = "latin-name"
    case chinese = "chinese-name"
    case japanese = "japanese-name"
    case transliteration = "transliteration"
    case recurrence = "recurrence"
    case shortForm = "short-form"

    /// How sure one mention with this evidence is.
    var confidence: Double {
      switch self {
      case .latinInBrackets: 0.97
      case .dotted: 0.92
      case .titleName, .nameHonorific: 0.82
      case .nameSpeech: 0.8
      case .wellKnown: 0.75
      case .latin: 0.8
      case .japanese: 0.55
      case .chinese, .transliteration: 0.45
      case .recurrence, .shortForm: 0.7
      }
    }
  }

  let field: Article.Field
  let range: Range<Int>
  /// The folded text, by which candidates of the same string are brought together.
  let form: String
  let rule: Rule
  let confidence: Double
  /// The Latin spelling in brackets after it.
  let latin: String?
  /// Whether an organisation's word follows: 大学, 机场.
  let isInsideOther: Bool
}
