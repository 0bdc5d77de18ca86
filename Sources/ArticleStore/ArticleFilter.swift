import GRDB

/// Which articles a search considers; an empty filter is all of them.
package struct ArticleFilter: Equatable, Sendable {
  /// Row ids of people: one of each group must be in the article.
  package var people: [[Int64]] = []
  /// Country codes: each must be in the article.
  package var countries: [String] = []
  /// Whether an article that has a country only by a metonym or an outlet's name counts.
  package var includesLooseCountries = false
  /// Hosts or names of sources, in lower case: one of them must have published it.
  package var sources: [String] = []
  /// The first and the last moment of publication, as ISO 8601 text or the beginning of one; both inclusive:
  /// `2024-10` to `2024-10` is all of October.
  package var since: String?
  package var until: String?

  /// A filter that lets every article through.
  package init() {}

  /// SQL conditions on a row `a` of `articles`, each beginning with AND; empty for an empty filter.
  var sql: (conditions: String, arguments: StatementArguments) {
    var conditions = ""
    var arguments: StatementArguments = []
    for group in people {
      let marks = Array(repeating: "?", count: group.count).joined(separator: ", ")
      conditions += " AND a.id IN (SELECT article_id FROM article_people WHERE person_id IN (\(marks)))"
      arguments += StatementArguments(group)
    }
    for code in countries {
      let naming = includesLooseCountries ? "" : " AND kind NOT IN \(EntityReference.looseKinds)"
      conditions += " AND a.id IN (SELECT article_id FROM article_countries WHERE code = ?\(naming))"
      arguments += [code]
    }
    if !sources.isEmpty {
      // A source is given as a host (voachinese.com) or as a part of one (voachinese).
      let matches = sources.map { _ in "instr(lower(a.source), ?) > 0" }.joined(separator: " OR ")
      conditions += " AND (\(matches))"
      arguments += StatementArguments(sources)
    }
    if let since {
      conditions += " AND a.published_at >= ?"
      arguments += [since]
    }
    if let until {
      // "~" sorts after every character of a time, so everything that begins with the text is included.
      conditions += " AND a.published_at < ?"
      arguments += [until + "~"]
    }
    return (conditions, arguments)
  }

  /// Whether any article is excluded.
  package var isEmpty: Bool { self == ArticleFilter() }
}
