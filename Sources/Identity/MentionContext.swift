/// What surrounds the mentions of one person in one article: what two mentions of one name are compared by.
///
/// Words are two or three neighbouring Chinese characters, hashed to 16 bits (``WordHashes``); which of them are kept,
/// and how much each counts, is decided by how rare they are in news (``WordWeights``).
package struct MentionContext: Equatable, Sendable {
  /// Words in front of the mentions: titles, offices, places. Ascending.
  package var roles: [UInt16]
  /// Words on both sides of the mentions. Ascending.
  package var words: [UInt16]
  /// Words that characterise the article. Ascending.
  package var topics: [UInt16]
  /// Hashed names of the other persons of the article. Ascending.
  package var people: [UInt32]
  /// The countries that the article names (``Country``). Ascending.
  package var countries: [UInt16]
  /// The hashed name of the source; 0 where there is none.
  package var source: UInt16
  /// The day of publication, in days since 1970; `nil` where there is none.
  package var day: Int?

  /// A context; all lists ascending and without repetitions.
  package init(
    roles: [UInt16] = [], words: [UInt16] = [], topics: [UInt16] = [], people: [UInt32] = [],
    countries: [UInt16] = [], source: UInt16 = 0, day: Int? = nil
  ) {
    self.roles = roles
    self.words = words
    self.topics = topics
    self.people = people
    self.countries = countries
    self.source = source
    self.day = day
  }
}

extension MentionContext {
  /// A country as 16 bits: the two letters of its code, and whether the article is about it.
  enum Country {
    static func number(_ code: String, isFocus: Bool) -> UInt16 {
      let letters = code.utf8.prefix(2).reduce(UInt16(0)) { $0 << 8 | UInt16($1 & 0x7F) }
      return isFocus ? letters | 0x8000 : letters
    }

    /// The letters alone.
    static func code(_ number: UInt16) -> UInt16 { number & 0x7FFF }

    /// How much a country counts.
    static func weight(_ number: UInt16) -> Int { number & 0x8000 == 0 ? 1 : 2 }
  }
}

/// The FNV-1a hash of 32 bits (G. Fowler, L. C. Noll, K.-P. Vo, 1991).
package enum StableHash {
  /// The hash of a text's UTF-8.
  package static func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  /// A hash of 32 bits folded to 16.
  package static func fold(_ hash: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: hash ^ (hash >> 16)) }
}
