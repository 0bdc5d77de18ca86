import ArgumentParser
import ArticleStore
import Articles
import Entities

/// Articles as four tables in a folder, CSV as RFC 4180 has it: `articles.csv`, and by article `people.csv`,
/// `countries.csv` and `mentions.csv`.
struct TableExport: ArticleWriting {
  private let folder: NewFolder
  private var articles: CSVFile
  private var people: CSVFile
  private var countries: CSVFile
  private var mentions: CSVFile

  /// - Throws: ``CommandError`` when the folder is there already or cannot be made.
  init(folder: String) throws(CommandError) {
    let made = try NewFolder(folder)
    self.folder = made
    articles = try CSVFile(
      "\(folder)/articles.csv", made,
      [
        "id", "url", "title", "published_at", "captured_at", "source", "language", "image", "caption", "body",
        "sha256", "revision",
      ])
    people = try CSVFile(
      "\(folder)/people.csv", made,
      [
        "article_id", "person_id", "name", "latin_name", "name_in_article", "forms", "latin", "mentions",
        "is_open",
      ])
    countries = try CSVFile(
      "\(folder)/countries.csv", made,
      ["article_id", "code", "name_zh", "name_en", "kind", "focus", "forms", "mentions"])
    mentions = try CSVFile(
      "\(folder)/mentions.csv", made,
      ["article_id", "field", "start", "end", "text", "entity", "person_id", "code", "rule", "confidence"])
  }

  mutating func append(_ stored: ExportedArticle) throws {
    let (id, article) = (JSON.int(Int(stored.id)), stored.article)
    articles.append([
      id, .optional(article.url), .string(article.title), .optional(article.publishedAt?.iso8601),
      .optional(article.capturedAt?.iso8601), .optional(article.source), .optional(article.language),
      .optional(article.imageURL), .optional(article.caption), .string(article.body), .string(stored.sha256),
      .int(stored.revision),
    ])
    for entry in stored.people {
      let (person, personID) = (entry.person, JSON.int(Int(entry.personID)))
      people.append([
        id, personID, .string(entry.name), .optional(entry.latinName), .string(person.name),
        .strings(person.forms), .strings(person.latin), .int(person.mentions.count),
        .int(entry.isOpen ? 1 : 0),
      ])
      append(person.mentions, id, entity: "person", person: personID, code: .null)
    }
    for country in stored.countries {
      let known = CountryGazetteer.country(code: country.code)
      countries.append([
        id, .string(country.code), .optional(known?.nameZh), .optional(known?.nameEn),
        .string(country.kind.rawValue), .int(country.focus ? 1 : 0), .strings(country.forms),
        .int(country.mentions.count),
      ])
      append(country.mentions, id, entity: "country", person: .null, code: .string(country.code))
    }
    for table in [articles, people, countries, mentions] { try table.file.check() }
  }

  private mutating func append(
    _ places: [Mention], _ id: JSON, entity: String, person: JSON, code: JSON
  ) {
    for mention in places {
      mentions.append([
        id, .string(mention.field.rawValue), .int(mention.start), .int(mention.end), .string(mention.text),
        .string(entity), person, code, .string(mention.rule), .double(mention.confidence),
      ])
    }
  }

  mutating func finish() throws {
    // No table has its name before all are written.
    try articles.file.flush()
    try people.file.flush()
    try countries.file.flush()
    try mentions.file.flush()
    try articles.file.finish()
    try people.file.finish()
    try countries.file.finish()
    try mentions.file.finish()
    folder.finish()
  }
}

/// A table in a file, its first record the names of the columns.
private struct CSVFile {
  var file: OutputFile

  init(_ path: String, _ folder: NewFolder, _ columns: [String]) throws(CommandError) {
    file = try OutputFile(path: path, in: folder)
    append(columns.map(JSON.string))
  }

  mutating func append(_ record: [JSON]) {
    file.append(Records.csv(record) + "\r\n")
  }
}
