/// A text that equals only a text of the same bytes, as in SQLite.
///
/// Swift compares and hashes strings by canonical equivalence: it normalises Chinese text each time, which was most
/// of what looking up a name cost.
package struct ExactText: Hashable, Comparable, Sendable {
  /// The text.
  package let string: String
  /// FNV-1a of its bytes.
  private let digest: UInt64

  /// A text as it is.
  package init(_ string: String) {
    self.string = string
    digest = string.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  package static func == (one: ExactText, other: ExactText) -> Bool {
    guard one.digest == other.digest else { return false }
    let isEqual = one.string.utf8.withContiguousStorageIfAvailable { left in
      other.string.utf8.withContiguousStorageIfAvailable { left.elementsEqual($0) }
    }
    return (isEqual ?? nil) ?? one.string.utf8.elementsEqual(other.string.utf8)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// By bytes, which is by code points.
  package static func < (one: ExactText, other: ExactText) -> Bool {
    one.string.utf8.lexicographicallyPrecedes(other.string.utf8)
  }
}
