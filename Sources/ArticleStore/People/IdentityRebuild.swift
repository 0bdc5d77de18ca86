import Entities
import GRDB

/// Writes names and people anew from the persons of all documents.
struct IdentityRebuild {
  let db: Database

  func run() throws {
    let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
    let documents = try DocumentNames(db, judgements)
    let identity = PersonIdentity(names: Array(documents.records.values), judgements: judgements)
    let rename = try db.cachedStatement(
      sql: "UPDATE document_people SET name_key = ? WHERE article_id = ? AND ordinal = ?")
    for (article, ordinal, key) in documents.renamed {
      try rename.execute(arguments: [key, article, ordinal])
    }
    let entries = try writeNames(documents, identity)
    var index = FullTextChanges()
    for id in try PersonAssignment(db: db).assign(identity.people, to: entries) { index.personChanged(id) }
    try assignDocuments()
    // Whoever has no name any more: nothing refers to them.
    for id in try Int64.fetchAll(
      db, sql: "SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM names)")
    {
      try db.execute(sql: "DELETE FROM people WHERE id = ?", arguments: [id])
      index.personChanged(id)
    }
    try index.flush(db)
  }

  /// Replaces `names` and `name_forms`; each name keeps the person it had.
  ///
  /// - Returns: the rows written, and those of names that are gone.
  private func writeNames(
    _ documents: DocumentNames, _ identity: PersonIdentity
  ) throws -> [NameKey: NameTable.Entry] {
    var people = documents.people
    for row in try Row.fetchAll(db, sql: "SELECT key, person_id FROM names") { people[row[0]] = row[1] }
    var rows: [Int64: (key: NameKey, isHidden: Bool)] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name_key, hidden FROM people") {
      rows[row[0]] = (row[1], row[2])
    }
    try db.execute(sql: "DELETE FROM names")
    try db.execute(sql: "DELETE FROM name_forms")
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO names (key, person_id, articles, latin_articles, is_dotted, known, core, owner,
          owner_articles)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let insertForm = try db.cachedStatement(
      sql: "INSERT INTO name_forms (name_key, kind, text, form_key, articles) VALUES (?, ?, ?, ?, ?)")
    var entries: [NameKey: NameTable.Entry] = [:]
    for (key, record) in documents.records.sorted(by: { $0.key < $1.key }) {
      guard let name = identity.names[key], let person = people[key] else { continue }
      let known = KnownSpellings.shared.number(of: record).map { KnownSpellings.shared.shortForms($0)[0] }
      try insert.execute(arguments: [
        key, person, record.articles, record.latinArticles, name.isDotted, known, name.core, name.owner,
        name.ownerArticles,
      ])
      for (form, articles) in record.forms {
        try insertForm.execute(arguments: [key, form.kind.rawValue, form.text, form.key, articles])
      }
      entries[key] = NameTable.Entry(
        name: name, latinArticles: record.latinArticles, role: .full, known: known, person: person,
        personKey: rows[person]?.key, isHidden: rows[person]?.isHidden ?? false)
    }
    return entries
  }

  /// Brings everything that refers to a person in line with the names.
  private func assignDocuments() throws {
    try db.execute(
      sql: """
        UPDATE document_people SET person_id = (SELECT person_id FROM names WHERE key = name_key)
        WHERE person_id <> (SELECT person_id FROM names WHERE key = name_key);
        UPDATE mentions SET person_id = (
          SELECT d.person_id FROM document_people d
          WHERE d.article_id = mentions.article_id AND d.ordinal = mentions.ordinal)
        WHERE person_id IS NOT NULL AND person_id <> (
          SELECT d.person_id FROM document_people d
          WHERE d.article_id = mentions.article_id AND d.ordinal = mentions.ordinal);
        DELETE FROM article_people;
        INSERT INTO article_people \(ArticlePeople.rows) GROUP BY article_id, person_id);
        """)
  }
}
