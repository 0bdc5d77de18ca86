/// Explains why bare names were linked to a candidate: which features of the model speak most for it.
package struct LinkReasons<Source: IdentitySource> {
  private let source: Source
  private let model: LinkModel

  /// An explanation that reads contexts from `source`.
  package init(_ source: Source, model: LinkModel = .shared) {
    self.source = source
    self.model = model
  }

  /// Returns the features that count most for a candidate and against the likeliest other one, strongest first.
  ///
  /// - Parameters:
  ///   - people: persons of articles that were linked to the candidate.
  ///   - core: the key of the candidate's core.
  ///   - candidates: everybody whom the name may mean.
  ///   - limit: the maximum number of features.
  package func features(
    for people: [NamedPerson], meaning core: String, among candidates: [BareNameResolver<Source>.Candidate],
    limit: Int = 3
  ) throws -> [LinkFeature] {
    guard let own = candidates.firstIndex(where: { $0.core == core }), !people.isEmpty else { return [] }
    let profiles = try candidates.map { candidate in
      var profile = ContextProfile()
      for person in try source.people(
        of: candidate.bearers.map(\.id), limit: BareNameResolver<Source>.sampleSize)
      {
        profile.add(person.context)
      }
      return profile
    }
    let total = Double(candidates.reduce(0) { $0 + $1.articles })
    var gains = [Double](repeating: 0, count: LinkFeature.allCases.count)
    for person in people {
      let values = zip(candidates, profiles).map { candidate, profile in
        LinkModel.values(person.context, profile, articles: Double(candidate.articles), total: total)
      }
      let other = values.indices.filter { $0 != own }.max {
        model.score(values[$0]) < model.score(values[$1])
      }
      for feature in gains.indices {
        let difference = values[own][feature] - (other.map { values[$0][feature] } ?? 0)
        gains[feature] += model.weights[feature] * difference
      }
    }
    return zip(LinkFeature.allCases, gains)
      .filter { $0.0 != .somebody && $0.1 > Self.leastGain * Double(people.count) }
      .sorted { $0.1 > $1.1 }.prefix(limit).map(\.0)
  }

  /// A feature that changes the odds by less than a tenth on average explains nothing.
  private static var leastGain: Double { 0.1 }
}
