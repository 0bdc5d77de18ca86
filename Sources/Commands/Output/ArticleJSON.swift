import Articles
import Entities
import Ingest

/// The JSON of `dossier extract`, one object a file.
enum ArticleJSON {
  /// The line of a file that holds an article.
  static func line(_ path: String, _ extracted: ExtractedArticle) -> String {
    let article = extracted.article
    return JSON.object([
      ("path", .string(path)), ("url", .optional(article.url)), ("title", .string(article.title)),
      ("published_at", .optional(article.publishedAt?.iso8601)),
      ("captured_at", .optional(article.capturedAt?.iso8601)), ("source", .optional(article.source)),
      ("language", .optional(article.language)), ("image", .optional(article.imageURL)),
      ("caption", .optional(article.caption)), ("body", .string(article.body)),
      ("people", .array(extracted.people.map(json))), ("countries", .array(extracted.countries.map(json))),
    ]).text
  }

  /// The line of a file that holds none.
  static func line(_ path: String, error: IngestError) -> String {
    var members: [(String, JSON)] = [
      ("reason", .string(error.reason)), ("detail", .string(error.description)),
    ]
    if let line = error.line { members.append(("line", .int(line))) }
    return JSON.object([("path", .string(path)), ("error", .object(members))]).text
  }

  private static func json(_ person: DocumentPerson) -> JSON {
    .object([
      ("name", .string(person.name)), ("forms", .strings(person.forms)), ("latin", .strings(person.latin)),
      ("mentions", .array(person.mentions.map(json))),
    ])
  }

  private static func json(_ country: DocumentCountry) -> JSON {
    .object([
      ("code", .string(country.code)), ("forms", .strings(country.forms)),
      ("kind", .string(country.kind.rawValue)), ("focus", .bool(country.focus)),
      ("mentions", .array(country.mentions.map(json))),
    ])
  }

  private static func json(_ mention: Mention) -> JSON {
    .object([
      ("field", .string(mention.field.rawValue)), ("start", .int(mention.start)), ("end", .int(mention.end)),
      ("text", .string(mention.text)), ("rule", .string(mention.rule)),
      ("confidence", .double(mention.confidence)),
    ])
  }
}
