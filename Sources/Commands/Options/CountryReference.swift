import ArticleSearch
import ArticleStore

/// One country that a user names: by code or by a name in any script or in English, else by a part of a name that
/// only one country has.
enum CountryReference {
  /// The country's code.
  ///
  /// - Throws: ``CommandError`` when none or several bear the name.
  static func code(_ text: String, in store: ArticleStore) throws -> String {
    let exact = try store.countryCodes(named: text)
    if let code = exact.first, exact.count == 1 { return code }
    let countries =
      exact.isEmpty
      ? try EntityCatalog(store: store).countries(text, limit: nil).0
      : try exact.compactMap { try store.country(code: $0) }
    // Of those that a part of a name fits, the ones that articles name are meant.
    let named = countries.filter { $0.articles > 0 }
    let meant = named.isEmpty ? countries : named
    guard let first = meant.first else { throw ArticleSearchError.unknownCountry(text) }
    if meant.count == 1 { return first.code }
    throw CommandError(
      status: .usage,
      description: Candidates.message(
        said(
          "\(meant.count) countries are called '\(text)', give the code of one",
          "有 \(meant.count) 个国家叫“\(text)”，请给出其中一个的代码"), meant.count,
        meant.prefix(Candidates.shown).map { ($0.code, "\($0.nameZh) \($0.nameEn)", $0.articles) }))
  }
}
