import ArticleStore
import Articles
import Entities

/// Articles as schema.org's NewsArticle, nodes of one JSON-LD document that needs no context from elsewhere.
enum LinkedData {
  /// What stands before the first and after the last node.
  static let head = "{\"@context\":" + context.text + ",\"@graph\":[\n"
  static let foot = "\n]}\n"

  /// Types as schema.org's own context gives them to the properties used here.
  private static let context = JSON.object([
    ("@vocab", .string("https://schema.org/")),
    ("url", .object([("@type", .string("@id"))])), ("contentUrl", .object([("@type", .string("@id"))])),
    ("datePublished", .object([("@type", .string("DateTime"))])),
  ])

  /// The node of an article. People and countries are nodes too; the same person has the same `@id` in all of them.
  static func article(_ stored: ExportedArticle) -> JSON {
    let article = stored.article
    let address = article.url.flatMap(iri)
    var members: [(String, JSON)] = [
      ("@id", .string(address ?? "_:article\(stored.id)")), ("@type", .string("NewsArticle")),
      ("headline", .string(article.title)),
    ]
    func add(_ name: String, _ value: JSON?) { if let value { members.append((name, value)) } }
    add("url", address.map(JSON.string))
    add("datePublished", article.publishedAt.map { .string($0.iso8601) })
    add("publisher", article.source.map { object("Organization", [("name", .string($0))]) })
    add("inLanguage", article.language.map(JSON.string))
    add("image", image(article))
    add("articleBody", article.body.isEmpty ? nil : .string(article.body))
    let focus = stored.countries.filter(\.focus).map(country)
    if !focus.isEmpty { members.append(("about", .array(focus))) }
    let others = stored.countries.filter { !$0.focus && $0.kind.isNaming }.map(country)
    let mentions = people(stored.people) + others
    if !mentions.isEmpty { members.append(("mentions", .array(mentions))) }
    return .object(members)
  }

  private static func image(_ article: Article) -> JSON? {
    guard let address = article.imageURL.flatMap(iri) else { return nil }
    var members: [(String, JSON)] = [("contentUrl", .string(address))]
    if let caption = article.caption { members.append(("caption", .string(caption))) }
    return object("ImageObject", members)
  }

  /// A node a person: two names of an article may be one person to the archive.
  private static func people(_ people: [ExportedArticle.Person]) -> [JSON] {
    var order: [Int64] = []
    var names: [Int64: [String]] = [:]
    var open: Set<Int64> = []
    for entry in people {
      if names[entry.personID] == nil { order.append(entry.personID) }
      if entry.isOpen { open.insert(entry.personID) }
      let all = [entry.name] + entry.person.forms + entry.person.latin + [entry.latinName].compactMap(\.self)
      for name in all where names[entry.personID]?.contains(name) != true {
        names[entry.personID, default: []].append(name)
      }
    }
    return order.map { id in
      let all = names[id] ?? []
      // An open name in two articles may be two people: it is a node of its own in each.
      var members: [(String, JSON)] = open.contains(id) ? [] : [("@id", .string("_:person\(id)"))]
      members += named(all.first ?? "", others: Array(all.dropFirst()))
      return object("Person", members)
    }
  }

  private static func country(_ country: DocumentCountry) -> JSON {
    let known = CountryGazetteer.country(code: country.code)
    var members: [(String, JSON)] = [
      ("@id", .string("_:country\(country.code)")), ("identifier", .string(country.code)),
    ]
    members += named(known?.nameZh ?? country.code, others: [known?.nameEn].compactMap(\.self))
    // What is no state, or not by everybody's word, is an area that is administered.
    let isState = known?.kind == .state || known?.kind == .historical
    return object(isState ? "Country" : "AdministrativeArea", members)
  }

  private static func named(_ name: String, others: [String]) -> [(String, JSON)] {
    [("name", .string(name))] + (others.isEmpty ? [] : [("alternateName", .strings(others))])
  }

  private static func object(_ type: String, _ members: [(String, JSON)]) -> JSON {
    .object([("@type", .string(type))] + members)
  }

  /// An address as an IRI, with what none may hold escaped; `nil` when it has no scheme.
  static func iri(_ address: String) -> String? {
    guard let colon = address.firstIndex(of: ":"), colon != address.startIndex,
      address[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    let digits = Array("0123456789ABCDEF".utf8)
    let written = Array(address.utf8)
    var bytes: [UInt8] = []
    for (index, byte) in written.enumerated() {
      let isStray =
        byte == UInt8(ascii: "%") && written[(index + 1)...].prefix(2).count(where: isHexDigit) < 2
      if isStray || byte <= 0x20 || byte == 0x7F || "<>\"{}|\\^`[]".utf8.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }
}
