/// Gives a candidate the characters that the article's own full names show to be missing: beside
/// 格奥尔基·季诺维也夫（Georgy Zinoviev） the tagger's 季诺维 in 季诺维也夫表示 is 季诺维也夫.
enum NameGrowth {
  /// The candidates; each that is a part of a place where a component of a dotted name stands by itself is
  /// all of that place.
  static func grown(_ candidates: [NameCandidate], _ readings: [FieldReading]) -> [NameCandidate] {
    let components = Set(
      candidates.lazy.map { $0.form.isLatin ? [] : $0.form.components }.filter { $0.count > 1 }.joined()
        .filter { $0.count >= 3 })
    guard !components.isEmpty else { return candidates }
    let places = NameOccurrences(Array(components)).places(in: readings)
    var seen: Set<String> = []
    return candidates.compactMap { candidate in
      guard let index = readings.firstIndex(where: { $0.field == candidate.field }) else { return candidate }
      let place = places.first {
        $0.reading == index && $0.range != candidate.range
          && $0.range.lowerBound <= candidate.range.lowerBound
          && $0.range.upperBound >= candidate.range.upperBound
      }
      guard let place else { return candidate }
      // Two pieces of one place are one mention.
      guard seen.insert("\(index):\(place.range.lowerBound)").inserted else { return nil }
      return CandidateFinder(readings[index]).candidate(place.range, candidate.source, candidate.score)
    }
  }
}
