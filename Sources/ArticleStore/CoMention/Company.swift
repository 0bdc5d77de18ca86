import GRDB

/// Who and what is named in the same articles as a person or a country, the closest first
/// (``CoMention/leastLift``), and after those whose closeness may be chance the ones with most articles.
package struct Company: Equatable, Sendable {
  package var people: [Person]
  package var countries: [Country]

  /// A person in the same articles.
  package struct Person: Equatable, Sendable {
    package var id: Int64
    package var name: String
    package var together: CoMention
    /// Whether the name may mean several people, and the articles do not say which.
    package var isOpen = false
  }

  /// A country in the same articles.
  package struct Country: Equatable, Sendable {
    package var code: String
    package var nameZh: String
    package var together: CoMention
  }

  /// - Parameters:
  ///   - entity: whose company; it is not in it.
  ///   - limit: at most so many people and countries each.
  init(_ db: Database, of entity: EntityReference, limit: Int) throws {
    let (articles, arguments) = entity.articles
    let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0
    let own = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(articles))", arguments: arguments) ?? 0
    let people = try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.name, count(*),
          (SELECT count(*) FROM article_people every WHERE every.person_id = p.id), p.is_open
        FROM article_people other JOIN people p ON p.id = other.person_id
        WHERE other.article_id IN (\(articles)) AND p.hidden = 0 GROUP BY p.id
        """, arguments: arguments
    ).map { row in
      Person(
        id: row[0], name: row[1], together: CoMention(articles: row[2], of: own, and: row[3], among: all),
        isOpen: row[4])
    }.filter { EntityReference.person($0.id) != entity }
    let countries = try Row.fetchAll(
      db,
      sql: """
        SELECT c.code, c.name_zh, count(*),
          (SELECT count(*) FROM article_countries every
            WHERE every.code = c.code AND every.kind NOT IN \(EntityReference.looseKinds))
        FROM article_countries other JOIN countries c ON c.code = other.code
        WHERE other.article_id IN (\(articles)) AND other.kind NOT IN \(EntityReference.looseKinds)
        GROUP BY c.code
        """, arguments: arguments
    ).map { row in
      Country(
        code: row[0], nameZh: row[1],
        together: CoMention(articles: row[2], of: own, and: row[3], among: all))
    }.filter { EntityReference.country($0.code) != entity }
    self.people = Self.closest(people, limit) { ($0.together, $0.name) }
    self.countries = Self.closest(countries, limit) { ($0.together, $0.code) }
  }

  private static func closest<Other>(
    _ others: [Other], _ limit: Int, _ key: (Other) -> (together: CoMention, name: String)
  ) -> [Other] {
    others.sorted { one, other in
      let (left, right) = (key(one), key(other))
      return left.together.isCloser(than: right.together) ?? (left.name < right.name)
    }.prefix(limit).map(\.self)
  }
}
