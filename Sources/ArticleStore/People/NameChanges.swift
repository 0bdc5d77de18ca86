import Entities
import GRDB

/// What a transaction changes in the names of the archive, gathered while articles are written and applied once
/// at its end: most articles of a batch name the same people.
struct NameChanges {
  /// How many articles more (or fewer) give each name and form.
  private var counts: [NameKey: RecordedName] = [:]
  /// Names about which users said something else.
  private var judged: Set<NameKey> = []
  /// Who bore each name when it was looked up.
  private var bearers: [NameKey: Int64] = [:]
  private var knownJudgements: PersonJudgements?

  /// Counts an article's names in (`step` 1) or out (−1).
  mutating func count(_ names: ArticleNames, by step: Int) {
    for (key, forms) in names.forms {
      counts[key, default: RecordedName(key: key)].count(forms, by: step)
    }
  }

  /// Notes that judgements about some names changed.
  mutating func judgementsChanged(about names: some Sequence<NameKey>) {
    judged.formUnion(names)
    knownJudgements = nil
  }

  /// The person who bears a name now; a new one when nobody does.
  mutating func bearer(of key: NameKey, name: String, _ db: Database) throws -> Int64 {
    if let id = bearers[key] { return id }
    let find = try RepeatedStatement(db, "SELECT person_id FROM names WHERE key = ?")
    let id: Int64
    if let known = try find.first(key, read: { $0.integer(0) }) {
      id = known
    } else {
      try RepeatedStatement(db, "INSERT INTO people (name_key, name) VALUES (?, ?)").run(key, name)
      id = db.lastInsertedRowID
      try RepeatedStatement(db, "INSERT INTO names (key, person_id, core) VALUES (?1, ?2, ?1)").run(key, id)
    }
    bearers[key] = id
    return id
  }

  /// The judgements that hold now.
  mutating func judgements(_ db: Database) throws -> PersonJudgements {
    if let knownJudgements { return knownJudgements }
    let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
    knownJudgements = judgements
    return judgements
  }

  /// Writes the counts and computes anew the people whom they concern.
  ///
  /// - Returns: the row ids of all people that may have changed, those that are gone among them.
  mutating func apply(_ db: Database) throws -> Set<Int64> {
    let judgements = try judgements(db)
    for (_, change) in counts.sorted(by: { $0.key < $1.key }) { try Self.write(change, db) }
    var update = IdentityUpdate(db: db, judgements: judgements)
    let people = try update.run(counted: counts, judged: judged)
    (counts, judged, bearers) = ([:], [], [:])
    return people
  }

  private static func write(_ change: RecordedName, _ db: Database) throws {
    if change.articles != 0 || change.latinArticles != 0 {
      try RepeatedStatement(
        db, "UPDATE names SET articles = articles + ?, latin_articles = latin_articles + ? WHERE key = ?"
      ).run(change.articles, change.latinArticles, change.key)
    }
    let add = try RepeatedStatement(
      db,
      """
      INSERT INTO name_forms (name_key, kind, text, form_key, articles) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
      """)
    var falls = false
    for (form, articles) in change.forms where articles != 0 {
      try add.run(change.key, form.kind.rawValue, form.text, form.key, articles)
      falls = falls || articles < 0
    }
    if falls {
      try RepeatedStatement(db, "DELETE FROM name_forms WHERE name_key = ? AND articles <= 0").run(change.key)
    }
  }
}
