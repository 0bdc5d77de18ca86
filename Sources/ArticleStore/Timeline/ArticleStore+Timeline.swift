import GRDB

extension ArticleStore {
  /// How many articles of a selection were published on each day.
  package func dayCounts(_ selection: ArticleSelection) throws -> DayCounts {
    // The plus has SQLite walk the calendar's index and look each article up in the selection: reading the
    // dates from the articles' own rows means reading past their texts.
    let (condition, arguments) = selection.condition(on: "+id")
    return try read { try Self.dayCounts($0, where: condition, arguments) }
  }

  /// How many articles that name somebody or a country were published on each day.
  static func dayCounts(_ db: Database, of entity: EntityReference) throws -> DayCounts {
    let (articles, arguments) = entity.articles
    return try dayCounts(db, where: " AND +id IN (\(articles))", arguments)
  }

  /// - Parameter condition: on `id`, beginning with AND.
  private static func dayCounts(
    _ db: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> DayCounts {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(published_at, 1, 10), count(*) FROM articles INDEXED BY articles_by_date
        WHERE 1\(condition) GROUP BY 1
        """, arguments: arguments)
    var counts = DayCounts()
    for row in rows {
      let (text, articles): (String?, Int) = (row[0], row[1])
      if let day = text.flatMap(CalendarDay.init) {
        counts.days[day, default: 0] += articles
      } else {
        counts.undated += articles
      }
    }
    return counts
  }
}
