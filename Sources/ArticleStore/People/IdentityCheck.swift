import Entities
import GRDB
import Identity

/// Compares what is computed of people with what the persons of all documents give.
struct IdentityCheck {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func problems() throws -> [String] {
    let pending = try Int.fetchOne(db, sql: "SELECT count(*) FROM pending_bearers") ?? 0
    if try pending > 0 || Settings(db)["identity_evidence_after"] != nil {
      // What is not computed yet is not wrong.
      return []
    }
    let documents = try DocumentCounts(db)
    return try documents.problems + bearerProblems(documents) + personProblems() + referenceProblems()
  }

  /// Whether bearers are counted as documents give them.
  private func bearerProblems(_ documents: DocumentCounts) throws -> [String] {
    var problems: [String] = []
    let rows = try Row.fetchAll(db, sql: "SELECT id, name, latin, articles FROM bearers ORDER BY id")
    for row in rows where documents.articles[row[0]] ?? 0 != row[3] as Int {
      problems.append("the articles of the name \(row[1] as String) \(row[2] as String) are miscounted")
    }
    let shorts = try Row.fetchAll(db, sql: "SELECT bearer_id, short, articles FROM bearer_shorts")
    var stored: [DocumentCounts.Short: Int] = [:]
    for row in shorts { stored[DocumentCounts.Short(bearer: row[0], text: row[1])] = row[2] }
    if stored != documents.shorts { problems.append("the short forms of names are miscounted") }
    let forms = try Row.fetchAll(db, sql: "SELECT person_id, kind, name, articles FROM person_forms")
    var counted: [DocumentCounts.Form: Int] = [:]
    for row in forms { counted[DocumentCounts.Form(person: row[0], kind: row[1], text: row[2])] = row[3] }
    for person in Set(counted.keys.map(\.person)).union(documents.forms.keys.map(\.person)).sorted() {
      let left = counted.filter { $0.key.person == person }
      if left != documents.forms.filter({ $0.key.person == person }) {
        problems.append("the names of the person with number \(person) are miscounted")
      }
    }
    return problems
  }

  /// Whether everybody is who the documents say.
  private func personProblems() throws -> [String] {
    let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
    let tables = IdentityTables(db)
    let who = try WhoIsWho(tables, tables.bearers(), judgements: judgements)
    var problems: [String] = []
    var judgedNames: [String: Set<NameKey>] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.article_id, d.ordinal, d.bearer_id, p.name_key, b.name FROM document_people d
        JOIN people p ON p.id = d.person_id JOIN bearers b ON b.id = d.bearer_id
        """)
    while let row = try rows.next() {
      let key = who.bearers[row[2]] ?? who.links[row[0]]?[row[1]]
      if let key, judgedNames[key] == nil {
        // An open name, and a name that is told apart by contexts, have keys of their own.
        let isOwn = key.hasPrefix("\(row[4] as String)?") || key.hasPrefix("\(row[4] as String)#")
        judgedNames[key] =
          who.cores[key].map { Set($0.members.map(\.bearer.key)) }
          ?? BareName.judgedNames(of: isOwn ? .open : .core(key), name: row[4])
      }
      if key != row[3] as String {
        problems.append(
          "\(row[4] as String) of article \(row[0] as Int64) is \(row[3] as String), not \(key ?? "nobody")")
      }
    }
    problems += try bearerPersonProblems(who)
    let names = try PersonNameWriter(db)
    let people = try Row.fetchAll(
      db, sql: "SELECT id, name, latin_name, name_key, is_open, shown_key, hidden FROM people ORDER BY id")
    for row in people {
      let person = try names.names(of: row[0])
      if judgements.hides(judgedNames[row[3]] ?? []) != (row[6] as Bool) {
        problems.append(
          "the person \(row[3] as String) is hidden though no user said so, or the other way round")
      }
      if person.shown != row[1] as String || person.latin != row[2] as String?
        || person.shown.map({ NameKey($0) }) != row[5] as NameKey
      {
        problems.append("the person \(row[3] as String) is shown under another name than most articles give")
      }
      if (row[3] as String).hasSuffix("?") != (row[4] as Bool) {
        problems.append("the person \(row[3] as String) is marked as open, or the other way round")
      }
    }
    return problems
  }

  /// Whether bearers know whom all their articles mean.
  private func bearerPersonProblems(_ who: WhoIsWho) throws -> [String] {
    let cores = Set(who.cores.values.flatMap(\.members).map(\.id))
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT b.id, b.name, b.latin, b.is_core, p.name_key FROM bearers b LEFT JOIN people p ON p.id = b.person_id
        WHERE b.articles > 0 ORDER BY b.id
        """)
    return rows.compactMap { row in
      if who.bearers[row[0]] == row[4] as String?, cores.contains(row[0]) == row[3] as Bool { return nil }
      return
        "the name \(row[1] as String) \(row[2] as String) is taken for \(row[4] as String? ?? "several people")"
    }
  }

  private func referenceProblems() throws -> [String] {
    let checks = [
      (
        "a person of an article has no name in the archive",
        "SELECT 1 FROM document_people WHERE bearer_id IS NULL"
      ),
      (
        "article_people disagrees with document_people",
        """
        SELECT 1 FROM (
          SELECT * FROM (SELECT * FROM article_people EXCEPT \(PersonMoves.rows("1")))
          UNION ALL
          SELECT * FROM (\(PersonMoves.rows("1")) EXCEPT SELECT * FROM article_people))
        """
      ),
      (
        "somebody is in no article",
        "SELECT 1 FROM people WHERE id NOT IN (SELECT person_id FROM document_people)"
      ),
      (
        "an article has no evidence about its people",
        "SELECT 1 FROM document_people WHERE article_id NOT IN (SELECT article_id FROM article_evidence)"
      ),
    ]
    return try checks.compactMap { problem, sql in
      try Int.fetchOne(db, sql: sql + " LIMIT 1") == nil ? nil : problem
    }
  }
}

/// What the persons of all documents give, counted without the tables that hold counts.
private struct DocumentCounts {
  struct Short: Hashable {
    let bearer: Int64
    let text: String
  }
  struct Form: Hashable {
    let person: Int64
    let kind: String
    let text: String
  }

  private(set) var articles: [Int64: Int] = [:]
  private(set) var shorts: [Short: Int] = [:]
  private(set) var forms: [Form: Int] = [:]
  private(set) var problems: [String] = []

  init(_ db: Database) throws {
    let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.article_id, a.url_key, d.name, d.forms, d.latin, d.bearer_id, d.person_id, b.name, b.latin
        FROM document_people d JOIN articles a ON a.id = d.article_id LEFT JOIN bearers b ON b.id = d.bearer_id
        ORDER BY d.article_id, d.ordinal
        """)
    var article: Int64?
    var counted: Set<Int64> = []
    while let row = try rows.next() {
      guard let bearer: Int64 = row[5] else { continue }
      if article != row[0] { counted = [] }
      article = row[0]
      let named = NamedForms(
        name: row[2], forms: JSONStrings.decode(row[3]), latin: JSONStrings.decode(row[4]))
      let expected = Bearer(
        name: named.name, latin: named.latin, label: judgements.label(of: named.key, inArticle: row[1]))
      if expected.name != row[7] as String? || (expected.latin?.text ?? "") != row[8] as String? {
        problems.append(
          "a person of article \(row[0] as Int64) is counted under another name than \(expected.text)")
      }
      if counted.insert(bearer).inserted { articles[bearer, default: 0] += 1 }
      for short in named.shorts { shorts[Short(bearer: bearer, text: short), default: 0] += 1 }
      for form in named.forms {
        forms[Form(person: row[6], kind: form.kind.rawValue, text: form.text), default: 0] += 1
      }
    }
  }
}
