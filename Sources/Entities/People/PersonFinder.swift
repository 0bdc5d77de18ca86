import Articles

/// Finds the people of an article: candidates of every field, a vote over the strings, a second reading with
/// the names that are now known, then one entry a person.
enum PersonFinder {
  /// The people of an article, in the order of their first mention, and the final paths of the fields.
  static func people(in readings: [FieldReading]) -> [DocumentPerson] {
    var candidates: [NameCandidate] = []
    for reading in readings {
      candidates += CandidateFinder(reading).candidates(
        in: WordLattice(reading.text, reading.matches).bestPath())
    }
    let known = KnownNames(PersonVote.names(among: candidates))
    candidates = []
    for reading in readings {
      let path = WordLattice(reading.text, reading.matches).bestPath(known: known.places(in: reading.text))
      candidates += CandidateFinder(reading).candidates(in: path)
    }
    return NameMerge.groups(of: PersonVote.names(among: candidates)).map { person($0, readings) }
  }

  private static func person(_ forms: [NameForm], _ readings: [FieldReading]) -> DocumentPerson {
    let order = { (candidate: NameCandidate) in
      (Article.Field.allCases.firstIndex(of: candidate.field) ?? 0, candidate.range.lowerBound)
    }
    let candidates = forms.flatMap(\.candidates).sorted { order($0) < order($1) }
    var mentions: [Mention] = []
    var latin: [String] = []
    for candidate in candidates {
      guard let reading = readings.first(where: { $0.field == candidate.field }) else { continue }
      mentions.append(
        Mention(
          field: candidate.field, start: candidate.range.lowerBound, end: candidate.range.upperBound,
          text: reading.text.string(candidate.range), rule: candidate.rule.rawValue,
          confidence: candidate.confidence))
      if let spelling = candidate.latin, !latin.contains(spelling) { latin.append(spelling) }
    }
    var written: [String] = []
    for mention in mentions where !written.contains(mention.text) { written.append(mention.text) }
    return DocumentPerson(name: fullest(written), forms: written, latin: latin, mentions: mentions)
  }

  /// The form that names the person most fully: dotted, else the longest, else the first.
  private static func fullest(_ forms: [String]) -> String {
    func rank(_ form: String) -> (Int, Int) {
      let scalars = form.unicodeScalars
      let isHan = scalars.contains { FoldedText.isHan($0.value) }
      let dots = scalars.contains { FoldedText.isDot($0.value) }
      return ((isHan ? 2 : 0) + (dots ? 1 : 0), scalars.count)
    }
    return forms.reduce(forms.first ?? "") { rank($1) > rank($0) ? $1 : $0 }
  }
}
