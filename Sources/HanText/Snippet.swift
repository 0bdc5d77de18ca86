/// A part of a text to show for a search: the stretch with the most different matches, cut at the borders of
/// sentences where that is possible.
package struct Snippet: Equatable, Sendable {
  /// One place where a term matches.
  package struct Match: Equatable, Sendable {
    /// Indices of ``ScannedText/units``.
    package var units: Range<Int>
    /// Which term of the query it is: different terms in a snippet are worth more than one term again.
    package var term: Int

    /// A match of a term at a range of units.
    package init(units: Range<Int>, term: Int) {
      self.units = units
      self.term = term
    }
  }

  /// The units shown, as indices of ``ScannedText/units``.
  package let units: Range<Int>
  /// The bytes shown.
  package let bytes: Range<Int>
  /// The bytes shown that match, without overlaps, in order.
  package let highlights: [Range<Int>]
  /// Whether the text has units before the snippet.
  package let textPrecedes: Bool
  /// Whether the text has units after the snippet.
  package let textFollows: Bool
  /// How good the choice is: 1000 for each different term, 1 for each further match. For choosing between the
  /// columns of a row.
  package let score: Int

  /// Chooses the snippet of a text.
  ///
  /// - Parameters:
  ///   - text: the scanned text.
  ///   - matches: where the query's terms match in it, in any order; those that do not lie in the text are
  ///     left out.
  ///   - maximumUnits: the most units to show; 1 or more.
  package init(of text: ScannedText, matches: [Match], maximumUnits: Int) {
    let count = text.units.count
    let limit = max(1, maximumUnits)
    var sorted: [Match] = []
    for match in matches where match.units.lowerBound >= 0 && match.units.upperBound <= count {
      sorted.append(match)
    }
    sorted.sort { $0.units.lowerBound < $1.units.lowerBound }

    let sentences = SentenceBorders(of: text)
    var best = sentences.window(from: 0, covering: 0..<0, limit: limit)
    var bestScore = Self.score(of: best, sorted[...])
    for (index, match) in sorted.enumerated() {
      let start = sentences.windowStart(for: match.units, limit: limit)
      let window = sentences.window(from: start, covering: match.units, limit: limit)
      var first = index
      while first > 0, sorted[first - 1].units.lowerBound >= window.lowerBound { first -= 1 }
      let score = Self.score(of: window, sorted[first...])
      if score > bestScore {
        best = window
        bestScore = score
      }
    }
    units = best
    bytes = text.bytes(of: best)
    textPrecedes = best.lowerBound > 0
    textFollows = best.upperBound < count
    score = bestScore
    highlights = Self.highlights(of: sorted, in: best, text)
  }

  /// The snippet as text: matches between `open` and `close`, and `ellipsis` where text was left out.
  ///
  /// - Parameters:
  ///   - text: the text that was scanned.
  ///   - open: what stands before a match.
  ///   - close: what stands after a match.
  ///   - ellipsis: what stands for text before or after the snippet.
  /// - Returns: the snippet in the encoding of its parts.
  package func rendered(
    from text: UnsafeBufferPointer<UInt8>, open: [UInt8], close: [UInt8], ellipsis: [UInt8]
  ) -> [UInt8] {
    var output: [UInt8] = []
    if textPrecedes { output.append(contentsOf: ellipsis) }
    var position = bytes.lowerBound
    for highlight in highlights {
      output.append(contentsOf: text[position..<highlight.lowerBound])
      output.append(contentsOf: open)
      output.append(contentsOf: text[highlight])
      output.append(contentsOf: close)
      position = highlight.upperBound
    }
    output.append(contentsOf: text[position..<bytes.upperBound])
    if textFollows { output.append(contentsOf: ellipsis) }
    return output
  }

  private static func score(of window: Range<Int>, _ matches: ArraySlice<Match>) -> Int {
    var seen: [Int] = []
    var score = 0
    for match in matches where match.units.lowerBound >= window.lowerBound {
      if match.units.lowerBound >= window.upperBound { break }
      // A match that no window of this length can hold counts where it begins.
      guard match.units.upperBound <= window.upperBound || match.units.count > window.count else { continue }
      if seen.contains(match.term) {
        score += 1
      } else {
        score += 1000
        seen.append(match.term)
      }
    }
    return score
  }

  /// Matches that lie in a window, as bytes; overlapping ones are joined. A match that is longer than the
  /// window shows as far as it goes.
  private static func highlights(of matches: [Match], in window: Range<Int>, _ text: ScannedText) -> [Range<
    Int
  >] {
    var joined: [Range<Int>] = []
    for match in matches {
      let part = match.units.clamped(to: window)
      guard !part.isEmpty else { continue }
      if let last = joined.last, part.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        joined.append(part)
      }
    }
    return joined.map { text.bytes(of: $0) }
  }
}
