package import Entities
import GRDB

/// One person with all that the archive tells.
package struct PersonProfile: Equatable, Sendable {
  /// Who, how often and when.
  package var summary: PersonSummary
  /// All names, best first: kind is `full`, `variant`, `short` or `latin`.
  package var names: [NameCount]
  /// The countries that the same articles name, and the people in them, most articles first.
  package var countries: [CountryCount]
  package var company: [PersonCount]
  /// The newest articles.
  package var newest: [ArticleReference]

  /// A form of a name with the number of articles that give it.
  package struct NameCount: Equatable, Sendable {
    package var name: String
    package var kind: String
    package var articles: Int
  }

  /// A country with a number of articles.
  package struct CountryCount: Equatable, Sendable {
    package var code: String
    package var nameZh: String
    package var articles: Int
  }

  /// A person with a number of articles.
  package struct PersonCount: Equatable, Sendable {
    package var id: Int64
    package var name: String
    package var articles: Int
  }

  /// An article by its row id, ISO 8601 time, source and title.
  package struct ArticleReference: Equatable, Sendable {
    package var id: Int64
    package var publishedAt: String?
    package var source: String?
    package var title: String
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
      return PersonProfile(
        summary: summary,
        names: try PersonNames(of: id, db, judgements: judgements).names.map {
          PersonProfile.NameCount(name: $0.text, kind: $0.kind, articles: $0.articles)
        },
        countries: try Self.countries(db, with: id, limit), company: try Self.company(db, of: id, limit),
        newest: try Self.newest(db, of: id, limit))
    }
  }

  private static func countries(
    _ db: Database, with id: Int64, _ limit: Int
  ) throws -> [PersonProfile.CountryCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.code, c.name_zh, count(*) AS articles
        FROM article_people ap JOIN article_countries ac ON ac.article_id = ap.article_id
        JOIN countries c ON c.code = ac.code
        WHERE ap.person_id = ? AND ac.kind NOT IN ('metonym', 'outlet')
        GROUP BY c.code ORDER BY articles DESC, c.code LIMIT ?
        """, arguments: [id, limit]
    ).map { PersonProfile.CountryCount(code: $0[0], nameZh: $0[1], articles: $0[2]) }
  }

  private static func company(
    _ db: Database, of id: Int64, _ limit: Int
  ) throws -> [PersonProfile.PersonCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.name, count(*) AS articles
        FROM article_people ap JOIN article_people other ON other.article_id = ap.article_id
        JOIN people p ON p.id = other.person_id
        WHERE ap.person_id = ?1 AND p.id <> ?1 AND p.hidden = 0
        GROUP BY p.id ORDER BY articles DESC, p.name LIMIT ?2
        """, arguments: [id, limit]
    ).map { PersonProfile.PersonCount(id: $0[0], name: $0[1], articles: $0[2]) }
  }

  private static func newest(
    _ db: Database, of id: Int64, _ limit: Int
  ) throws -> [PersonProfile.ArticleReference] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, a.published_at, a.source, a.title
        FROM article_people ap JOIN articles a ON a.id = ap.article_id
        WHERE ap.person_id = ? ORDER BY a.published_at DESC, a.id DESC LIMIT ?
        """, arguments: [id, limit]
    ).map { PersonProfile.ArticleReference(id: $0[0], publishedAt: $0[1], source: $0[2], title: $0[3]) }
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
    of form: String, among names: some Sequence<String>, _ table: inout NameTable
  ) throws -> String? {
    var best: (articles: Int, name: String)?
    for name in names.sorted() {
      let articles = try table.record(name).forms.reduce(0) { sum, counted in
        counted.key.kind == .short && NameKey.key(counted.key.text) == form ? sum + counted.value : sum
      }
      if articles > best?.articles ?? 0 { best = (articles, name) }
    }
    return best?.name
  }

  /// A name as most articles write it; the key itself where none does.
  private static func writtenName(_ key: String, _ table: inout NameTable) throws -> String {
    let forms = try table.record(key).forms.filter { $0.key.kind == .full }
    return forms.max { ($0.value, $1.key.text) < ($1.value, $0.key.text) }?.key.text ?? key
  }
}
