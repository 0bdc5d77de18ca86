import ArticleSearch
import ArticleStore

/// One series of a timeline that a user names: a country or a person by its name, else whatever a query finds.
struct SeriesReference {
  /// What a series counts.
  enum Kind: String { case query, person, country }

  let kind: Kind
  /// What it is called: the archive's name of the person or country, or the query.
  let name: String
  /// What tells it from another of the same name: a number, a code.
  let key: String
  /// The articles it counts.
  let selection: ArticleSelection

  /// A series among some articles. `person:`, `country:` and `query:` before the name say which is meant; without
  /// them a name that a country bears is that country, one that a person bears that person, all else a query.
  ///
  /// - Throws: ``CommandError`` when several people or countries bear the name.
  init(_ text: String, among articles: ArticleSelection, in store: ArticleStore) throws {
    var selection = articles
    if let name = Self.rest(of: text, after: "person:") {
      let person = try PersonReference(name, in: store).person
      selection.filter.people.append([person.id])
      // The same in every language: it is also the name for programs.
      let shown = person.isOpen ? "\(person.name) (open)" : person.name
      self.init(kind: .person, name: shown, key: "\(person.id)", selection: selection)
    } else if let name = Self.rest(of: text, after: "country:") {
      let code = try CountryReference.code(name, in: store)
      let country = try store.country(code: code)
      selection.filter.countries.append(code)
      self.init(kind: .country, name: country?.nameZh ?? code, key: code, selection: selection)
    } else if let query = Self.rest(of: text, after: "query:") {
      let own = ArticleSearcher(store: store).expression(for: query)
      guard let own else {
        throw CommandError(
          status: .usage, description: said("'\(query)' holds nothing to search for", "“\(query)”里没有可搜索的内容"))
      }
      selection.expression = articles.expression.map { "(\($0)) AND (\(own))" } ?? own
      self.init(kind: .query, name: query, key: "query", selection: selection)
    } else {
      try self.init(Self.kind(of: text, in: store).rawValue + ":" + text, among: articles, in: store)
    }
  }

  private init(kind: Kind, name: String, key: String, selection: ArticleSelection) {
    self.kind = kind
    self.name = name
    self.key = key
    self.selection = selection
  }

  private static func kind(of text: String, in store: ArticleStore) throws -> Kind {
    if try !store.countryCodes(named: text).isEmpty { return .country }
    if try !store.people(bearing: text).isEmpty { return .person }
    return try store.people(named: text).isEmpty ? .query : .person
  }

  private static func rest(of text: String, after prefix: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }
}
