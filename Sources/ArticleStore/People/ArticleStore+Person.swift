import Entities
import GRDB
package import Identity

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

/// Why a name is a person's.
package struct ExplainedJoin: Equatable, Sendable {
  /// The names as most articles write them, and in how many articles the first means the person.
  package var name: String
  package var articles: Int
  package var other: String
  /// The evidence.
  package var join: NameJoin
  /// What decided for a bare name, for ``Identity/NameJoin/Rule/context``.
  package var link: ExplainedLink?
}

/// Why articles that use a name alone mean a person.
package struct ExplainedLink: Equatable, Sendable {
  /// In how many articles the name stands alone, whoever it means.
  package var alone: Int
  /// How many people the name may mean.
  package var candidates: Int
  /// In how many articles the person is named in full, and in how many any of the candidates is.
  package var inFull: Int
  package var inFullOfAll: Int
  /// What the linking of mentions counted most, strongest first; empty where the articles in full decided.
  package var reasons: [LinkFeature]
}

/// Who a person is, with evidence.
package struct PersonExplanation: Equatable, Sendable {
  /// Why the names are one person's.
  package var joins: [ExplainedJoin]
  /// The other people who bear the name shown; for a name that is left open, the people it may mean. With the words
  /// that introduce them.
  package var others: [PersonSummary]

  /// An explanation.
  package init(joins: [ExplainedJoin], others: [PersonSummary]) {
    self.joins = joins
    self.others = others
  }
}

extension ArticleStore {
  /// What the archive tells of a person; `nil` when there is none with the row id.
  ///
  /// - Parameter limit: the number of countries, people and articles each.
  package func profile(of id: Int64, limit: Int) throws -> PersonProfile? {
    try read { db in
      guard let summary = try Self.people(db, where: "p.id = ?", [id], limit: 1).first else { return nil }
      let entity = EntityReference.person(id)
      return PersonProfile(
        summary: summary,
        names: try PersonNameWriter(db).names(of: id).names.map {
          PersonProfile.NameCount(name: $0.text, kind: $0.kind, articles: $0.articles)
        },
        timeline: Timeline([try Self.dayCounts(db, of: entity)]),
        company: try Company(db, of: entity, limit: limit),
        newest: try MentioningArticle.newest(db, of: entity, limit: limit))
    }
  }

  /// Why the names of a person are one person's: first the names that strong evidence joins, each after the one to
  /// which it was joined, then the bare names whose articles were linked to the person.
  package func joins(of id: Int64) throws -> [ExplainedJoin] {
    try read { db in
      let stored = try JudgementTable(db: db).judgements()
      let judgements = PersonJudgements(stored)
      let tables = IdentityTables(db)
      let members = try tables.core(of: id)
      var finder = CoreFinder(tables, judgements: judgements)
      let cores = try finder.cores(around: members)
      guard
        let shown = try NameKey.fetchOne(
          db, sql: "SELECT shown_key FROM people WHERE id = ?", arguments: [id])
      else { return [] }
      let first = members.contains { $0.bearer.key == shown } ? shown : members.first?.bearer.key ?? shown
      let joins =
        cores.first { core in core.members.contains { member in members.contains { $0.id == member.id } } }?
        .joins ?? []
      let aliases = stored.compactMap { judgement -> (name: NameKey, text: String)? in
        if case .alias(let text) = judgement.ruling { (judgement.name, text) } else { nil }
      }
      var explained = try NameJoin.chain(from: first, joins).map { name, other, join in
        var join = join
        if join.rule == .merge,
          aliases.contains(where: { Set([$0.name, NameKey($0.text)]) == Set([join.name, join.other]) })
        {
          join.rule = .alias
        }
        return ExplainedJoin(
          name: try Self.writtenName(db, name, id), articles: try Self.articles(db, name, id),
          other: try Self.writtenName(db, other, id), join: join)
      }
      // Aliases that no article gives.
      let keys = Set(members.map(\.bearer.key)).union([shown])
      for alias in aliases where keys.contains(alias.name) && !keys.contains(NameKey(alias.text)) {
        explained.append(
          ExplainedJoin(
            name: alias.text, articles: 0, other: try Self.writtenName(db, alias.name, id),
            join: NameJoin(rule: .alias, name: NameKey(alias.text), other: alias.name, articles: 0)))
      }
      let bare = try Row.fetchAll(
        db,
        sql: """
          SELECT b.key, b.name, count(*) FROM document_people d JOIN bearers b ON b.id = d.bearer_id
          WHERE d.person_id = ? AND b.is_core = 0 GROUP BY b.key, b.name ORDER BY count(*) DESC, b.key
          """, arguments: [id])
      for row in bare where row[0] != first || !members.isEmpty {
        let (name, articles): (NameKey, Int) = (row[0], row[2])
        let rule: NameJoin.Rule =
          WellKnownPeople.shared.number(ofShort: name) == nil ? .context : .listed
        explained.append(
          ExplainedJoin(
            name: try Self.writtenName(db, name, id), articles: articles,
            other: try Self.writtenName(db, first, id),
            join: NameJoin(rule: rule, name: name, other: first, articles: articles),
            link: rule == .context ? try Self.link(tables, judgements, name: row[1], to: id, db) : nil))
      }
      return try explained + Self.unusedAliases(db, of: id)
    }
  }

  /// The aliases that users gave a person and that no article gives.
  private static func unusedAliases(_ db: Database, of id: Int64) throws -> [ExplainedJoin] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT n.name, j.name_key FROM person_names n
        JOIN person_judgements j ON j.kind = 'alias' AND j.other = n.name
        JOIN person_forms f ON f.person_id = n.person_id AND f.key = j.name_key AND f.kind = 'full'
        WHERE n.person_id = ? AND n.articles = 0 GROUP BY n.name ORDER BY min(j.id)
        """, arguments: [id]
    ).map { row in
      let (alias, name): (String, NameKey) = (row[0], row[1])
      return ExplainedJoin(
        name: alias, articles: 0, other: try writtenName(db, name, id),
        join: NameJoin(rule: .alias, name: NameKey(alias), other: name, articles: 0))
    }
  }

  /// What the archive knows of who a person is; `nil` when there is none with the row id.
  package func explanation(of id: Int64) throws -> PersonExplanation? {
    guard let person = try person(id: id) else { return nil }
    let ids = try read { db in
      if person.isOpen {
        let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
        return try Self.candidates(IdentityTables(db), judgements, forOpen: id, db)
      }
      return try Int64.fetchAll(
        db,
        sql: """
          SELECT p.id FROM people p, people own WHERE own.id = ?1 AND p.id <> ?1 AND p.is_open = 0
            AND p.id IN (SELECT person_id FROM person_forms WHERE key = own.shown_key AND kind = 'full')
          """, arguments: [id])
    }
    return PersonExplanation(
      joins: try joins(of: id),
      others: try withRoles(
        people(where: "p.id IN (SELECT value FROM json_each(?))", [ids.description], limit: nil)))
  }

  /// The row ids of the people whom an open name may mean: those who are called so elsewhere, and those who bear the
  /// name and nothing else.
  private static func candidates(
    _ tables: IdentityTables, _ judgements: PersonJudgements, forOpen id: Int64, _ db: Database
  ) throws -> [Int64] {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT b.name FROM document_people d JOIN bearers b ON b.id = d.bearer_id WHERE d.person_id = ?
        """, arguments: [id])
    return try names.flatMap { name in
      let (candidates, _, _) = try bareName(name, tables, judgements)
      let cores = candidates.compactMap { try? PersonRows(db).find($0.core) }
      let bearers = try Int64.fetchAll(
        db, sql: "SELECT id FROM people WHERE is_open = 0 AND id IN (\(bearersOfKey))",
        arguments: [NameKey(name)])
      return cores + bearers.filter { !cores.contains($0) }
    }
  }

  /// The people a bare name may mean, its bearers without a core, and the number of their articles.
  private static func bareName(
    _ name: String, _ tables: IdentityTables, _ judgements: PersonJudgements
  ) throws -> (candidates: [BareNameResolver<IdentityTables>.Candidate], bearers: [Int64], articles: Int) {
    let bare = try tables.bearers(named: name).filter {
      try $0.articles > 0 && tables.coreKey(ofBearer: $0.id) == nil
    }
    let articles = bare.reduce(0) { $0 + $1.articles }
    let resolver = BareNameResolver(tables, judgements: judgements) { try tables.coreKey(ofBearer: $0) }
    return (
      try resolver.candidates(for: name, bare: bare.map(\.id), articles: articles), bare.map(\.id), articles
    )
  }

  /// The number of articles with a bare name that reasons are computed from.
  private static let linkedArticles = 256

  /// Why a bare name was linked to a person; `nil` where the person is none of the candidates.
  private static func link(
    _ tables: IdentityTables, _ judgements: PersonJudgements, name: String, to id: Int64, _ db: Database
  ) throws -> ExplainedLink? {
    let (candidates, bearers, articles) = try bareName(name, tables, judgements)
    let key = try String.fetchOne(db, sql: "SELECT name_key FROM people WHERE id = ?", arguments: [id])
    guard let own = candidates.first(where: { $0.core == key }) else { return nil }
    var reasons: [LinkFeature] = []
    let isUniform =
      try Int.fetchOne(
        db,
        sql:
          "SELECT count(*) FROM bearers WHERE id IN (SELECT value FROM json_each(?)) AND person_id IS NULL",
        arguments: [bearers.description]) == 0
    if !isUniform {
      let find = try RepeatedStatement(
        db, "SELECT person_id FROM document_people WHERE article_id = ? AND ordinal = ?")
      let linked = try tables.people(of: bearers, limit: linkedArticles).filter { person in
        try find.first(person.article, person.ordinal, read: { $0.integer(0) }) == id
      }
      reasons = try LinkReasons(tables).features(for: linked, meaning: own.core, among: candidates)
    }
    return ExplainedLink(
      alone: articles, candidates: candidates.count, inFull: own.articles,
      inFullOfAll: candidates.reduce(0) { $0 + $1.articles }, reasons: reasons)
  }

  /// A name of a person as most articles write it; the key itself where none does.
  private static func writtenName(_ db: Database, _ key: NameKey, _ person: Int64) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT f.name FROM person_forms f JOIN people p ON p.id = f.person_id
        WHERE f.person_id = ? AND f.key = ? AND f.kind = 'full'
        ORDER BY f.name <> p.name, f.articles DESC, f.name LIMIT 1
        """, arguments: [person, key]) ?? key.text
  }

  private static func articles(_ db: Database, _ key: NameKey, _ person: Int64) throws -> Int {
    // Where the name stands alone is counted by itself.
    try Int.fetchOne(
      db, sql: "SELECT sum(articles) FROM bearers WHERE person_id = ? AND key = ? AND is_core = 1",
      arguments: [person, key]) ?? 0
  }
}
