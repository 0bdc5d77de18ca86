/// Every word of the lexicon that occurs in a text, found once and read by the lattice and the rules.
struct WordMatches {
  /// One word at a place.
  struct Match {
    let length: Int32
    let node: Int32
    let cost: UInt16
    /// What the word can be.
    let classes: WordClass
  }

  /// All matches, by start, short before long.
  private(set) var matches: [Match] = []
  /// Where each position's matches begin in ``matches``; one element more than the text.
  private(set) var first: [Int32]
  /// What the words that begin at each position can be, all of them together; one element more than the text.
  private(set) var beginning: [WordClass]
  /// What the words that end before each position can be; one element more than the text.
  private(set) var ending: [WordClass]

  /// How the words of two or more characters lie over each position: the length of the longest that begins
  /// there and of the longest that ends there (3 each), and whether one goes on through it (64).
  private(set) var shapes: [UInt8]

  init(_ text: FoldedText) {
    let n = text.count
    shapes = Array(repeating: 0, count: n)
    beginning = Array(repeating: [], count: n + 1)
    ending = Array(repeating: [], count: n + 1)
    first = Array(repeating: 0, count: n + 1)
    matches.reserveCapacity(2 * n)
    // Half of what extraction costs besides the tagger is here: no checks and no copies on the way.
    text.identities.withUnsafeBufferPointer { identities in
      first.withUnsafeMutableBufferPointer { first in
        shapes.withUnsafeMutableBufferPointer { shapes in
          beginning.withUnsafeMutableBufferPointer { beginning in
            ending.withUnsafeMutableBufferPointer { ending in
              Self.find(identities, &matches, first, shapes, beginning, ending)
            }
          }
        }
      }
    }
  }

  private static func find(
    _ identities: UnsafeBufferPointer<UInt16>, _ matches: inout [Match],
    _ first: UnsafeMutableBufferPointer<Int32>,
    _ shapes: UnsafeMutableBufferPointer<UInt8>, _ beginning: UnsafeMutableBufferPointer<WordClass>,
    _ ending: UnsafeMutableBufferPointer<WordClass>
  ) {
    let table = LexiconTable.shared
    let shaping: WordClass = [.word, .place, .country, .title, .speech]
    let n = identities.count
    for start in 0..<n {
      first[start] = Int32(matches.count)
      guard identities[start] != 0, var node = table.first(identities[start]) else { continue }
      var position = start + 1
      while true {
        let cost = table.cost(node)
        if cost > 0 {
          let classes = table.classes(node)
          matches.append(
            Match(length: Int32(position - start), node: Int32(node), cost: cost, classes: classes))
          beginning[start].formUnion(classes)
          ending[position].formUnion(classes)
          if position - start > 1, !classes.isDisjoint(with: shaping) { addShape(shapes, start, position) }
        }
        guard position < n, identities[position] != 0,
          position > start + 1 || table.mayBegin(identities[start], identities[position]),
          let next = table.child(of: node, identities[position])
        else { break }
        node = next
        position += 1
      }
    }
    first[n] = Int32(matches.count)
  }

  private static func addShape(_ shapes: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    let length = UInt8(min(7, end - start))
    shapes[start] = shapes[start] & 0xF8 | length  // longer ones come later
    let last = shapes[end - 1]
    if length > last >> 3 & 7 { shapes[end - 1] = last & 0xC7 | length << 3 }
    for position in start + 1..<end - 1 { shapes[position] |= 0x40 }
  }

  /// The matches that begin at a position.
  func at(_ position: Int) -> ArraySlice<Match> { matches[indices(at: position)] }

  /// Where the matches that begin at a position lie in ``matches``.
  func indices(at position: Int) -> Range<Int> { Int(first[position])..<Int(first[position + 1]) }
}
