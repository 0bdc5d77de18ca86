import Entities
import GRDB

/// Writes the persons of articles: `document_people`, `article_people`, and what they add to the names of the
/// archive (``NameChanges``), from which people are computed at the end of the transaction.
struct PeopleWriter {
  let db: Database

  /// Writes the persons of an article that has none.
  ///
  /// - Returns: the row id of each person's row in `people` as far as known now, in the order given.
  func addPeople(
    _ people: [EntityRows.Person], to articleID: Int64, index: inout FullTextChanges
  ) throws -> [Int64] {
    let insertDocumentPerson = try RepeatedStatement(
      db,
      """
      INSERT INTO document_people (article_id, ordinal, name, forms, latin, person_id, name_key, mentions,
        first_start)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    // Two entries of one document may be one person (father and son of one name); they are one row here.
    let insertArticlePerson = try RepeatedStatement(
      db,
      """
      INSERT INTO article_people (article_id, person_id, mentions, first_start) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions
      """)
    let judgements = try index.names.judgements(db)
    let address = judgements.separatesArticles ? try address(of: articleID) : ""
    var names = ArticleNames()
    var ids: [Int64] = []
    for (ordinal, person) in people.enumerated() {
      let key = judgements.key(of: person.given.key, inArticle: address)
      names.add(person.given, under: key)
      let id = try index.names.bearer(of: key, name: person.name, db)
      ids.append(id)
      try insertDocumentPerson.run(
        articleID, ordinal, person.name, person.forms, person.latin, id, key, person.mentions,
        person.firstStart)
      try insertArticlePerson.run(articleID, id, person.mentions, person.firstStart)
    }
    index.names.count(names, by: 1)
    return ids
  }

  /// Takes an article's persons back, with all they contributed.
  func removePeople(of articleID: Int64, index: inout FullTextChanges) throws {
    index.names.count(try names(of: articleID), by: -1)
    for table in ["document_people", "article_people"] {
      try RepeatedStatement(db, "DELETE FROM \(table) WHERE article_id = ?").run(articleID)
    }
  }

  /// Counts an article's persons again under the names that the judgements of now give them.
  func recount(_ articleID: Int64, index: inout FullTextChanges) throws {
    index.names.count(try names(of: articleID), by: -1)
    let judgements = try index.names.judgements(db)
    let address = try address(of: articleID)
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT ordinal, name, person_id FROM document_people WHERE article_id = ?"),
      arguments: [articleID])
    let update = try db.cachedStatement(
      sql: "UPDATE document_people SET name_key = ?1, person_id = ?2 WHERE article_id = ?3 AND ordinal = ?4")
    let mentions = try db.cachedStatement(
      sql: "UPDATE mentions SET person_id = ? WHERE article_id = ? AND ordinal = ?")
    var people = ArticlePeople(db: db)
    for row in rows {
      let (ordinal, name, before): (Int, String, Int64) = (row[0], row[1], row[2])
      let key = judgements.key(of: NameKey(name), inArticle: address)
      let id = try index.names.bearer(of: key, name: name, db)
      try update.execute(arguments: [key, id, articleID, ordinal])
      try mentions.execute(arguments: [id, articleID, ordinal])
      people.insert([articleID], from: before, to: id)
    }
    index.names.count(try names(of: articleID), by: 1)
    try people.rebuild()
  }

  private func names(of articleID: Int64) throws -> ArticleNames {
    var names = ArticleNames()
    let statement = try db.cachedStatement(
      sql: "SELECT name_key, name, forms, latin FROM document_people WHERE article_id = ?")
    for row in try Row.fetchAll(statement, arguments: [articleID]) {
      let given = GivenName(
        name: row[1], forms: JSONStrings.decode(row[2]), latin: JSONStrings.decode(row[3]))
      names.add(given, under: row[0])
    }
    return names
  }

  private func address(of articleID: Int64) throws -> String {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT url_key FROM articles WHERE id = ?"), arguments: [articleID]) ?? ""
  }
}
