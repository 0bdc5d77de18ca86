import Entities
import GRDB

/// Keeps `people`, `person_names` and `article_people` equal to what the documents say.
///
/// Two document persons are one when their full names have the same key (``Entities/NameKey``). Counts go up
/// and down with the documents, a person without a document disappears, and names are chosen from the counts
/// alone: so the tables are a function of the set of documents, not of the order in which they came.
struct PeopleWriter {
  let db: Database

  /// Replaces the persons of an article.
  ///
  /// - Returns: the row id of each person's row in `people`, in the order given.
  func replacePeople(
    of articleID: Int64, with people: [DocumentPerson], index: inout FullTextChanges
  ) throws -> [Int64] {
    try removePeople(of: articleID, index: &index)
    let insertDocumentPerson = try db.cachedStatement(
      sql: """
        INSERT INTO document_people (article_id, ordinal, name, forms, latin, person_id)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    // Two entries of one document may carry the same name (father and son); they are one row here.
    let insertArticlePerson = try db.cachedStatement(
      sql: """
        INSERT INTO article_people (article_id, person_id, mentions, first_start) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions
        """)
    var ids: [Int64] = []
    for (ordinal, person) in people.enumerated() {
      let id = try personID(for: person)
      ids.append(id)
      try insertDocumentPerson.execute(arguments: [
        articleID, ordinal, person.name, JSONStrings.encode(person.forms), JSONStrings.encode(person.latin),
        id,
      ])
      try insertArticlePerson.execute(arguments: [
        articleID, id, person.mentions.count, person.mentions.first?.start ?? 0,
      ])
      try count(NamedForms(person), of: id, by: 1)
      index.personChanged(id)
    }
    return ids
  }

  /// Takes an article's persons back, with all they contributed.
  func removePeople(of articleID: Int64, index: inout FullTextChanges) throws {
    let stored = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT name, forms, latin, person_id FROM document_people WHERE article_id = ?"),
      arguments: [articleID])
    for row in stored {
      let id: Int64 = row[3]
      let forms = NamedForms(
        name: row[0], forms: JSONStrings.decode(row[1]), latin: JSONStrings.decode(row[2]))
      try count(forms, of: id, by: -1)
      index.personChanged(id)
    }
    for table in ["document_people", "article_people"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article_id = ?").execute(arguments: [articleID])
    }
  }

  private func personID(for person: DocumentPerson) throws -> Int64 {
    let key = NameKey.key(person.name)
    let find = try db.cachedStatement(sql: "SELECT id FROM people WHERE name_key = ?")
    if let id = try Int64.fetchOne(find, arguments: [key]) { return id }
    try db.cachedStatement(sql: "INSERT INTO people (name_key, name) VALUES (?, ?)")
      .execute(arguments: [key, person.name])
    return db.lastInsertedRowID
  }

  private func count(_ forms: NamedForms, of personID: Int64, by step: Int) throws {
    let change = try db.cachedStatement(
      sql: """
        INSERT INTO person_names (person_id, name, kind, articles) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
        """)
    for (name, kind) in forms.kinds {
      try change.execute(arguments: [personID, name, kind, step])
    }
    if step < 0 {
      try db.cachedStatement(sql: "DELETE FROM person_names WHERE person_id = ? AND articles <= 0")
        .execute(arguments: [personID])
    }
  }

  /// Brings a person's row up to date after its documents changed.
  ///
  /// - Returns: the text of its row in `people_fts`; `nil` when no document names the person any more.
  static func refresh(_ id: Int64, _ db: Database) throws -> PersonText? {
    let names = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT name, kind FROM person_names WHERE person_id = ?
          ORDER BY kind = 'full' DESC, articles DESC, length(name) DESC, name
          """),
      arguments: [id]
    ).map { row in (name: row[0] as String, kind: row[1] as String) }
    guard let best = names.first else {
      try db.cachedStatement(sql: "DELETE FROM people WHERE id = ?").execute(arguments: [id])
      return nil
    }
    let latin = names.filter { $0.kind == "latin" }.map(\.name)
    try db.cachedStatement(
      sql: "UPDATE people SET name = ?1, latin_name = ?2 WHERE id = ?3 AND (name, latin_name) IS NOT (?1, ?2)"
    ).execute(arguments: [best.name, latin.first, id])
    var seen: Set<String> = []
    return PersonText(
      names: names.filter { $0.kind != "latin" && seen.insert($0.name).inserted }.map(\.name),
      latin: latin)
  }
}

/// The forms of one document's person, each with its kind in `person_names`.
private struct NamedForms {
  let kinds: [(name: String, kind: String)]

  init(name: String, forms: [String], latin: [String]) {
    let others = forms.filter { $0 != name && !latin.contains($0) }
    kinds = [(name, "full")] + others.map { ($0, "short") } + latin.map { ($0, "latin") }
  }

  init(_ person: DocumentPerson) {
    self.init(name: person.name, forms: person.forms, latin: person.latin)
  }
}
