package import ArticleStore
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

  /// The stretch of an article's body that names somebody or a country most often; of the caption where only that
  /// does, and the beginning of the body where only the title does.
  package init(of article: MentioningArticle) {
    let body = Self.snippet(of: article.body, article.bodyPlaces)
    let caption = Self.snippet(of: article.caption ?? "", article.captionPlaces)
    pieces =
      body.highlights.isEmpty && !caption.highlights.isEmpty
      ? Self.pieces(caption, of: Array((article.caption ?? "").utf8))
      : Self.pieces(body, of: Array(article.body.utf8))
  }

  /// - Parameter places: code points.
  private static func snippet(of text: String, _ places: [Range<Int>]) -> Snippet {
    let scanned = ScannedText(text)
    let starts = text.unicodeScalars.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
    let matches = places.compactMap { place -> Snippet.Match? in
      guard place.lowerBound >= 0, place.upperBound < starts.count else { return nil }
      let first = scanned.units.partition { $0.end > starts[place.lowerBound] }
      let last = scanned.units.partition { $0.start >= starts[place.upperBound] }
      return first < last ? Snippet.Match(units: first..<last, term: 0) : nil
    }
    return Snippet(of: scanned, matches: matches, maximumUnits: maximumUnits)
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

extension Array {
  /// The index of the first element for which a condition holds that holds for all after it.
  fileprivate func partition(_ condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
