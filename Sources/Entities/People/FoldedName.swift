/// A name as the rules compare it: its folded scalars.
///
/// Two are equal when their scalars are. `String` would bring both into one normal form first, each time it
/// compares or hashes them; folded text needs none, and these comparisons are many.
struct FoldedName: Hashable, Comparable {
  /// The folded scalars.
  let scalars: [UInt32]

  /// A name of folded scalars.
  init(_ scalars: some Sequence<UInt32>) { self.scalars = Array(scalars) }

  /// A name of text that is folded already.
  init(_ text: String) { scalars = text.scalarValues }

  /// A name of text as written.
  init(folding text: String) { scalars = FoldedText.fold(text.scalarValues) }

  /// The folded text.
  var string: String { String(scalarValues: scalars[...]) }

  /// How many scalars it has.
  var count: Int { scalars.count }

  /// Whether it is written in Latin letters.
  var isLatin: Bool { scalars.first { !Self.isJoiner($0) }.map(FoldedText.isLatin) ?? false }

  /// Whether a middle dot stands in it.
  var isDotted: Bool { scalars.contains(FoldedText.dot) }

  /// Its components, between middle dots, hyphens and blanks.
  var components: [FoldedName] {
    guard scalars.contains(where: Self.isJoiner) else { return scalars.isEmpty ? [] : [self] }
    return scalars.split(whereSeparator: Self.isJoiner).map { FoldedName($0) }
  }

  /// Its scalars without dots, hyphens and blanks.
  var plain: [UInt32] {
    scalars.contains(where: Self.isJoiner) ? scalars.filter { !Self.isJoiner($0) } : scalars
  }

  /// Whether a shorter name stands inside it.
  func holds(_ other: FoldedName) -> Bool {
    guard let first = other.scalars.first, count > other.count else { return false }
    for start in 0...count - other.count where scalars[start] == first {
      if other.scalars.indices.allSatisfy({ scalars[start + $0] == other.scalars[$0] }) { return true }
    }
    return false
  }

  func hash(into hasher: inout Hasher) {
    scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func < (left: FoldedName, right: FoldedName) -> Bool {
    left.scalars.lexicographicallyPrecedes(right.scalars)
  }

  private static func isJoiner(_ scalar: UInt32) -> Bool {
    scalar == FoldedText.dot || scalar == 0x2D || scalar == 0x20
  }
}
