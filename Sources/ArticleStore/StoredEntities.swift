import Articles
import Entities
import GRDB

/// The people, countries and mentions of a stored article, as the extractor found them.
struct StoredEntities {
  /// The people, each at its ordinal.
  private(set) var people: [DocumentPerson] = []
  /// The countries, in the order of first mention.
  private(set) var countries: [DocumentCountry] = []

  /// Reads the entities of an article.
  init(_ db: Database, of article: Int64) throws {
    let mentions = try Mentions(db, of: article)
    people = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT ordinal, name, forms, latin FROM document_people WHERE article_id = ? ORDER BY ordinal"),
      arguments: [article]
    ).map { row in
      DocumentPerson(
        name: row[1], forms: JSONStrings.decode(row[2]), latin: JSONStrings.decode(row[3]),
        mentions: mentions.ofPeople[row[0]] ?? [])
    }
    let statement = try db.cachedStatement(
      sql: "SELECT code, kind, focus FROM article_countries WHERE article_id = ?")
    var rows: [String: (kind: DocumentCountry.Kind, focus: Bool)] = [:]
    for row in try Row.fetchAll(statement, arguments: [article]) {
      rows[row[0]] = (DocumentCountry.Kind(rawValue: row[1]) ?? .name, row[2])
    }
    countries = mentions.codes.compactMap { code in
      guard let row = rows[code] else { return nil }
      let ofCountry = mentions.ofCountries[code] ?? []
      var forms: [String] = []
      for mention in ofCountry where !forms.contains(mention.text) { forms.append(mention.text) }
      return DocumentCountry(code: code, forms: forms, kind: row.kind, focus: row.focus, mentions: ofCountry)
    }
  }

  /// The mentions of an article: those of each of its persons by ordinal, those of each country by code, and the codes
  /// in the order of the text.
  private struct Mentions {
    var ofPeople: [Int: [Mention]] = [:]
    var ofCountries: [String: [Mention]] = [:]
    var codes: [String] = []

    init(_ db: Database, of article: Int64) throws {
      let statement = try db.cachedStatement(
        sql: """
          SELECT m.field, m.start, m."end", m.text, r.name, m.confidence, m.ordinal, m.code
          FROM mention_rows m JOIN mention_rules r ON r.id = m.rule WHERE m.article_id = ? ORDER BY m.position
          """)
      let rows = try Row.fetchCursor(statement, arguments: [article])
      while let row = try rows.next() {
        guard let field = Article.Field(number: row[0]) else { continue }
        let mention = Mention(
          field: field, start: row[1], end: row[2], text: row[3], rule: row[4], confidence: row[5])
        if let code: String = row[7] {
          if ofCountries[code] == nil { codes.append(code) }
          ofCountries[code, default: []].append(mention)
        } else if let ordinal: Int = row[6] {
          ofPeople[ordinal, default: []].append(mention)
        }
      }
    }
  }
}

extension Article.Field {
  /// The number of the field in `mention_rows`.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The field with a number; `nil` where there is none.
  init?(number: Int) {
    guard Self.allCases.indices.contains(number) else { return nil }
    self = Self.allCases[number]
  }
}
