package import Articles

/// Finds the people and countries that an article names.
///
/// The way of a text: its scalars are folded (``FoldedText``), every word of the lexicon that occurs is found
/// (``WordMatches``), and a lattice of words and name models is read along its cheapest path (``WordLattice``).
/// Countries are words of that path (``CountryFinder``); people are the path's names, decided for the whole
/// article by the evidence of all their mentions (``PersonVote``) and brought together (``NameMerge``).
///
/// Pure and deterministic: the same article gives the same result. Values can be used from several threads; the
/// tables are part of the binary and read in place.
package struct EntityExtractor: Sendable {
  /// The version of rules and tables; stored with each article, so that it rises whenever results change.
  package static let version = 2

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
      let path = WordLattice(reading.text, reading.matches).bestPath(names: names)
      findings += CountryFinder(reading, path).findings()
    }
    let body = article.body.unicodeScalars
    let leadEnd = body.distance(from: body.startIndex, to: body.firstIndex(of: "\n") ?? body.endIndex)
    return ExtractedArticle(
      article: article, people: found.people,
      countries: DocumentCountries.countries(from: findings, leadEnd: leadEnd))
  }

  /// What the vote looks at for each string of an article, for training: the folded string and the values of
  /// ``VoteFeature``.
  package func voteSamples(_ article: Article) -> [(form: String, values: [Double])] {
    people.forms(in: Self.readings(article)).map { ($0.text, VoteFeature.values($0)) }
  }

  private static func readings(_ article: Article) -> [FieldReading] {
    Article.Field.allCases.compactMap { field in
      let text = article[field]
      return text.isEmpty ? nil : FieldReading(field, text)
    }
  }
}
