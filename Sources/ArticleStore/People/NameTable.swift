import Entities
import GRDB

/// Reads `names` and `name_forms`; what was read once is kept, so a value is for one transaction and is told what
/// changes.
struct NameTable {
  private let db: Database
  private var entries: [NameKey: Entry?] = [:]
  private var records: [NameKey: RecordedName] = [:]
  private var cores: [NameKey: [NameKey]] = [:]
  private var spelled: [NameKey: [NameKey]] = [:]

  init(_ db: Database) {
    self.db = db
  }

  /// A row of `names` with its person.
  struct Entry: Equatable {
    var name: CoredName
    var latinArticles: Int
    var role: PersonGroup.Role?
    var known: NameKey?
    var person: Int64
    /// The key and the mark of the person's row; no key while there is no row.
    var personKey: NameKey?
    var isHidden: Bool
  }

  mutating func entry(_ key: NameKey) throws -> Entry? {
    if let entry = entries[key] { return entry }
    let statement = try RepeatedStatement(
      db,
      """
      SELECT n.articles, n.is_dotted, n.core, n.owner, n.owner_articles, n.latin_articles, n.role, n.known,
        n.person_id, p.name_key, p.hidden
      FROM names n JOIN people p ON p.id = n.person_id WHERE n.key = ?
      """)
    let entry = try statement.first(key) { row in
      Entry(
        name: CoredName(
          key: key, articles: Int(row.integer(0)), isDotted: row.integer(1) != 0, core: row.key(2) ?? key,
          owner: row.key(3), ownerArticles: Int(row.integer(4))),
        latinArticles: Int(row.integer(5)), role: row.text(6).flatMap(PersonGroup.Role.init),
        known: row.key(7), person: row.integer(8), personKey: row.key(9), isHidden: row.integer(10) != 0)
    }
    entries[key] = .some(entry)
    return entry
  }

  /// Keeps what a row was changed to.
  mutating func update(_ entry: Entry) {
    if entries[entry.name.key]??.name.core != entry.name.core { cores = [:] }
    entries[entry.name.key] = entry
  }

  /// A name with all its forms; without articles when there is none.
  mutating func record(_ key: NameKey) throws -> RecordedName {
    if let record = records[key] { return record }
    var record = RecordedName(key: key)
    if let entry = try entry(key) {
      record.articles = entry.name.articles
      record.latinArticles = entry.latinArticles
      let forms = try RepeatedStatement(
        db, "SELECT kind, text, articles, form_key FROM name_forms WHERE name_key = ?")
      for (form, articles) in try forms.all(key, read: Self.form) {
        if let form { record.forms[form] = articles }
      }
    }
    records[key] = record
    return record
  }

  private static func form(_ row: StatementRow) -> (form: RecordedForm?, articles: Int) {
    let kind = row.text(0).flatMap(RecordedForm.Kind.init)
    let form = kind.map { RecordedForm(kind: $0, text: row.text(1) ?? "", storedKey: row.key(3)) }
    return (form, Int(row.integer(2)))
  }

  /// The names of which most articles with a Latin spelling give this one (``Entities/RecordedName/spellings``).
  mutating func names(spelled spelling: NameKey) throws -> [NameKey] {
    if let names = spelled[spelling] { return names }
    let names = try keys(
      "SELECT DISTINCT name_key FROM name_forms WHERE form_key = ? AND kind = 'latin'", spelling
    ).filter { try record($0).spellings.contains(spelling) }
    spelled[spelling] = names
    return names
  }

  /// In how many articles a short form belongs to each core.
  func resolutions(of form: NameKey) throws -> [NameKey: Int] {
    let statement = try RepeatedStatement(
      db,
      """
      SELECT n.core, f.articles FROM name_forms f JOIN names n ON n.key = f.name_key
      WHERE f.form_key = ? AND f.kind = 'short' AND n.articles > 0
      """)
    let rows = try statement.all(form) { (core: $0.key(0), articles: Int($0.integer(1))) }
    return rows.reduce(into: [:]) { articles, row in
      if let core = row.core { articles[core, default: 0] += row.articles }
    }
  }

  /// The folded short forms that articles give of a name.
  func shortForms(of key: NameKey) throws -> [NameKey] {
    try keys("SELECT DISTINCT form_key FROM name_forms WHERE name_key = ? AND kind = 'short'", key)
  }

  /// The names of a core.
  mutating func names(inCore core: NameKey) throws -> [NameKey] {
    if let names = cores[core] { return names }
    // The least name of a core has the core's key; the index holds only the others.
    var names = try keys("SELECT key FROM names WHERE core = ? AND core <> key", core)
    if try entry(core)?.name.core == core { names.append(core) }
    cores[core] = names
    return names
  }

  func names(ownedBy core: NameKey) throws -> [NameKey] {
    try keys("SELECT key FROM names WHERE owner = ?", core)
  }

  func names(of person: Int64) throws -> [NameKey] {
    try keys("SELECT key FROM names WHERE person_id = ?", person)
  }

  /// The names that mean the well-known person with this first form.
  func names(known form: NameKey) throws -> [NameKey] {
    try keys("SELECT key FROM names WHERE known = ?", form)
  }

  private func keys(_ sql: String, _ argument: some StatementValue) throws -> [NameKey] {
    try RepeatedStatement(db, sql).all(argument) { $0.key(0) }.compactMap(\.self)
  }
}
