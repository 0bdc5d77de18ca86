import GRDB

package import struct Articles.Article

/// An article as stored, with all that is known of it. Times are ISO 8601 UTC text.
package struct StoredArticle: Equatable, Sendable {
  /// The row id: what `dossier show` takes.
  package var id: Int64
  /// The text and addresses.
  package var url: String?
  package var title: String
  package var body: String
  package var caption: String?
  package var imageURL: String?
  package var publishedAt: String?
  package var capturedAt: String?
  package var source: String?
  package var language: String?
  /// SHA-256 of the file it was read from, in hexadecimal.
  package var sha256: String
  /// How many captures changed it; 1 for the first.
  package var revision: Int
  /// The people, most mentions first.
  package var people: [ArticlePerson]
  /// The countries, most mentions first.
  package var countries: [ArticleCountry]
  /// Every mention in the order of the text.
  package var mentions: [StoredMention]
}

/// A person of an article.
package struct ArticlePerson: Equatable, Sendable {
  /// The row id in `people`.
  package var id: Int64
  /// The name by which the archive knows the person, and the fullest one this article gives.
  package var name: String
  package var nameInArticle: String
  /// The forms and Latin spellings this article gives.
  package var forms: [String]
  package var latin: [String]
  /// How many times the article names the person.
  package var mentions: Int
  /// Whether the name may mean several people, and the article does not say which.
  package var isOpen = false
}

/// A country of an article.
package struct ArticleCountry: Equatable, Sendable {
  /// ISO code, Chinese and English name.
  package var code: String
  package var nameZh: String
  package var nameEn: String
  /// How many times, how, and whether the article is about it.
  package var mentions: Int
  package var kind: String
  package var focus: Bool
}

/// A mention as stored.
package struct StoredMention: Equatable, Sendable {
  /// What is mentioned.
  package enum Entity: Equatable, Sendable {
    case person(Int64)
    case country(String)
  }

  /// Where: code points of the field's text, end exclusive.
  package var field: Article.Field
  package var start: Int
  package var end: Int
  /// What.
  package var entity: Entity
}

extension ArticleStore {
  /// The article with a row id; `nil` when there is none.
  package func article(id: Int64) throws -> StoredArticle? {
    try read { db in try Self.fetchArticle(db, where: "id = ?", [id]) }
  }

  /// The article with a canonical URL (``Articles/Article/key(contentHash:)``); `nil` when there is none.
  package func article(urlKey: String) throws -> StoredArticle? {
    try read { db in try Self.fetchArticle(db, where: "url_key = ?", [urlKey]) }
  }

  private static func fetchArticle(
    _ db: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> StoredArticle? {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT * FROM articles WHERE \(condition)", arguments: arguments)
    else { return nil }
    let id: Int64 = row["id"]
    return StoredArticle(
      id: id, url: row["url"], title: row["title"], body: row["body"], caption: row["caption"],
      imageURL: row["image_url"], publishedAt: row["published_at"], capturedAt: row["captured_at"],
      source: row["source"], language: row["language"], sha256: row["sha256"], revision: row["revision"],
      people: try people(db, of: id), countries: try countries(db, of: id), mentions: try mentions(db, of: id)
    )
  }

  private static func people(_ db: Database, of id: Int64) throws -> [ArticlePerson] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.name, d.name, d.forms, d.latin, ap.mentions, p.is_open
        FROM article_people ap JOIN people p ON p.id = ap.person_id
        JOIN document_people d ON d.article_id = ap.article_id AND d.person_id = p.id
        WHERE ap.article_id = ? AND p.hidden = 0 ORDER BY ap.mentions DESC, d.ordinal
        """, arguments: [id]
    )
    // Several persons of an article may be one by the archive's knowledge: 川普 and 唐纳德·特朗普.
    var people: [ArticlePerson] = []
    for row in rows {
      let person = ArticlePerson(
        id: row[0], name: row[1], nameInArticle: row[2], forms: JSONStrings.decode(row[3]),
        latin: JSONStrings.decode(row[4]), mentions: row[5], isOpen: row[6])
      if let index = people.firstIndex(where: { $0.id == person.id }) {
        people[index].forms += person.forms.filter { !people[index].forms.contains($0) }
        people[index].latin += person.latin.filter { !people[index].latin.contains($0) }
      } else {
        people.append(person)
      }
    }
    return people
  }

  private static func countries(_ db: Database, of id: Int64) throws -> [ArticleCountry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.code, c.name_zh, c.name_en, ac.mentions, ac.kind, ac.focus
        FROM article_countries ac JOIN countries c ON c.code = ac.code
        WHERE ac.article_id = ? ORDER BY ac.focus DESC, ac.mentions DESC, c.code
        """, arguments: [id]
    ).map { row in
      ArticleCountry(
        code: row[0], nameZh: row[1], nameEn: row[2], mentions: row[3], kind: row[4], focus: row[5] == 1)
    }
  }

  private static func mentions(_ db: Database, of id: Int64) throws -> [StoredMention] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT field, start, "end", person_id, code FROM mentions WHERE article_id = ? ORDER BY start, "end"
        """, arguments: [id]
    ).compactMap { row in
      guard let field = Article.Field(rawValue: row[0]) else { return nil }
      let entity: StoredMention.Entity =
        if let person: Int64 = row[3] { .person(person) } else { .country(row[4]) }
      return StoredMention(field: field, start: row[1], end: row[2], entity: entity)
    }
  }
}
