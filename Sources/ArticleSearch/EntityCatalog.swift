package import ArticleStore
import HanText

/// Finds people and countries by what a user types.
package struct EntityCatalog {
  private let store: ArticleStore

  /// The catalogue of an archive.
  package init(store: ArticleStore) {
    self.store = store
  }

  /// People whose names hold a text (`nil`: everybody), most articles first, and how many there are in all.
  package func people(_ text: String?, limit: Int?) throws -> ([PersonSummary], total: Int) {
    let expression = text.map(Self.expression)
    if case .some(nil) = expression { return ([], 0) }
    let match = expression.flatMap(\.self)
    return (
      try store.people(matching: match, limit: limit), total: try store.peopleCount(matching: match)
    )
  }

  /// Countries whose codes or names hold a text (`nil`: all that articles name), most articles first, and how
  /// many there are in all.
  package func countries(_ text: String?, limit: Int?) throws -> ([CountrySummary], total: Int) {
    let expression = text.map(Self.expression)
    if case .some(nil) = expression { return ([], 0) }
    let all = try store.countries(matching: expression.flatMap(\.self), limit: nil)
    return (Array(all.prefix(limit ?? all.count)), total: all.count)
  }

  /// The people a name stands for: those who bear exactly it in any script or spelling, else those whose names
  /// hold it (`Zelenskyy`).
  package func people(named name: String) throws -> [PersonSummary] {
    let exact = try store.people(named: name)
    return exact.isEmpty ? try people(name, limit: nil).0 : exact
  }

  private static func expression(_ text: String) -> String? {
    HanQuery(text, columns: [])?.matchExpression
  }
}
