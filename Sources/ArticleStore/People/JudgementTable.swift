import Entities
import GRDB
import Identity

/// Reads and writes `person_judgements`.
struct JudgementTable {
  let db: Database

  /// All judgements, earliest first.
  func judgements() throws -> [PersonJudgement] {
    try rows().map(\.judgement)
  }

  func rows() throws -> [StoredJudgement] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM person_judgements ORDER BY id")).compactMap {
      row in
      guard let ruling = Self.ruling(row) else { return nil }
      return StoredJudgement(
        id: row["id"], judgement: PersonJudgement(name: row["name_key"], ruling: ruling), name: row["name"],
        other: row["other"], createdAt: row["created_at"])
    }
  }

  private static func ruling(_ row: Row) -> PersonJudgement.Ruling? {
    let (key, other): (NameKey?, String?) = (row["other_key"], row["other"])
    switch row["kind"] as String {
    case "merge": return key.map { .merge(other: $0) }
    case "split":
      guard let article: String = row["article_key"] else { return key.map { .split(other: $0) } }
      return other.map { .separate(article: article, label: $0) }
    case "alias": return other.map { .alias($0) }
    case "hide": return .hide
    default: return nil
    }
  }

  /// - Parameters:
  ///   - name: the name as the user wrote it; `other` likewise, where the judgement has one.
  /// - Returns: whether it was not there before.
  func insert(_ judgement: PersonJudgement, name: String, other: String?, at now: String) throws -> Bool {
    var (otherKey, otherText, article): (NameKey?, String?, String?) = (nil, other, nil)
    switch judgement.ruling {
    case .merge(let key), .split(let key): otherKey = key
    case .separate(let address, let label):
      otherKey = PersonJudgement.separatedKey(judgement.name, label: label)
      (otherText, article) = (label, address)
    case .alias(let text): (otherKey, otherText) = (NameKey(text), text)
    case .hide: otherText = nil
    }
    try db.execute(
      sql: """
        INSERT INTO person_judgements (kind, name_key, name, other_key, other, article_key, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [judgement.kind.rawValue, judgement.name, name, otherKey, otherText, article, now])
    return db.changesCount > 0
  }

  func delete(_ id: Int64) throws {
    try db.execute(sql: "DELETE FROM person_judgements WHERE id = ?", arguments: [id])
  }
}
