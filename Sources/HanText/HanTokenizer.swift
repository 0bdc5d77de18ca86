/// The core of the FTS5 tokenizer `han`: from the units of a text to the tokens of the index or of a query.
///
/// Index: at each unit's position the unit itself, and where it and the next unit are both letters of unspaced
/// scripts, a colocated token of the two. Query: the pairs, a single unit where a pair has none, and always the
/// last unit; as one phrase at consecutive positions these find exactly the texts in which the units follow
/// each other. A query that nobody highlights leaves its last unit out where a pair holds it already: one token
/// less for FTS5 to follow through every row.
package enum HanTokenizer {
  /// What the tokens are for; FTS5 says it with each call.
  package enum Mode: Sendable {
    /// A row's text, or a text that an auxiliary function looks at: `FTS5_TOKENIZE_DOCUMENT`, `…_AUX`.
    case document
    /// A string of a MATCH expression: `FTS5_TOKENIZE_QUERY`. A prefix query has the same tokens: FTS5 itself
    /// takes the last one as a prefix.
    case query
    /// The same for a caller that does its own highlighting: the fewest tokens that find the same rows.
    case match
  }

  /// The most bytes a token has: FTS5 itself cuts longer ones (`FTS5_MAX_TOKEN_SIZE`).
  package static let maximumTokenBytes = 32_768

  /// Gives each token of a text to `emit`, in order of position.
  ///
  /// - Parameters:
  ///   - text: UTF-8, possibly broken.
  ///   - mode: what the tokens are for.
  ///   - emit: is given the token's bytes, which hold only during the call, whether it shares the position of
  ///     the token before, and the byte offsets of its first and after its last character. Any other result
  ///     than 0 stops the work.
  /// - Returns: the last result of `emit`; 0 when every token was taken, or when there are none.
  package static func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, mode: Mode,
    emit: (_ token: UnsafeBufferPointer<UInt8>, _ colocated: Bool, _ start: Int, _ end: Int) -> Int32
  ) -> Int32 {
    // Folding makes no scalar longer than twice its bytes, and a pair is two scalars.
    let capacity = min(maximumTokenBytes, text.count * 2 + 8)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { bytes in
      var scanner = UnitScanner(text)
      guard var unit = scanner.next() else { return 0 }
      var isSecondOfPair = false
      while true {
        let next = scanner.next()
        let length = unit.write(from: text, into: bytes, at: 0)
        var isPair = false
        if unit.kind == .letter, let next, next.kind == .letter { isPair = true }
        if mode == .document || !isPair && !(mode == .match && next == nil && isSecondOfPair) {
          let token = UnsafeBufferPointer(rebasing: bytes[..<length])
          let status = emit(token, false, unit.start, unit.end)
          if status != 0 { return status }
        }
        guard let next else { return 0 }
        if isPair {
          let pairLength = length + next.write(from: text, into: bytes, at: length)
          let token = UnsafeBufferPointer(rebasing: bytes[..<pairLength])
          let status = emit(token, mode == .document, unit.start, next.end)
          if status != 0 { return status }
        }
        unit = next
        isSecondOfPair = isPair
      }
    }
  }
}
