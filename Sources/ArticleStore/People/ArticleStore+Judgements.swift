package import Articles
package import Entities
import GRDB
package import Identity

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

/// One person of an article, by names.
package struct NamedInArticle: Equatable, Sendable {
  /// The article's fullest form of the name; an override about the article refers to it.
  package var name: String
  /// All forms of the name that the article gives.
  package var forms: [String]
  /// The row id in `people`.
  package var personID: Int64
}

/// What judgements do, or would do, to people.
package struct JudgementEffect: Equatable, Sendable {
  /// How many judgements were added or taken back, or would be; 0 for what was judged so before.
  package var changed: Int
  /// The people who change, before and after, most articles first; hidden ones are left out.
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

  /// The number of people to whom a judgement applies: those who bear its name; hidden people count, and names that
  /// are left open do not.
  package func people(concernedBy stored: StoredJudgement) throws -> Int {
    if case .separate = stored.judgement.ruling { return 1 }
    return try read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM people WHERE is_open = 0 AND id IN (\(Self.bearersOfKey))",
        arguments: [stored.judgement.name]) ?? 0
    }
  }

  /// The ids of the judgements that hide whoever is called so.
  package func hidingJudgements(ofPersonNamed name: String) throws -> [Int64] {
    try read { db in
      let key = NameKey(name)
      let names = try NameKey.fetchAll(
        db,
        sql: """
          SELECT DISTINCT key FROM person_forms
          WHERE person_id IN (SELECT person_id FROM person_forms WHERE key = ?1)
          """, arguments: [key])
      return try JudgementTable(db: db).rows()
        .filter { $0.judgement.ruling == .hide && (names + [key]).contains($0.judgement.name) }.map(\.id)
    }
  }

  /// The persons of an article, in the order of first mention.
  package func peopleNamed(inArticle id: Int64) throws -> [NamedInArticle] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT name, forms, person_id FROM document_people WHERE article_id = ? ORDER BY ordinal",
        arguments: [id]
      ).map { NamedInArticle(name: $0[0], forms: JSONStrings.decode($0[1]), personID: $0[2]) }
    }
  }

  /// The articles in which a name with one of the keys stands with a Latin spelling, by canonical address, each with
  /// the name's key. The spelling is compared as ``Identity/LatinKey`` compares it.
  package func articles(
    naming keys: [NameKey], withLatin spelling: LatinKey
  ) throws -> [(address: String, name: NameKey)] {
    try read { db in
      try keys.flatMap { key in
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT a.url_key FROM bearers b JOIN document_people d ON d.bearer_id = b.id
            JOIN articles a ON a.id = d.article_id WHERE b.key = ? AND b.latin = ? ORDER BY a.id
            """, arguments: [key, spelling.text]
        ).map { ($0, key) }
      }
    }
  }

  /// The Latin spellings that stand with names with the keys, most articles first, at most `limit`.
  package func latinSpellings(of keys: [NameKey], limit: Int) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT latin FROM bearers WHERE key IN (SELECT value FROM json_each(?)) AND latin <> '' AND articles > 0
          GROUP BY latin ORDER BY sum(articles) DESC, latin LIMIT ?
          """, arguments: [JSONStrings.encode(keys.map(\.text)), limit])
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

  /// Takes judgements back; ids without a judgement are ignored. With the last article of those who were separated by a
  /// label, the merge goes that says who they are.
  ///
  /// - Parameter dryRun: nothing is written; the effect is told.
  package func undoJudgements(_ ids: [Int64], dryRun: Bool = false) throws -> JudgementEffect {
    try write(keeping: !dryRun) { db in
      let rows = try JudgementTable(db: db).rows()
      var undone = rows.filter { ids.contains($0.id) }
      let separated = Set(undone.compactMap(\.judgement.separatedName))
        .subtracting(rows.filter { !ids.contains($0.id) }.compactMap(\.judgement.separatedName))
      undone += rows.filter { row in
        guard !ids.contains(row.id), case .merge(let other) = row.judgement.ruling else { return false }
        return separated.contains(other) || separated.contains(row.judgement.name)
      }
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
    for person in try people(db, named: names) {
      names.formUnion(
        try NameKey.fetchAll(
          db, sql: "SELECT DISTINCT key FROM person_forms WHERE person_id = ? AND kind = 'full'",
          arguments: [person.id]))
    }
    let before = try people(db, named: names)
    let changed = try change(JudgementTable(db: db))
    var writer = PeopleWriter(db)
    for judgement in changed {
      guard case .separate(let address, _) = judgement.ruling else { continue }
      let find = try db.cachedStatement(sql: "SELECT id FROM articles WHERE url_key = ?")
      guard let article = try Int64.fetchOne(find, arguments: [address]) else { continue }
      try writer.recount(article, address: address)
    }
    try writer.finish()
    let pending = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO pending_bearers SELECT id FROM bearers WHERE key = ?")
    for name in names.union(changed.flatMap(\.names)) { try pending.execute(arguments: [name]) }
    var fullText = FullTextChanges()
    fullText.peopleChanged(try Settlement.run(db))
    fullText.peopleChanged(before.map(\.id))
    try fullText.flush(db)
    let after = try people(db, named: names)
    return JudgementEffect(
      changed: changed.count, before: before.filter { !after.contains($0) },
      after: after.filter { !before.contains($0) })
  }

  private static func people(_ db: Database, named keys: Set<NameKey>) throws -> [PersonSummary] {
    try people(
      db,
      where: """
        p.id IN (
          SELECT person_id FROM person_forms WHERE key IN (SELECT value FROM json_each(?1)) AND kind = 'full'
          UNION SELECT person_id FROM bearers WHERE key IN (SELECT value FROM json_each(?1)) AND articles > 0)
        """,
      [JSONStrings.encode(keys.sorted().map(\.text))], limit: nil)
  }
}

extension PersonJudgement {
  /// The key of the name in articles that the judgement separates; `nil` for other judgements.
  fileprivate var separatedName: NameKey? {
    guard case .separate(_, let label) = ruling else { return nil }
    return Self.separatedKey(name, label: label)
  }

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
