import GRDB

/// A person or a country of the archive.
package enum EntityReference: Hashable, Sendable {
  /// By row id.
  case person(Int64)
  /// By code.
  case country(String)

  /// Kinds of mention that do not count as naming a country.
  static let looseKinds = "('metonym', 'outlet')"

  /// A query for the row ids of the articles that name it, and the value it takes.
  var articles: (sql: String, arguments: StatementArguments) {
    switch self {
    case .person(let id): ("SELECT article_id FROM article_people WHERE person_id = ?", [id])
    case .country(let code):
      (
        "SELECT article_id FROM article_countries WHERE code = ? AND kind NOT IN \(Self.looseKinds)", [code]
      )
    }
  }
}
