import Entities
import GRDB

/// What a transaction changes in the names of the archive, gathered while articles are written and applied once
/// at its end: most articles of a batch name the same people.
struct NameChanges {
  /// How many articles more (or fewer) give each name and form.
  private var counts: [String: RecordedName] = [:]
  /// Names about which something else changed.
  private var touched: Set<String> = []
  private var knownJudgements: PersonJudgements?

  /// Counts an article's names in (`step` 1) or out (−1).
  mutating func count(_ names: ArticleNames, by step: Int) {
    for (key, forms) in names.forms {
      counts[key, default: RecordedName(key: key)].count(forms, by: step)
    }
  }

  /// Notes that judgements about some names changed.
  mutating func judgementsChanged(about names: some Sequence<String>) {
    touched.formUnion(names)
    knownJudgements = nil
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
    var shortForms: Set<String> = []
    for (key, change) in counts.sorted(by: { $0.key < $1.key }) {
      try Self.write(change, db)
      for form in change.forms.keys where form.kind == .short { shortForms.insert(NameKey.key(form.text)) }
      touched.insert(key)
    }
    counts = [:]
    if touched.isEmpty { return [] }
    var update = IdentityUpdate(db: db, judgements: judgements)
    let people = try update.run(changed: touched, shortForms: shortForms)
    touched = []
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
      try db.cachedStatement(sql: "DELETE FROM name_forms WHERE name_key = ? AND articles <= 0")
        .execute(arguments: [change.key])
    }
  }
}

extension RecordedForm {
  /// What the form is found by; `nil` for full names, and for Latin spellings that many people share.
  var key: String? {
    switch kind {
    case .full: nil
    case .short: NameKey.key(text)
    case .latin: LatinSpelling.key(text)
    }
  }
}
