/// One country that a word of the lexicon names.
struct CountryReading {
  /// Where in the word the name stands, and how long it is, in characters: the 俄 of 俄乌.
  let start, length: Int
  /// How the word names it.
  let kind: DocumentCountry.Kind
  /// Positions in ``CountryGazetteer/all``, the usual one first.
  let countries: [Int]
  /// Whether the first country is meant when the article names none of them otherwise.
  let isCertain: Bool
}

extension DocumentCountry.Kind {
  /// The kind with a number of the lexicon.
  init(number: Int) {
    let all = Self.allCases
    self = all.indices.contains(number) ? all[number] : .name
  }
}
