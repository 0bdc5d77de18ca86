import Articles
import Entities
import Ingest

/// The JSON of `dossier extract`, one object a file.
enum ArticleJSON {
  /// The line of a file that holds an article; with `decisions` what became of each candidate for a person.
  static func line(_ path: String, _ extracted: ExtractedArticle, decisions: [NameDecision]? = nil) -> String
  {
    let article = extracted.article
    var members: [(String, JSON)] = [
      ("path", .string(path)), ("url", .optional(article.url)), ("title", .string(article.title)),
      ("published_at", .optional(article.publishedAt?.iso8601)),
      ("captured_at", .optional(article.capturedAt?.iso8601)), ("source", .optional(article.source)),
      ("language", .optional(article.language)), ("image", .optional(article.imageURL)),
      ("caption", .optional(article.caption)), ("body", .string(article.body)),
      ("people", .array(extracted.people.map(json))), ("countries", .array(extracted.countries.map(json))),
    ]
    if let decisions { members.append(("decisions", .array(decisions.map(json)))) }
    return JSON.object(members).text
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

  private static func json(_ decision: NameDecision) -> JSON {
    .object([
      ("field", .string(decision.field.rawValue)), ("start", .int(decision.start)),
      ("end", .int(decision.end)), ("text", .string(decision.text)), ("rule", .string(decision.rule)),
      ("score", .double(decision.score)), ("kept", .bool(decision.isKept)),
      ("reason", .string(decision.reason)),
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
