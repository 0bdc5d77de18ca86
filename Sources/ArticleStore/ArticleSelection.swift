import GRDB

/// A set of articles: those that a full-text expression matches and a filter lets through.
package struct ArticleSelection: Equatable, Sendable {
  /// A full-text expression; `nil` for every article.
  package var expression: String?
  /// Which of them count.
  package var filter: ArticleFilter

  /// The articles that match an expression (`nil`: all) and pass a filter.
  package init(_ expression: String? = nil, _ filter: ArticleFilter = ArticleFilter()) {
    self.expression = expression
    self.filter = filter
  }

  /// What to select `rowid` FROM, and the values it takes: the full-text table where there is an expression, else
  /// the articles; with the filter as a set of row ids, so that no article's row is read for a hit.
  var sql: (source: String, arguments: StatementArguments) {
    let (conditions, filterArguments) = filter.sql
    guard let expression else { return ("articles a WHERE 1\(conditions)", filterArguments) }
    var source = "articles_fts WHERE articles_fts MATCH ?"
    var arguments: StatementArguments = [expression]
    if !filter.isEmpty {
      // The plus keeps SQLite from looking each article up in the full-text table by itself.
      source += " AND +rowid IN (SELECT a.id FROM articles a WHERE 1\(conditions))"
      arguments += filterArguments
    }
    return (source, arguments)
  }

  /// A condition on a column that holds articles' row ids, beginning with AND; empty for all articles.
  func condition(on column: String) -> (sql: String, arguments: StatementArguments) {
    if expression == nil, filter.isEmpty { return ("", []) }
    let (source, arguments) = sql
    return (" AND \(column) IN (SELECT rowid FROM \(source))", arguments)
  }
}
