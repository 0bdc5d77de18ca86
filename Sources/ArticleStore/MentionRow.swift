import Articles
import Entities
import GRDB

/// A row of `mentions`: one place in an article where a person or a country is named.
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

  /// How many rows go into one statement. An article has dozens, and most of what a statement of one row costs is its
  /// beginning and its end.
  private static let groupSize = 16
  private static let group = sql(rows: groupSize)
  private static let single = sql(rows: 1)
  private static let width = 11

  private static func sql(rows: Int) -> String {
    let row = "(" + Array(repeating: "?", count: width).joined(separator: ", ") + ")"
    return """
      INSERT INTO mentions (article_id, field, start, "end", text, entity, person_id, ordinal, code, rule,
        confidence)
      VALUES \(Array(repeating: row, count: rows).joined(separator: ", "))
      """
  }

  /// Writes the mentions of an article in their order.
  ///
  /// - Parameter people: the row ids of its people.
  static func insert(_ rows: [MentionRow], articleID: Int64, people: [Int64], _ db: Database) throws {
    let group = try RepeatedStatement(db, group)
    let single = try RepeatedStatement(db, single)
    let rest = try group.run(rows[...], inGroupsOf: groupSize, width: width) { row, offset in
      try row.bind(to: group, articleID, people, after: offset)
    }
    _ = try single.run(rest, inGroupsOf: 1, width: width) { row, offset in
      try row.bind(to: single, articleID, people, after: offset)
    }
  }

  private func bind(
    to statement: RepeatedStatement, _ articleID: Int64, _ people: [Int64], after offset: Int
  ) throws {
    let (kind, person, ordinal, code): (String, Int64?, Int?, String?) =
      switch entity {
      case .person(let ordinal): ("person", people[ordinal], ordinal, nil)
      case .country(let code): ("country", nil, nil, code)
      }
    try statement.bind(
      articleID, mention.field.rawValue, mention.start, mention.end, mention.text,
      kind, person, ordinal, code, mention.rule, mention.confidence, after: offset)
  }
}
