import Entities
import GRDB

/// All names of one person, the best first: what its row and its full text say.
struct PersonNames {
  /// A name of the person in one role.
  struct Name: Equatable {
    var text: ExactText
    /// As in the view `person_names`: full, variant, short or latin.
    var kind: String
    var articles: Int
  }

  /// Full names of the key it is known by first, then by articles, length and text.
  let names: [Name]
  /// The names that the person's row shows; `nil` when there is no such person any more.
  private let shown: (name: ExactText, latin: ExactText?)?

  /// The names of a person; none when there is no such person any more.
  ///
  /// The same as the view `person_names` gives, without its sorting and grouping: this runs for everybody whom a
  /// transaction touches.
  init(of id: Int64, _ db: Database, judgements: PersonJudgements) throws {
    let statement = try RepeatedStatement(
      db,
      """
      SELECT n.key, f.text, CASE f.kind WHEN 'full' THEN n.role ELSE f.kind END, f.articles, p.name, p.latin_name
      FROM people p JOIN names n ON n.person_id = p.id JOIN name_forms f ON f.name_key = n.key WHERE p.id = ?
      """)
    var articles: [RoleName: Int] = [:]
    var keys: Set<NameKey> = []
    var shown: (name: ExactText, latin: ExactText?)?
    try statement.forEach(id) { row in
      if shown == nil { shown = (ExactText(row.text(4) ?? ""), row.text(5).map(ExactText.init)) }
      if let key = row.key(0) { keys.insert(key) }
      let name = RoleName(text: ExactText(row.text(1) ?? ""), kind: row.text(2) ?? "")
      articles[name, default: 0] += Int(row.integer(3))
    }
    let aliases = judgements.aliases(of: keys)
    if !aliases.isEmpty {
      let known = Set(articles.keys.map(\.text))
      for alias in aliases.map({ ExactText($0) }) where !known.contains(alias) {
        articles[RoleName(text: alias, kind: "variant")] = 0
      }
    }
    self.shown = shown
    names = articles.map { Name(text: $0.key.text, kind: $0.key.kind, articles: $0.value) }
      .sorted { Self.precedes($0, $1) }
  }

  private struct RoleName: Hashable {
    let text: ExactText
    let kind: String
  }

  private static func precedes(_ one: Name, _ other: Name) -> Bool {
    if (one.kind == "full") != (other.kind == "full") { return one.kind == "full" }
    if one.articles != other.articles { return one.articles > other.articles }
    let (left, right) = (one.text.string.unicodeScalars, other.text.string.unicodeScalars)
    // 鲍里斯·约翰逊 before 鲍里斯-约翰逊.
    if left.contains("·") != right.contains("·") { return left.contains("·") }
    if left.count != right.count { return left.count > right.count }
    return one.text == other.text ? one.kind < other.kind : one.text < other.text
  }

  /// Brings the name in a person's row up to date.
  ///
  /// - Returns: the text of its row in `people_fts`; `nil` when there is no such person any more.
  static func refresh(_ id: Int64, _ db: Database, judgements: PersonJudgements) throws -> PersonText? {
    let person = try PersonNames(of: id, db, judgements: judgements)
    guard let best = person.names.first, let shown = person.shown else { return nil }
    let latin = person.names.filter { $0.kind == "latin" }.map(\.text)
    if shown.name != best.text || shown.latin != latin.first {
      try RepeatedStatement(db, "UPDATE people SET name = ?, latin_name = ? WHERE id = ?")
        .run(best.text.string, latin.first?.string, id)
    }
    var seen: Set<ExactText> = []
    return PersonText(
      names: person.names.filter { $0.kind != "latin" && seen.insert($0.text).inserted }
        .map(\.text.string),
      latin: latin.map(\.string))
  }
}
