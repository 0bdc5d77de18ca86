import Entities
import GRDB

/// All names of one person, the best first: what its row and its full text say.
struct PersonNames {
  /// A name of the person in one role.
  struct Name: Equatable {
    var text: String
    /// As in the view `person_names`: full, variant, short or latin.
    var kind: String
    var articles: Int
  }

  /// Full names of the key it is known by first, then by articles, length and text.
  let names: [Name]

  /// The names of a person; none when there is no such person any more.
  ///
  /// The same as the view `person_names` gives, without its sorting and grouping: this runs for everybody whom a
  /// transaction touches.
  init(of id: Int64, _ db: Database, judgements: PersonJudgements) throws {
    let statement = try RepeatedStatement(
      db,
      """
      SELECT n.key, f.text, CASE f.kind WHEN 'full' THEN n.role ELSE f.kind END, f.articles
      FROM names n JOIN name_forms f ON f.name_key = n.key WHERE n.person_id = ?
      """)
    var articles: [[String]: Int] = [:]
    var keys: Set<String> = []
    for (key, text, kind, count) in try statement.all(
      id, read: { ($0.text(0) ?? "", $0.text(1) ?? "", $0.text(2) ?? "", Int($0.integer(3))) })
    {
      keys.insert(key)
      articles[[text, kind], default: 0] += count
    }
    let known = Set(articles.keys.map { $0[0] })
    for alias in judgements.aliases(of: keys) where !known.contains(alias) {
      articles[[alias, "variant"]] = 0
    }
    names = articles.map { Name(text: $0.key[0], kind: $0.key[1], articles: $0.value) }
      .sorted { Self.precedes($0, $1) }
  }

  private static func precedes(_ one: Name, _ other: Name) -> Bool {
    if (one.kind == "full") != (other.kind == "full") { return one.kind == "full" }
    if one.articles != other.articles { return one.articles > other.articles }
    // 鲍里斯·约翰逊 before 鲍里斯-约翰逊.
    if one.text.contains("·") != other.text.contains("·") { return one.text.contains("·") }
    let (left, right) = (one.text.unicodeScalars, other.text.unicodeScalars)
    if left.count != right.count { return left.count > right.count }
    if one.text.utf8.elementsEqual(other.text.utf8) { return one.kind < other.kind }
    return one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  /// Brings the name in a person's row up to date.
  ///
  /// - Returns: the text of its row in `people_fts`; `nil` when there is no such person any more.
  static func refresh(_ id: Int64, _ db: Database, judgements: PersonJudgements) throws -> PersonText? {
    let names = try PersonNames(of: id, db, judgements: judgements).names
    guard let best = names.first else { return nil }
    let latin = names.filter { $0.kind == "latin" }.map(\.text)
    try RepeatedStatement(
      db, "UPDATE people SET name = ?1, latin_name = ?2 WHERE id = ?3 AND (name, latin_name) IS NOT (?1, ?2)"
    ).run(best.text, latin.first, id)
    var seen: Set<String> = []
    return PersonText(
      names: names.filter { $0.kind != "latin" && seen.insert($0.text).inserted }.map(\.text),
      latin: latin)
  }
}
