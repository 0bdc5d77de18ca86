package import Articles

/// Finds the people and countries that an article names.
///
/// The way of a text: its scalars are folded (``FoldedText``) and every word of the lexicon that occurs is
/// found (``WordMatches``). The tagger marks what reads like a person's name (``PersonTagger``); its
/// candidates are mended (``NameEdges``, ``NameTrim``), each string is decided for the whole article
/// (``PersonVote``), and the forms of one person are brought together (``NameMerge``). Countries are words on
/// the cheapest path through a lattice of words and those names (``WordLattice``, ``CountryFinder``).
///
/// Pure and deterministic: the same article gives the same result. Values can be used from several threads;
/// the tables are part of the binary and read in place.
package struct EntityExtractor: Sendable {
  /// The version of rules and tables; stored with each article, so that it rises whenever results change.
  package static let version = 4

  private let people: PersonFinder

  /// An extractor; cheap, there is nothing to load. Others than the weights in the binary are for training.
  package init(tagger: PersonTagger? = .shared, vote: PersonVote = .shared) {
    people = PersonFinder(tagger: tagger, vote: vote)
  }

  /// The article with its people and countries, each in the order of first mention (title, body, caption).
  package func extract(_ article: Article) -> ExtractedArticle {
    let readings = Self.readings(article)
    let found = people.find(in: readings)
    var findings: [CountryFinder.Finding] = []
    for (reading, names) in zip(readings, found.places) {
      let path = WordLattice(reading.text, reading.matches, reading.listed).bestPath(names: names)
      findings += CountryFinder(reading, path).findings()
    }
    let leadEnd = article.body.utf8.prefix { $0 != 0x0A }.scalarCount
    return ExtractedArticle(
      article: article, people: found.people,
      countries: DocumentCountries.countries(from: findings, leadEnd: leadEnd))
  }

  /// What became of each candidate for a person's name, and why, in the order of the text.
  package func decisions(_ article: Article) -> [NameDecision] {
    people.decisions(in: Self.readings(article))
  }

  /// What the vote looks at for each string of an article, for training: the folded string and the values of
  /// ``VoteFeature``.
  package func voteSamples(_ article: Article) -> [(form: String, values: [Double])] {
    people.proposal(for: Self.readings(article)).forms.map { ($0.text.string, VoteFeature.values($0)) }
  }

  private static func readings(_ article: Article) -> [FieldReading] {
    Article.Field.allCases.compactMap { field in
      let text = article[field]
      return text.isEmpty ? nil : FieldReading(field, text)
    }
  }
}
