package import Articles
package import Entities
import GRDB

/// A judgement as stored.
package struct StoredJudgement: Equatable, Sendable {
  /// The row id: what `dossier judgements --undo` takes.
  package var id: Int64
  /// What was said.
  package var judgement: PersonJudgement
  /// The names as the user wrote them.
  package var name: String
  package var other: String?
  /// When, ISO 8601 UTC.
  package var createdAt: String
}

/// What judgements do, or would do, to people.
package struct JudgementEffect: Equatable, Sendable {
  /// How many judgements were added or taken back, or would be; 0 for what was judged so before.
  package var changed: Int
  /// The people concerned before and after, most articles first; hidden ones are left out.
  package var before: [PersonSummary]
  package var after: [PersonSummary]
}

extension ArticleStore {
  /// A judgement to store.
  package struct Verdict: Equatable, Sendable {
    /// What is said.
    package var judgement: PersonJudgement
    /// The names as the user wrote them.
    package var name: String
    package var other: String?

    /// A judgement with the names as the user wrote them.
    package init(_ judgement: PersonJudgement, name: String, other: String? = nil) {
      self.judgement = judgement
      self.name = name
      self.other = other
    }
  }

  /// All judgements, earliest first.
  package func judgements() throws -> [StoredJudgement] {
    try read { db in try JudgementTable(db: db).rows() }
  }

  /// The ids of the judgements that hide whoever is called so.
  package func hidingJudgements(ofPersonNamed name: String) throws -> [Int64] {
    try read { db in
      let key = NameKey(name)
      let names = try NameKey.fetchAll(
        db,
        sql: """
          SELECT key FROM names WHERE person_id IN (
            SELECT n.person_id FROM names n LEFT JOIN name_forms f ON f.name_key = n.key
            WHERE n.key = ?1 OR f.form_key = ?1)
          """, arguments: [key])
      return try JudgementTable(db: db).rows()
        .filter { $0.judgement.ruling == .hide && (names + [key]).contains($0.judgement.name) }.map(\.id)
    }
  }

  /// The canonical address of an article.
  package func urlKey(ofArticle id: Int64) throws -> String {
    try read { db in
      try String.fetchOne(db, sql: "SELECT url_key FROM articles WHERE id = ?", arguments: [id]) ?? ""
    }
  }

  /// Stores judgements and brings people in line with them, in one transaction. A merge takes back a split of the
  /// same names, and the other way round.
  ///
  /// - Parameter dryRun: nothing is written; the effect is told.
  package func judge(_ verdicts: [Verdict], at now: Timestamp, dryRun: Bool = false) throws -> JudgementEffect
  {
    try write(keeping: !dryRun) { db in
      try Self.effect(db, of: verdicts.map(\.judgement)) { table in
        var changed: [PersonJudgement] = []
        for verdict in verdicts {
          for opposite in try table.rows() where opposite.judgement.contradicts(verdict.judgement) {
            try table.delete(opposite.id)
            changed.append(opposite.judgement)
          }
          if try table.insert(verdict.judgement, name: verdict.name, other: verdict.other, at: now.iso8601) {
            changed.append(verdict.judgement)
          }
        }
        return changed
      }
    }
  }

  /// Takes judgements back; ids without a judgement are ignored.
  ///
  /// - Parameter dryRun: nothing is written; the effect is told.
  package func undoJudgements(_ ids: [Int64], dryRun: Bool = false) throws -> JudgementEffect {
    try write(keeping: !dryRun) { db in
      let undone = try JudgementTable(db: db).rows().filter { ids.contains($0.id) }
      return try Self.effect(db, of: undone.map(\.judgement)) { table in
        for row in undone { try table.delete(row.id) }
        return undone.map(\.judgement)
      }
    }
  }

  /// - Parameters:
  ///   - judgements: those that may change; they tell which people are concerned.
  ///   - change: changes judgements and returns those that were added or taken back.
  private static func effect(
    _ db: Database, of judgements: [PersonJudgement], change: (JudgementTable) throws -> [PersonJudgement]
  ) throws -> JudgementEffect {
    var names = Set(judgements.flatMap(\.names))
    let before = try people(db, named: names)
    for person in before { names.formUnion(try NameTable(db).names(of: person.id)) }
    let changed = try change(JudgementTable(db: db))
    var index = FullTextChanges()
    index.names.judgementsChanged(about: changed.flatMap(\.names))
    for judgement in changed {
      guard case .separate(let address, _) = judgement.ruling else { continue }
      let find = try db.cachedStatement(sql: "SELECT id FROM articles WHERE url_key = ?")
      guard let article = try Int64.fetchOne(find, arguments: [address]) else { continue }
      try PeopleWriter(db: db).recount(article, index: &index)
    }
    try index.flush(db)
    return JudgementEffect(changed: changed.count, before: before, after: try people(db, named: names))
  }

  private static func people(_ db: Database, named keys: Set<NameKey>) throws -> [PersonSummary] {
    try people(
      db, where: "p.id IN (SELECT person_id FROM names WHERE key IN (SELECT value FROM json_each(?)))",
      [JSONStrings.encode(keys.sorted().map(\.text))], limit: nil)
  }
}

extension PersonJudgement {
  /// Whether a new judgement takes this one back.
  fileprivate func contradicts(_ new: PersonJudgement) -> Bool {
    switch (ruling, new.ruling) {
    case (.merge(let one), .split(let other)), (.split(let one), .merge(let other)):
      Set([name, one]) == Set([new.name, other])
    case (.alias(let text), .split(let other)):
      Set([name, NameKey(text)]) == Set([new.name, other])
    case (.split(let one), .alias(let text)):
      Set([name, one]) == Set([new.name, NameKey(text)])
    default: false
    }
  }
}
