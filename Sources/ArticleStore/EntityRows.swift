import Articles
import Entities
import Identity

/// What the rows of an article's people and countries hold, as far as no database is needed to know it. Made where
/// articles are extracted, on several cores, since everything waits for the one writer.
struct EntityRows: Sendable {
  /// A person of the article.
  struct Person: Sendable {
    /// The fullest form.
    let name: String
    /// The name as the archive counts it.
    let named: NamedForms
    /// All forms, and the Latin spellings, as JSON arrays.
    let forms: String
    let latin: String
    /// How often the person is mentioned, and where first, within its field.
    let mentions: Int
    let firstStart: Int
  }

  /// The people in their order.
  let people: [Person]
  /// The countries in their order.
  let countries: [DocumentCountry]
  /// The mentions of the people, then of the countries.
  let mentions: [MentionRow]
  /// What the article says about who its people are (``Identity/ArticleEvidence``).
  let evidence: [UInt8]

  /// The rows of what was found in an article.
  init(_ extracted: ExtractedArticle) {
    people = extracted.people.map { person in
      Person(
        name: person.name, named: NamedForms(person), forms: JSONStrings.encode(person.forms),
        latin: JSONStrings.encode(person.latin), mentions: person.mentions.count,
        firstStart: person.mentions.first?.start ?? 0)
    }
    countries = extracted.countries
    var mentions: [MentionRow] = []
    for (ordinal, person) in extracted.people.enumerated() {
      mentions += person.mentions.map { MentionRow(mention: $0, entity: .person(ordinal: ordinal)) }
    }
    for country in extracted.countries {
      mentions += country.mentions.map { MentionRow(mention: $0, entity: .country(code: country.code)) }
    }
    self.mentions = mentions
    evidence = ArticleEvidence(extracted).encoded
  }
}
