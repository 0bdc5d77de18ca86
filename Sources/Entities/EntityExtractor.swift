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
  package static let version = 1

  /// An extractor; cheap, there is nothing to load.
  package init() {}

  /// The article with its people and countries, each in the order of first mention (title, body, caption).
  package func extract(_ article: Article) -> ExtractedArticle {
    let readings = Article.Field.allCases.compactMap { field -> FieldReading? in
      let text = article[field]
      return text.isEmpty ? nil : FieldReading(field, text)
    }
    let found = PersonFinder.find(in: readings)
    var findings: [CountryFinder.Finding] = []
    for (reading, path) in zip(readings, found.paths) {
      findings += CountryFinder(reading, path).findings()
    }
    let body = article.body.unicodeScalars
    let leadEnd = body.distance(from: body.startIndex, to: body.firstIndex(of: "\n") ?? body.endIndex)
    return ExtractedArticle(
      article: article, people: found.people,
      countries: DocumentCountries.countries(from: findings, leadEnd: leadEnd))
  }
}
