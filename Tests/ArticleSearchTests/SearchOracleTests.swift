import Articles
import Entities
import TestSupport
import Testing

@testable import ArticleSearch

/// Random articles and queries against a search that looks at every unit of every article.
@Suite struct SearchOracleTests {
  /// Simplified, traditional, Latin, digits and signs, few enough that random terms occur more than once.
  private static let pieces = [
    "国", "國", "气", "氣", "球", "人", "民", "大", "使", "召", "见", "見", "台", "湾", "AI", "ai", "Tai", "wan", "Ｘ", "x",
    "3",
    "13", "年", "５", "5", "，", ",", "。", "·", " ", "\u{3000}", "\n", "“", "%", "で", "서", "😀",
  ]

  private static func text(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  private static func articles(_ count: Int, _ random: inout SeededGenerator) -> [ExtractedArticle] {
    (0..<count).map { _ in
      Samples.extracted(
        title: text(1...12, &random), body: text(0...60, &random),
        caption: Bool.random(using: &random) ? text(1...12, &random) : nil)
    }
  }

  /// A term as typed between quotes and as the oracle understands it.
  private struct Term {
    let text: String
    let column: String?

    init(from articles: [ExtractedArticle], _ random: inout SeededGenerator) {
      let article = articles.randomElement(using: &random)?.article
      let source = [article?.title, article?.body, article?.caption].compactMap(\.self)
        .randomElement(using: &random)
      let scalars = Array((source ?? "").unicodeScalars)
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, start + Int.random(in: 1...5, using: &random))
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      text = String(view)
      column = [nil, nil, nil, "title", "body", "caption"].randomElement(using: &random) ?? nil
    }

    var typed: String { (column.map { $0 + ":" } ?? "") + "\"\(text)\"" }

    var hasUnits: Bool { !OracleUnits.units(text).isEmpty }

    func isIn(_ article: ExtractedArticle) -> Bool {
      let texts = [
        "title": article.article.title, "body": article.article.body,
        "caption": article.article.caption ?? "",
      ]
      let units = OracleUnits.units(text)
      return texts.contains { name, text in
        (column == nil || column == name) && OracleUnits.contains(OracleUnits.units(text), units)
      }
    }
  }

  @Test func randomQueriesFindExactlyWhatHoldsThem() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededGenerator(seed: seed)
    let articles = Self.articles(60, &random)
    let archive = try SearchedArchive(articles)
    var found = 0
    for _ in 0..<400 {
      let groups = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in Term(from: articles, &random) }
      }
      let excluded = Int.random(in: 0..<4, using: &random) == 0 ? Term(from: articles, &random) : nil
      // Terms without a unit are dropped; what is left then means something else, which HanQueryTests tell.
      guard (groups.flatMap(\.self) + [excluded].compactMap(\.self)).allSatisfy(\.hasUnits) else { continue }
      let query =
        (groups.map { $0.map(\.typed).joined(separator: " OR ") }
        + [excluded.map { "-" + $0.typed }].compactMap(\.self))
        .joined(separator: " ")
      let expected = articles.indices.filter { index in
        groups.allSatisfy { $0.contains { $0.isIn(articles[index]) } }
          && excluded?.isIn(articles[index]) != true
      }.map { Int64($0 + 1) }
      #expect(try archive.exact(query) == expected, "seed \(seed), query \(query.debugDescription)")
      found += expected.count
    }
    #expect(found > 400, "seed \(seed)")
  }

  /// Whatever is typed, the search answers.
  @Test func noTextIsAnError() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededGenerator(seed: seed)
    let archive = try SearchedArchive(Self.articles(5, &random))
    let signs = [
      "\"", "“", "*", "-", "－", "OR", "AND", "NOT", "NEAR(", "(", ")", "title:", "body:", ":", "{", "}", "^",
      "+", "'",
      "\\", "\0", "%", ";", "\u{FEFF}", "\u{301}", "\u{E000}", "\u{10FFFF}", " ", "\r\n", "ß", "ﬁ", "İ", "٣",
    ]
    for _ in 0..<2000 {
      let query = (0..<Int.random(in: 0...12, using: &random)).map { _ -> String in
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5: return signs.randomElement(using: &random) ?? ""
        case 5..<8: return Self.pieces.randomElement(using: &random) ?? ""
        default:
          let value = UInt32.random(in: 0...0x2FFFF, using: &random)
          return Unicode.Scalar(value).map { String(Character($0)) } ?? ""
        }
      }.joined()
      #expect(throws: Never.self, "seed \(seed), query \(query.debugDescription)") {
        try archive.search(query) { $0.limit = Bool.random(using: &random) ? 3 : nil }
      }
    }
  }

  /// Names of people and countries, sources and dates are user's text as well: an error is one of ours.
  @Test func noFilterIsAnErrorOfTheDatabase() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededGenerator(seed: seed)
    let archive = try SearchedArchive(Self.articles(2, &random))
    let signs = ["\"", "'", "*", "-", "\0", "%", "OR", ":", "(", "王", "a", "·", " ", "1", "\u{301}"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? ""
      }
      .joined()
      #expect(throws: Never.self, "seed \(seed), text \(text.debugDescription)") {
        _ = try archive.search("国") { $0.people = [text] }
        _ = try archive.search("国") { $0.sources = [text] }
        do {
          _ = try archive.search("国") { $0.countries = [text] }
        } catch is ArticleSearchError {}
        do {
          _ = try archive.search("国") { $0.since = text }
        } catch is ArticleSearchError {}
      }
    }
  }
}

/// Units of the few characters that these tests use, by the words of Documentation/Search.md alone.
enum OracleUnits {
  private static let folded: [Character: Character] = [
    "國": "国", "氣": "气", "見": "见", "Ｘ": "x", "５": "5", "，": ",", "\u{3000}": " ",
  ]

  static func units(_ text: String) -> [String] {
    var units: [String] = []
    /// What the run that may go on is made of: letters or digits; `nil` when none may.
    var run: Bool?
    for character in text {
      let character = folded[character] ?? Character(character.lowercased())
      let isDigit = ("0"..."9").contains(character)
      if character == " " || character == "·" {
        run = nil
      } else if isDigit || ("a"..."z").contains(character) {
        if run == isDigit {
          units[units.count - 1].append(character)
        } else {
          units.append(String(character))
        }
        run = isDigit
      } else {
        if character != "\n" || units.last != "\n" { units.append(String(character)) }
        run = nil
      }
    }
    return units
  }

  static func contains(_ text: [String], _ term: [String]) -> Bool {
    guard text.count >= term.count else { return false }
    return (0...(text.count - term.count)).contains { text[$0..<($0 + term.count)].elementsEqual(term) }
  }
}
