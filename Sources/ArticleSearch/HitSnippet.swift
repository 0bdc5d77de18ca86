import ArticleStore
import HanText

/// The part of an article that shows why it was found.
package struct HitSnippet: Equatable, Sendable {
  /// A stretch of the text.
  package struct Piece: Equatable, Sendable {
    /// The text as written; blanks stand for line ends.
    package var text: String
    /// Whether a term of the query matches here.
    package var isMatch: Bool
  }

  /// The stretches in order, with an ellipsis where text was left out.
  package var pieces: [Piece]

  /// The pieces as one text.
  package var text: String { pieces.map(\.text).joined() }

  /// How many units of text a snippet shows at most: about two lines of a terminal.
  private static let maximumUnits = 80

  /// The best part of an article's body or caption for a query; the beginning of the body for a query that is
  /// `nil` or matches only the title.
  init(of card: ArticleCard, for query: HanQuery?) {
    let terms = (query?.groups.flatMap(\.self) ?? []).map { (text: ScannedText($0.text), term: $0) }
    let body = Self.snippet(of: card.body, column: "body", terms)
    let caption = Self.snippet(of: card.caption ?? "", column: "caption", terms)
    pieces =
      caption.score > body.score
      ? Self.pieces(caption, of: Array((card.caption ?? "").utf8))
      : Self.pieces(body, of: Array(card.body.utf8))
  }

  private static func snippet(
    of text: String, column: String, _ terms: [(text: ScannedText, term: HanQuery.Term)]
  ) -> Snippet {
    let scanned = ScannedText(text)
    let matches = terms.enumerated().flatMap { index, term -> [Snippet.Match] in
      if let wanted = term.term.column, !wanted.elementsEqual(column.utf8) { return [] }
      return scanned.matches(of: term.text, isPrefix: term.term.isPrefix)
        .map { Snippet.Match(units: $0, term: index) }
    }
    return Snippet(of: scanned, matches: matches, maximumUnits: maximumUnits)
  }

  private static func pieces(_ snippet: Snippet, of text: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    func add(_ range: Range<Int>, isMatch: Bool) {
      guard !range.isEmpty else { return }
      let piece = String(decoding: text[range], as: UTF8.self).replacing("\n", with: " ")
      pieces.append(Piece(text: piece, isMatch: isMatch))
    }
    if snippet.textPrecedes { pieces.append(Piece(text: "…", isMatch: false)) }
    var position = snippet.bytes.lowerBound
    for highlight in snippet.highlights {
      add(position..<highlight.lowerBound, isMatch: false)
      add(highlight, isMatch: true)
      position = highlight.upperBound
    }
    add(position..<snippet.bytes.upperBound, isMatch: false)
    if snippet.textFollows { pieces.append(Piece(text: "…", isMatch: false)) }
    return pieces
  }
}
