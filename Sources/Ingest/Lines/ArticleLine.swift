import ArticleStore
import Articles
import Entities
import Foundation

/// One line that `dossier extract` wrote (Documentation/JSONOutput.md), read back.
///
/// Nothing in it is believed unseen: offsets must give the texts they stand for, codes must be countries, nothing that is
/// stored or shown holds control characters, no article is larger than one of a file. People and countries that another
/// version of the extractor found are found anew, so that an archive never mixes versions.
struct ArticleLine: Sendable {
  /// The file that was extracted: path and hash as the line says, the line's own where it does not.
  let file: FileVersion
  /// The article, or why the file has none.
  let result: Result<ExtractedArticle, IngestError>

  /// Reads a line.
  ///
  /// - Parameter name: what the file is called when the line does not say.
  init(_ bytes: [UInt8], name: FilePath) throws(ArticleLineError) {
    let document = try Self.document(bytes)
    try document.checkProvenance()
    var file = FileVersion(
      path: document.path.map { Array($0.utf8) } ?? name.bytes, contentHash: nil, size: document.size)
    if let error = document.error {
      file.contentHash = try document.contentHash()
      self.file = file
      result = .failure(.notExtracted(reason: error.reason, detail: error.detail))
      return
    }
    file.contentHash = try document.contentHash() ?? bytes.withUnsafeBytes { ContentHash(of: $0) }
    self.file = file
    let article = try document.article()
    let size = Article.Field.allCases.reduce(0) { $0 + article[$1].utf8.count }
    if size > ArticleParser.maximumFileSize {
      result = .failure(.tooLarge(bytes: size, limit: ArticleParser.maximumFileSize))
      return
    }
    guard document.extractorVersion == EntityExtractor.version, let people = document.people,
      let countries = document.countries
    else {
      result = .success(EntityExtractor().extract(article))
      return
    }
    let texts = FieldTexts(article)
    var extracted = ExtractedArticle(article: article, people: [], countries: [])
    for person in people { extracted.people.append(try person.person(in: texts)) }
    for country in countries { extracted.countries.append(try country.country(in: texts)) }
    result = .success(extracted)
  }

  private static func document(_ bytes: [UInt8]) throws(ArticleLineError) -> LineDocument {
    do {
      return try JSONDecoder().decode(LineDocument.self, from: Data(bytes))
    } catch DecodingError.keyNotFound(let key, let context) {
      throw .member(Self.name(context.codingPath + [key]), problem: "is missing")
    } catch DecodingError.valueNotFound(_, let context) {
      throw .member(Self.name(context.codingPath), problem: "is null")
    } catch DecodingError.typeMismatch(_, let context) {
      if context.codingPath.isEmpty { throw .notJSON }
      throw .member(Self.name(context.codingPath), problem: "is of another kind than it must be")
    } catch {
      throw .notJSON
    }
  }

  private static func name(_ path: [any CodingKey]) -> String {
    path.map(\.stringValue).joined(separator: ".")
  }
}

/// The fields of an article as scalars, which offsets count.
private struct FieldTexts {
  private let texts: [Article.Field: [Unicode.Scalar]]

  init(_ article: Article) {
    texts = Dictionary(
      uniqueKeysWithValues: Article.Field.allCases.map { ($0, Array(article[$0].unicodeScalars)) })
  }

  func holds(_ text: String, at range: Range<Int>, of field: Article.Field) -> Bool {
    guard let scalars = texts[field], range.upperBound <= scalars.count else { return false }
    return scalars[range].elementsEqual(text.unicodeScalars)
  }
}

/// A line as JSON has it.
private struct LineDocument: Decodable {
  struct Fault: Decodable {
    var reason: String
    var detail: String
  }

  struct Mention: Decodable {
    var field: String
    var start: Int
    var end: Int
    var text: String
    var rule: String
    var confidence: Double
  }

  struct Person: Decodable {
    var name: String
    var forms: [String]
    var latin: [String]
    var mentions: [Mention]
  }

  struct Country: Decodable {
    var code: String
    var forms: [String]
    var kind: String
    var focus: Bool
    var mentions: [Mention]
  }

  var path: String?
  var sha256: String?
  var size: Int?
  var extractorVersion: Int?
  var error: Fault?
  var url: String?
  var title: String?
  var publishedAt: String?
  var capturedAt: String?
  var source: String?
  var language: String?
  var image: String?
  var caption: String?
  var body: String?
  var people: [Person]?
  var countries: [Country]?

  enum CodingKeys: String, CodingKey {
    case path, sha256, size, error, url, title, source, language, image, caption, body, people, countries
    case extractorVersion = "extractor_version"
    case publishedAt = "published_at"
    case capturedAt = "captured_at"
  }

  /// The hash of the file's bytes; `nil` when the line has none.
  func contentHash() throws(ArticleLineError) -> ContentHash? {
    guard let sha256 else { return nil }
    let isHash =
      sha256.utf8.count == 64
      && sha256.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if !isHash { throw .member("sha256", problem: "is no SHA-256 in hexadecimal") }
    return ContentHash(hex: sha256)
  }

  func article() throws(ArticleLineError) -> Article {
    guard let title, !title.isEmpty else { throw .member("title", problem: "is missing or empty") }
    guard let body else { throw .member("body", problem: "is missing") }
    try Self.check(body, "body", mayHaveLines: true)
    let others: [(String?, String)] = [
      (title, "title"), (caption, "caption"), (url, "url"), (image, "image"), (source, "source"),
      (language, "language"),
    ]
    for (text, name) in others { try Self.check(text, name) }
    return Article(
      url: url, title: title, body: body, caption: caption, imageURL: image,
      publishedAt: try Self.time(publishedAt, "published_at"),
      capturedAt: try Self.time(capturedAt, "captured_at"), source: source, language: language)
  }

  /// Checks what the line says of its file.
  func checkProvenance() throws(ArticleLineError) {
    if let size, !(0...ArticleParser.maximumFileSize).contains(size) {
      throw .member("size", problem: "is not from 0 to \(ArticleParser.maximumFileSize), as a file's may be")
    }
    try Self.check(path, "path")
    try Self.check(error?.reason, "error.reason")
    try Self.check(error?.detail, "error.detail")
  }

  /// What is stored or shown has no control characters but the line ends of a body: offsets, every reader, and the
  /// terminals of those who see it count on that.
  fileprivate static func check(
    _ text: String?, _ name: String, mayHaveLines: Bool = false
  ) throws(ArticleLineError) {
    guard let text else { return }
    let isClean = text.unicodeScalars.allSatisfy { !$0.isControl || mayHaveLines && $0 == "\n" }
    if !isClean { throw .member(name, problem: "holds control characters") }
  }

  private static func time(_ text: String?, _ name: String) throws(ArticleLineError) -> Timestamp? {
    guard let text else { return nil }
    guard let time = Timestamp(iso8601: text) else {
      throw .member(name, problem: "is no time like 2024-10-21T13:36:07Z")
    }
    return time
  }
}

extension LineDocument.Person {
  fileprivate func person(in texts: FieldTexts) throws(ArticleLineError) -> DocumentPerson {
    for text in [name] + forms + latin {
      if text.isEmpty { throw .member("people.name", problem: "or a form of it is empty") }
      try LineDocument.check(text, "people.name")
    }
    if NameKey(name).isEmpty { throw .member("people.name", problem: "holds nothing of a name") }
    return DocumentPerson(
      name: name, forms: forms, latin: latin,
      mentions: try LineDocument.mentions(mentions, "people", in: texts))
  }
}

extension LineDocument.Country {
  fileprivate func country(in texts: FieldTexts) throws(ArticleLineError) -> DocumentCountry {
    for text in forms + [code] { try LineDocument.check(text, "countries") }
    guard CountryGazetteer.country(code: code) != nil else {
      throw .member("countries.code", problem: "is no country: '\(code)'")
    }
    guard let kind = DocumentCountry.Kind(rawValue: kind) else {
      throw .member(
        "countries.kind",
        problem: "is none of \(DocumentCountry.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return DocumentCountry(
      code: code, forms: forms, kind: kind, focus: focus,
      mentions: try LineDocument.mentions(mentions, "countries", in: texts))
  }
}

extension LineDocument {
  fileprivate static func mentions(
    _ mentions: [Mention], _ entity: String, in texts: FieldTexts
  ) throws(ArticleLineError) -> [Entities.Mention] {
    var result: [Entities.Mention] = []
    for mention in mentions {
      guard let field = Article.Field(rawValue: mention.field) else {
        throw .member("\(entity).mentions.field", problem: "is none of title, body, caption")
      }
      try check(mention.text, "\(entity).mentions.text", mayHaveLines: field == .body)
      try check(mention.rule, "\(entity).mentions.rule")
      guard mention.start >= 0, mention.start < mention.end,
        texts.holds(mention.text, at: mention.start..<mention.end, of: field)
      else {
        throw .member(
          "\(entity).mentions",
          problem:
            "says that '\(mention.text)' stands at \(mention.start)–\(mention.end) of the \(field.rawValue), where it does not"
        )
      }
      result.append(
        Entities.Mention(
          field: field, start: mention.start, end: mention.end, text: mention.text, rule: mention.rule,
          confidence: mention.confidence))
    }
    return result
  }
}
