import Entities
import GRDB

/// The names of all articles, counted from `document_people` alone.
struct DocumentNames {
  /// Every name with its forms, by key.
  private(set) var records: [NameKey: RecordedName] = [:]
  /// A person to whom some article's person of the name is assigned now.
  private(set) var people: [NameKey: Int64] = [:]
  /// Persons of documents that are stored under another key than the judgements give.
  private(set) var renamed: [(article: Int64, ordinal: Int, key: NameKey)] = []

  init(_ db: Database, _ judgements: PersonJudgements) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.article_id, a.url_key, d.ordinal, d.name, d.forms, d.latin, d.name_key, d.person_id
        FROM document_people d JOIN articles a ON a.id = d.article_id ORDER BY d.article_id, d.ordinal
        """)
    var article: Int64?
    var names = ArticleNames()
    while let row = try rows.next() {
      if row[0] != article {
        add(names)
        names = ArticleNames()
        article = row[0]
      }
      let (name, stored): (String, NameKey) = (row[3], row[6])
      let given = GivenName(
        name: name, forms: JSONStrings.decode(row[4]), latin: JSONStrings.decode(row[5]))
      let key = judgements.key(of: given.key, inArticle: row[1])
      if key != stored { renamed.append((row[0], row[2], key)) }
      names.add(given, under: key)
      if people[key] == nil { people[key] = row[7] }
    }
    add(names)
  }

  private mutating func add(_ names: ArticleNames) {
    for (key, forms) in names.forms { records[key, default: RecordedName(key: key)].count(forms, by: 1) }
  }
}
