package import ArticleStore

/// Answers what a name that a user gives means: the one rule for all commands.
package struct EntityResolver {
  private let store: ArticleStore

  /// A resolver of the names in an archive.
  package init(store: ArticleStore) {
    self.store = store
  }

  /// What a name may mean.
  package enum Answer<Entity> {
    /// Exactly one.
    case one(Entity)
    /// Several; most articles first.
    case several([Entity])
    /// Nobody or nothing.
    case none

    init(_ entities: [Entity]) {
      switch entities.count {
      case 0: self = .none
      case 1: self = .one(entities[0])
      default: self = .several(entities)
      }
    }
  }

  /// The person whom a text means: the number of a row; else whoever bears exactly this name as a whole (普京 is not
  /// 拉斯普京); else whoever is called so in any form or Latin spelling.
  ///
  /// A row of a name that is left open counts only where nobody else bears the name. Of several people, one in whom
  /// nearly all articles with the name see its bearer is meant: 特朗普 is Donald Trump, though an article or two call
  /// Melania Trump so. Otherwise they come with the words that introduce them, so that a user can choose
  /// (``ArticleStore/PersonSummary/roles``).
  package func person(_ text: String) throws -> Answer<PersonSummary> {
    if let id = Int64(text) { return try store.person(id: id).map(Answer.one) ?? .none }
    for people in [try store.people(bearing: text), try store.people(named: text)] where !people.isEmpty {
      let certain = people.filter { !$0.isOpen }
      let meant = certain.isEmpty ? people : certain
      if meant.count > 1, let main = try main(of: meant, called: text) { return .one(main) }
      return Answer(meant.count > 1 ? try store.withRoles(meant) : meant)
    }
    return .none
  }

  /// The person whom 95 of 100 articles with a name mean, and twenty articles at least.
  private func main(of people: [PersonSummary], called name: String) throws -> PersonSummary? {
    let articles = try store.articleCounts(bearing: name)
    let counts = people.map { articles[$0.id] ?? 0 }
    guard let most = counts.max(), most >= 20, most * 100 >= counts.reduce(0, +) * 95 else { return nil }
    return people[counts.firstIndex(of: most) ?? 0]
  }
}
