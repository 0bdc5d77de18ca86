import ArticleStore
import Articles
import Entities
import Ingest

/// The JSON of an article with its people and countries (Documentation/JSONOutput.md): what `dossier extract` writes of
/// each file, `dossier export` of each stored article, and `dossier ingest --from-jsonl` reads.
enum ArticleJSON {
  /// The line of a file.
  ///
  /// - Parameter explaining: whether it says what became of each candidate for a person.
  static func line(_ file: ExtractedFile, explaining: Bool) -> String {
    switch file.result {
    case .success(let extracted):
      var members = provenance(file.file.displayPath, file.file.contentHash?.hex, file.file.size)
      members.append(("extractor_version", .int(EntityExtractor.version)))
      members += article(extracted.article)
      members.append(("people", .array(extracted.people.map { .object(person($0)) })))
      members.append(("countries", .array(extracted.countries.map(country))))
      if explaining {
        let decisions = EntityExtractor().decisions(extracted.article)
        members.append(("decisions", .array(decisions.map(json))))
      }
      return JSON.object(members).text
    case .failure(let error):
      return line(file.file, error: error)
    }
  }

  /// The line of a file or folder that could not be read.
  static func line(_ file: FileVersion, error: IngestError) -> String {
    var fault: [(String, JSON)] = [
      ("reason", .string(error.reason)), ("detail", .string(error.description)),
    ]
    if let line = error.line { fault.append(("line", .int(line))) }
    var members: [(String, JSON)] = [("path", .string(file.displayPath))]
    if file.contentHash != nil { members = provenance(file.displayPath, file.contentHash?.hex, file.size) }
    return JSON.object(members + [("error", .object(fault))]).text
  }

  /// The line of a stored article: the same, between its number and what the archive knows of its people.
  static func line(_ stored: ExportedArticle) -> String {
    var members: [(String, JSON)] = [("id", .int(Int(stored.id))), ("revision", .int(stored.revision))]
    members += provenance(stored.path, stored.sha256, stored.size)
    members.append(("extractor_version", .int(stored.extractorVersion)))
    members += article(stored.article)
    let people = stored.people.map { entry in
      JSON.object(
        person(entry.person) + [
          ("person_id", .int(Int(entry.personID))), ("known_as", .string(entry.name)),
          ("is_open", .bool(entry.isOpen)),
        ])
    }
    members.append(("people", .array(people)))
    members.append(("countries", .array(stored.countries.map(country))))
    return JSON.object(members).text
  }

  private static func provenance(_ path: String?, _ sha256: String?, _ size: Int?) -> [(String, JSON)] {
    [("path", .optional(path)), ("sha256", .optional(sha256)), ("size", size.map(JSON.int) ?? .null)]
  }

  private static func article(_ article: Article) -> [(String, JSON)] {
    [
      ("url", .optional(article.url)), ("title", .string(article.title)),
      ("published_at", .optional(article.publishedAt?.iso8601)),
      ("captured_at", .optional(article.capturedAt?.iso8601)), ("source", .optional(article.source)),
      ("language", .optional(article.language)), ("image", .optional(article.imageURL)),
      ("caption", .optional(article.caption)), ("body", .string(article.body)),
    ]
  }

  private static func person(_ person: DocumentPerson) -> [(String, JSON)] {
    [
      ("name", .string(person.name)), ("forms", .strings(person.forms)), ("latin", .strings(person.latin)),
      ("mentions", .array(person.mentions.map(json))),
    ]
  }

  private static func country(_ country: DocumentCountry) -> JSON {
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
