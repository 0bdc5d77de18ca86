import Entities
import GRDB
import Identity

/// What a transaction changes in the names of people.
struct PersonFormCounts {
  private struct Key: Hashable {
    let person: Int64
    let form: NamedForms.Form
  }
  private var counts: [Key: Int] = [:]

  /// Counts the forms of a person of an article for a person of the archive (`step` 1) or takes them back (−1).
  mutating func count(_ forms: [NamedForms.Form], of person: Int64, by step: Int) {
    for form in forms { counts[Key(person: person, form: form), default: 0] += step }
  }

  /// Writes the counts, and marks the people whose names are to be chosen again.
  func write(_ db: Database) throws {
    let insert = try RepeatedStatement(
      db,
      """
      INSERT INTO person_forms (person_id, kind, name, key, articles) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
      """)
    let delete = try RepeatedStatement(
      db, "DELETE FROM person_forms WHERE person_id = ? AND kind = ? AND name = ? AND articles <= 0")
    let pending = try RepeatedStatement(db, "INSERT OR IGNORE INTO pending_people (person_id) VALUES (?)")
    var people: Set<Int64> = []
    for (key, step) in counts.sorted(by: { ($0.key.person, $0.key.form) < ($1.key.person, $1.key.form) }) {
      if people.insert(key.person).inserted { try pending.run(key.person) }
      if step == 0 { continue }
      try insert.run(key.person, key.form.kind.rawValue, key.form.text, key.form.key.text, step)
      if step < 0 { try delete.run(key.person, key.form.kind.rawValue, key.form.text) }
    }
  }
}

extension NamedForms {
  /// The columns `name`, `forms` and `latin` of a row of `document_people`, from a column on.
  init(_ row: StatementRow, from column: Int32) {
    self.init(
      name: row.text(column) ?? "", forms: JSONStrings.decode(row.text(column + 1) ?? ""),
      latin: JSONStrings.decode(row.text(column + 2) ?? ""))
  }
}

/// Moves persons of articles from one person of the archive to another.
struct PersonMoves {
  private let db: Database
  private var changed: [Int64: Set<Int64>] = [:]
  private var moved: [(article: Int64, ordinal: Int, from: Int64, to: Int64)] = []

  init(_ db: Database) {
    self.db = db
  }

  /// Moves a person of an article; nothing where it is there already.
  mutating func move(article: Int64, ordinal: Int, from one: Int64, to other: Int64) throws {
    if one == other { return }
    try RepeatedStatement(db, "UPDATE document_people SET person_id = ? WHERE article_id = ? AND ordinal = ?")
      .run(other, article, ordinal)
    changed[article, default: []].formUnion([one, other])
    moved.append((article, ordinal, one, other))
  }

  /// Brings `article_people` in line, and counts the names that moved.
  func finish(_ forms: inout PersonFormCounts) throws {
    let find = try RepeatedStatement(
      db, "SELECT name, forms, latin FROM document_people WHERE article_id = ? AND ordinal = ?")
    for move in moved {
      guard let named = try find.first(move.article, move.ordinal, read: { NamedForms($0, from: 0) }) else {
        continue
      }
      forms.count(named.forms, of: move.from, by: -1)
      forms.count(named.forms, of: move.to, by: 1)
    }
    let delete = try RepeatedStatement(
      db, "DELETE FROM article_people WHERE article_id = ? AND person_id = ?")
    let insert = try RepeatedStatement(
      db, "INSERT INTO article_people \(Self.rows("article_id = ? AND person_id = ?"))")
    for (article, people) in changed.sorted(by: { $0.key < $1.key }) {
      for person in people.sorted() {
        try delete.run(article, person)
        try insert.run(article, person)
      }
    }
  }

  /// The rows of `article_people` for some rows of `document_people`.
  static func rows(_ condition: String) -> String {
    // With one min(), SQLite takes the other columns from the row that has it.
    """
    SELECT article_id, person_id, mentions, first_start FROM (
      SELECT article_id, person_id, sum(mentions) AS mentions, first_start, min(ordinal) FROM document_people
      WHERE \(condition) GROUP BY article_id, person_id)
    """
  }
}
