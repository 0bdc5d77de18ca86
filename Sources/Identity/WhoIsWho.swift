import Entities

/// Who is who among all persons of a set of articles: the whole of what the archive computes piece by piece.
package struct WhoIsWho {
  /// The version of the rules and tables; it rises whenever results change.
  package static let version = 2

  /// The key of the person to whom all articles of a bearer belong, by the row id of the bearer; `nil` where it
  /// differs between articles.
  package private(set) var bearers: [Int64: String] = [:]
  /// The keys of the persons of bare names where they differ, by the row id of the article and the ordinal.
  package private(set) var links: [Int64: [Int: String]] = [:]
  /// The cores, by key.
  package private(set) var cores: [String: Core] = [:]

  /// Decides for all persons of a source.
  ///
  /// - Parameter records: all bearers of the source.
  package init(
    _ source: some IdentitySource, _ records: [BearerRecord], judgements: PersonJudgements,
    model: LinkModel = .shared
  ) throws {
    var finder = CoreFinder(source, judgements: judgements)
    for core in try finder.cores(around: records) {
      cores[core.key] = core
      for member in core.members { bearers[member.id] = core.key }
    }
    let known = bearers
    let resolver = BareNameResolver(source, judgements: judgements, model: model) { known[$0] }
    var bare: [String: [BearerRecord]] = [:]
    for record in records where record.articles > 0 && known[record.id] == nil {
      bare[record.bearer.name, default: []].append(record)
    }
    for (name, records) in bare.sorted(by: { $0.key < $1.key }) {
      let result = try resolver.resolve(name, bearers: records, isFamilyName: finder.isFamilyName(name))
      if let meaning = result.uniform {
        for record in records { bearers[record.id] = BareName.key(of: meaning, name: name) }
      }
      for link in result.links {
        links[link.article, default: [:]][link.ordinal] = BareName.key(of: link.meaning, name: name)
      }
    }
  }
}
