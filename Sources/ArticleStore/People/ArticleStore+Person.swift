package import Entities
import GRDB

/// One person with all that the archive tells.
package struct PersonProfile: Equatable, Sendable {
  /// Who, how often and when.
  package var summary: PersonSummary
  /// All names, best first: kind is `full`, `variant`, `short` or `latin`.
  package var names: [NameCount]
  /// When, by stretches that can be read one a line.
  package var timeline: Timeline
  /// Who and what is in the same articles.
  package var company: Company
  /// The newest articles.
  package var newest: [MentioningArticle]

  /// A form of a name with the number of articles that give it.
  package struct NameCount: Equatable, Sendable {
    package var name: String
    package var kind: String
    package var articles: Int
  }
}

/// A join of two names, in words.
package struct ExplainedJoin: Equatable, Sendable {
  /// The names as most articles write them, and how many articles bear the first.
  package var name: String
  package var articles: Int
  package var other: String
  /// Why they are one person; ``Entities/NameJoin/articles`` counts the evidence.
  package var join: NameJoin
}

extension ArticleStore {
  /// What the archive tells of a person; `nil` when there is none with the row id.
  ///
  /// - Parameter limit: at most so many countries, people and articles each.
  package func profile(of id: Int64, limit: Int) throws -> PersonProfile? {
    try read { db in
      guard let summary = try Self.people(db, where: "p.id = ?", [id], limit: 1).first else { return nil }
      let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
      let entity = EntityReference.person(id)
      return PersonProfile(
        summary: summary,
        names: try PersonNames(of: id, db, judgements: judgements).names.map {
          PersonProfile.NameCount(name: $0.text.string, kind: $0.kind, articles: $0.articles)
        },
        timeline: Timeline([try Self.dayCounts(db, of: entity)]),
        company: try Company(db, of: entity, limit: limit),
        newest: try MentioningArticle.newest(db, of: entity, limit: limit))
    }
  }

  /// Why the names of a person are one person's, each name after the one to which it was joined; empty for a
  /// person of one name.
  package func joins(of id: Int64) throws -> [ExplainedJoin] {
    try read { db in
      let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
      let region = NameRegion(judgements: judgements)
      var table = NameTable(db)
      let names = Set(try table.names(of: id))
      let cores = try region.cores(around: names, &table)
      let records = try cores.keys.map { try table.record($0) }
      let groups = PersonGroup.groups(
        of: try region.people(around: names, &table).values.map(\.name), judgements: judgements)
      guard let group = groups.first(where: { !names.isDisjoint(with: $0.roles.keys) }) else { return [] }
      let joins = NameCores(of: records, judgements: judgements).joins + group.joins
      return try NameJoin.chain(from: group.key, joins).map { name, other, join in
        let shown =
          join.rule == .short && join.name == name
          ? try Self.owner(of: name, among: group.roles.keys, &table) ?? other : other
        return ExplainedJoin(
          name: try Self.writtenName(name, &table), articles: try table.record(name).articles,
          other: try Self.writtenName(shown, &table), join: join)
      }
    }
  }

  /// The name of which most articles give a short form; `nil` where none does.
  private static func owner(
    of form: NameKey, among names: some Sequence<NameKey>, _ table: inout NameTable
  ) throws -> NameKey? {
    var best: (articles: Int, name: NameKey)?
    for name in names.sorted() {
      let articles = try table.record(name).forms.reduce(0) { sum, counted in
        counted.key.kind == .short && counted.key.key == form ? sum + counted.value : sum
      }
      if articles > best?.articles ?? 0 { best = (articles, name) }
    }
    return best?.name
  }

  /// A name as most articles write it; the key itself where none does.
  private static func writtenName(_ key: NameKey, _ table: inout NameTable) throws -> String {
    let forms = try table.record(key).forms.filter { $0.key.kind == .full }
    return forms.max { ($0.value, $1.key.text) < ($1.value, $0.key.text) }?.key.text ?? key.text
  }
}
