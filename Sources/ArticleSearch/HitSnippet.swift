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

  /// What a query looks for, scanned once for all hits.
  struct Terms {
    fileprivate let list: [(text: ScannedText, term: HanQuery.Term)]

    /// The terms of a query; none for `nil`.
    init(of query: HanQuery?) {
      list = (query?.groups.flatMap(\.self) ?? []).map { (ScannedText($0.text), $0) }
    }
  }

  /// The best part of an article's body or caption for a query; the beginning of the body when there are no
  /// terms, or none that matches there.
  init(of card: ArticleCard, showing terms: Terms) {
    let body = Self.snippet(of: card.body, column: "body", terms)
    let caption = Self.snippet(of: card.caption ?? "", column: "caption", terms)
    pieces =
      caption.score > body.score
      ? Self.pieces(caption, of: card.caption ?? "") : Self.pieces(body, of: card.body)
  }

  /// The stretch of an article's body that names somebody or a country most often; of the caption where only that
  /// does, and the beginning of the body where only the title does.
  package init(of article: MentioningArticle) {
    let body = Self.snippet(of: article.body, article.bodyPlaces)
    let caption = Self.snippet(of: article.caption ?? "", article.captionPlaces)
    pieces =
      body.highlights.isEmpty && !caption.highlights.isEmpty
      ? Self.pieces(caption, of: article.caption ?? "")
      : Self.pieces(body, of: article.body)
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

  private static func snippet(of text: String, column: String, _ terms: Terms) -> Snippet {
    let scanned = ScannedText(text)
    let matches = terms.list.enumerated().flatMap { index, term -> [Snippet.Match] in
      if let wanted = term.term.column, !wanted.elementsEqual(column.utf8) { return [] }
      return scanned.matches(of: term.text, isPrefix: term.term.isPrefix)
        .map { Snippet.Match(units: $0, term: index) }
    }
    return Snippet(of: scanned, matches: matches, maximumUnits: maximumUnits)
  }

  private static func pieces(_ snippet: Snippet, of text: String) -> [Piece] {
    let text = text.utf8
    var pieces: [Piece] = []
    var reached = (offset: 0, index: text.startIndex)
    func index(_ offset: Int) -> String.Index {
      reached = (offset, text.index(reached.index, offsetBy: offset - reached.offset))
      return reached.index
    }
    func add(_ range: Range<Int>, isMatch: Bool) {
      guard !range.isEmpty else { return }
      let bytes = text[index(range.lowerBound)..<index(range.upperBound)]
      let blank = UInt8(ascii: " ")
      let piece = String(decoding: bytes.map { $0 == UInt8(ascii: "\n") ? blank : $0 }, as: UTF8.self)
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
