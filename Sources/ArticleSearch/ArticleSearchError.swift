package import ArticleStore

/// What is wrong with a search.
package enum ArticleSearchError: Error, Equatable, CustomStringConvertible {
  /// A date that is none, with the option that gave it.
  case badDate(String, option: String)
  /// A name that several people bear, most articles first.
  case ambiguousPerson(String, candidates: [PersonSummary])
  /// A country that the catalogue does not know.
  case unknownCountry(String)
  /// A name that several countries bear.
  case ambiguousCountry(String, codes: [String])

  package var description: String {
    switch self {
    case .badDate(let text, let option):
      "\(option) '\(text)' is no date: write 2024, 2024-10 or 2024-10-21"
    case .ambiguousPerson(let name, let candidates):
      "\(candidates.count) people are called '\(name)': give the number of one of them"
    case .unknownCountry(let name):
      "no country is called '\(name)': give a code (KR) or a name (韩国, South Korea); 'dossier countries TEXT' "
        + "finds names"
    case .ambiguousCountry(let name, let codes):
      "'\(name)' is the name of several countries: give one of the codes \(codes.joined(separator: ", "))"
    }
  }
}
