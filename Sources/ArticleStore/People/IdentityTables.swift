import Entities
import GRDB
import Identity

/// Reads what who-is-who is computed from: `bearers`, `bearer_shorts`, `document_people` and `article_evidence`.
final class IdentityTables: IdentitySource {
  private let db: Database
  private var evidence: [Int64: ArticleEvidence] = [:]
  /// The articles whose evidence is kept in memory at a time.
  private static let keptArticles = 20_000

  init(_ db: Database) {
    self.db = db
  }

  private static let columns = "id, name, latin, articles"

  private func records(_ condition: String, _ argument: some StatementValue) throws -> [BearerRecord] {
    try RepeatedStatement(db, "SELECT \(Self.columns) FROM bearers WHERE \(condition)").all(
      argument, read: Self.record)
  }

  private static func record(_ row: StatementRow) -> BearerRecord {
    let latin = row.text(2).flatMap { LatinKey(stored: $0) }
    return BearerRecord(
      id: row.integer(0), bearer: Bearer(storedName: row.text(1) ?? "", latin: latin),
      articles: Int(row.integer(3)))
  }

  /// A bearer; `nil` when there is none with the row id.
  func bearer(id: Int64) throws -> BearerRecord? { try records("id = ?", id).first }

  /// All bearers that articles name.
  func bearers() throws -> [BearerRecord] { try records("articles > ?", 0) }

  /// The bearers that names and spellings alone join to a person.
  func core(of person: Int64) throws -> [BearerRecord] {
    try records("person_id = ? AND is_core = 1", person)
  }

  func bearers(named name: String) throws -> [BearerRecord] { try records("name = ?", name) }
  func bearers(key: NameKey) throws -> [BearerRecord] { try records("key = ?", key) }
  func bearers(latin: LatinKey) throws -> [BearerRecord] {
    try records("latin = ? AND latin <> ''", latin.text)
  }
  func bearers(full: String) throws -> [BearerRecord] { try records("whole = ?", full) }
  func bearers(family: String) throws -> [BearerRecord] { try records("family = ?", family) }

  func bearers(short: String) throws -> [(bearer: BearerRecord, articles: Int)] {
    try RepeatedStatement(
      db,
      """
      SELECT b.id, b.name, b.latin, b.articles, s.articles
      FROM bearer_shorts s JOIN bearers b ON b.id = s.bearer_id WHERE s.short = ? ORDER BY b.id
      """
    ).all(short) { (Self.record($0), Int($0.integer(4))) }
  }

  /// The key of the person whose core holds a bearer; `nil` for a bearer of a bare name.
  func coreKey(ofBearer id: Int64) throws -> String? {
    let statement = try RepeatedStatement(
      db,
      "SELECT p.name_key FROM bearers b JOIN people p ON p.id = b.person_id WHERE b.id = ? AND b.is_core = 1")
    return try statement.first(id) { $0.text(0) } ?? nil
  }

  /// Whether the person with a key has a core: bearers that names and spellings alone join.
  func isCore(_ key: String) throws -> Bool {
    let statement = try RepeatedStatement(
      db,
      """
      SELECT 1 FROM people p JOIN bearers b ON b.person_id = p.id WHERE p.name_key = ? AND b.is_core = 1 LIMIT 1
      """)
    return try statement.first(key) { _ in true } ?? false
  }

  func people(of bearers: [Int64], limit: Int?) throws -> [NamedPerson] {
    let statement = try RepeatedStatement(
      db,
      """
      SELECT article_id, ordinal, sample FROM document_people WHERE bearer_id = ?
      ORDER BY sample, article_id, ordinal LIMIT ?
      """)
    return try bearers.flatMap { bearer in
      let rows = try statement.all(bearer, limit ?? -1) { ($0.integer(0), Int($0.integer(1)), $0.integer(2)) }
      return try rows.map { article, ordinal, sample in
        NamedPerson(
          article: article, ordinal: ordinal, bearer: bearer, sample: UInt32(truncatingIfNeeded: sample),
          context: try evidence(of: article)?.context(of: ordinal) ?? MentionContext())
      }
    }
  }

  private func evidence(of article: Int64) throws -> ArticleEvidence? {
    if let known = evidence[article] { return known }
    let statement = try RepeatedStatement(db, "SELECT data FROM article_evidence WHERE article_id = ?")
    guard let bytes = try statement.first(article, read: { $0.bytes(0) }),
      let found = ArticleEvidence(encoded: bytes)
    else { return nil }
    if evidence.count >= Self.keptArticles { evidence = [:] }
    evidence[article] = found
    return found
  }
}
