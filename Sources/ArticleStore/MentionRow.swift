import Articles
import Entities
import GRDB

/// A row of `mention_rows`: one place in an article where a person or a country is named.
struct MentionRow: Sendable {
  /// Who or what is named.
  enum Entity: Sendable {
    /// A person, by its place among those of the article.
    case person(ordinal: Int)
    /// A country, by its code.
    case country(code: String)
  }

  let mention: Mention
  let entity: Entity

  /// The number of rows per statement. An article has dozens, and most of what a statement of one row costs is its
  /// beginning and its end.
  private static let groupSize = 16
  private static let group = sql(rows: groupSize)
  private static let single = sql(rows: 1)
  private static let width = 10

  private static func sql(rows: Int) -> String {
    let row = "(" + Array(repeating: "?", count: width).joined(separator: ", ") + ")"
    return """
      INSERT INTO mention_rows (article_id, position, field, start, "end", text, ordinal, code, rule, confidence)
      VALUES \(Array(repeating: row, count: rows).joined(separator: ", "))
      """
  }

  /// Writes the mentions of an article in their order.
  static func insert(_ rows: [MentionRow], articleID: Int64, rules: MentionRules, _ db: Database) throws {
    let group = try RepeatedStatement(db, group)
    let single = try RepeatedStatement(db, single)
    let numbered = try rows.enumerated().map {
      (row: $1, position: $0, rule: try rules.id(of: $1.mention.rule))
    }
    let rest = try group.run(numbered[...], inGroupsOf: groupSize, width: width) { numbered, offset in
      try numbered.row.bind(to: group, articleID, numbered.position, numbered.rule, after: offset)
    }
    _ = try single.run(rest, inGroupsOf: 1, width: width) { numbered, offset in
      try numbered.row.bind(to: single, articleID, numbered.position, numbered.rule, after: offset)
    }
  }

  private func bind(
    to statement: RepeatedStatement, _ articleID: Int64, _ position: Int, _ rule: Int64, after offset: Int
  ) throws {
    let (ordinal, code): (Int?, String?) =
      switch entity {
      case .person(let ordinal): (ordinal, nil)
      case .country(let code): (nil, code)
      }
    try statement.bind(
      articleID, position, mention.field.number, mention.start, mention.end, mention.text, ordinal, code,
      rule,
      mention.confidence, after: offset)
  }
}

/// The rows of `mention_rules`; a value serves one transaction.
final class MentionRules {
  private let db: Database
  private var ids: [String: Int64] = [:]

  init(_ db: Database) {
    self.db = db
  }

  /// The row id of a rule, a new one where there is none.
  func id(of rule: String) throws -> Int64 {
    if let id = ids[rule] { return id }
    let find = try RepeatedStatement(db, "SELECT id FROM mention_rules WHERE name = ?")
    var id = try find.first(rule) { $0.integer(0) }
    if id == nil {
      try RepeatedStatement(db, "INSERT INTO mention_rules (name) VALUES (?)").run(rule)
      id = db.lastInsertedRowID
    }
    ids[rule] = id
    return id ?? 0
  }
}
