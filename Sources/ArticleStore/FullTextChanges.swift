import Articles
import GRDB

/// The columns of `articles_fts` of one article.
struct IndexedText: Equatable {
  let body: String
  let title: String
  let caption: String?
}

extension IndexedText {
  init(_ article: Article) {
    self.init(body: article.body, title: article.title, caption: article.caption)
  }
}

/// The columns of `people_fts` of one person.
struct PersonText: Equatable {
  let names: [String]
  let latin: [String]
}

/// What a transaction must change in the full-text tables, gathered while the ordinary rows are written and
/// applied at its end: a savepoint or another table's statement between two FTS writes makes FTS5 flush what
/// it has gathered, which costs half as much again.
struct FullTextChanges {
  /// By article: what the index holds before the transaction and shall hold after it (`nil`: nothing).
  private var articles: [Int64: (old: IndexedText?, new: IndexedText?)] = [:]
  private var people: Set<Int64> = []

  mutating func articleChanged(_ id: Int64, from old: IndexedText?, to new: IndexedText?) {
    // A second change in one transaction starts from what the index holds, not from the first change's text.
    articles[id] = (old: articles[id].map(\.old) ?? old, new: new)
  }

  mutating func peopleChanged(_ ids: some Sequence<Int64>) {
    people.formUnion(ids)
  }

  /// Brings the names in people's rows up to date, then writes all full-text rows by single-row statements.
  func flush(_ db: Database) throws {
    var peopleTexts: [(id: Int64, old: PersonRow?, new: PersonRow?)] = []
    if !people.isEmpty {
      let names = try PersonNameWriter(db)
      for id in people.sorted() {
        let new = try names.refresh(id).map(PersonRow.init)
        let old = try PersonRow.fetch(id, db)
        if old != new { peopleTexts.append((id, old, new)) }
      }
    }
    let delete = try RepeatedStatement(
      db,
      "INSERT INTO articles_fts (articles_fts, rowid, body, title, caption) VALUES ('delete', ?, ?, ?, ?)")
    let insert = try RepeatedStatement(
      db, "INSERT INTO articles_fts (rowid, body, title, caption) VALUES (?, ?, ?, ?)")
    for (id, change) in articles.sorted(by: { $0.key < $1.key }) where change.old != change.new {
      if let old = change.old { try delete.run(id, old.body, old.title, old.caption) }
      if let new = change.new { try insert.run(id, new.body, new.title, new.caption) }
    }
    let deletePerson = try RepeatedStatement(db, "DELETE FROM people_fts WHERE rowid = ?")
    let insertPerson = try RepeatedStatement(
      db, "INSERT INTO people_fts (rowid, names, latin) VALUES (?, ?, ?)")
    for (id, old, new) in peopleTexts {
      if old != nil { try deletePerson.run(id) }
      if let new { try insertPerson.run(id, new.names, new.latin) }
    }
  }
}

/// A row of `people_fts`: one name a line.
private struct PersonRow: Equatable {
  let names: String
  let latin: String

  init(_ text: PersonText) {
    names = text.names.joined(separator: "\n")
    latin = text.latin.joined(separator: "\n")
  }

  private init(names: String, latin: String) {
    self.names = names
    self.latin = latin
  }

  static func fetch(_ id: Int64, _ db: Database) throws -> PersonRow? {
    try RepeatedStatement(db, "SELECT names, latin FROM people_fts WHERE rowid = ?").first(id) {
      PersonRow(names: $0.text(0) ?? "", latin: $0.text(1) ?? "")
    }
  }
}
