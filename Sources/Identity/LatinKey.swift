import Entities

/// A person's name in Latin letters, reduced to what tells people apart: its words in lower case without
/// diacritics, titles and suffixes.
///
/// `Georgy Zinoviev`, `GEORGY ZINOVIEV` and `Sen. Georgy Zinoviev` have one key.
package struct LatinKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The words, at least two, in the order written.
  package let words: [String]
  /// Whether `Jr.` follows: father and son share everything else.
  package let isJunior: Bool

  /// The key of a spelling.
  ///
  /// - Returns: `nil` for whatever is not the name of one person in two words or more: a single word, which many
  ///   people share, and handles or hashtags.
  package init?(_ text: String) {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#", "@", "_", "&", "/", "0"..."9": return nil
      case "'", "\u{2018}", "\u{2019}", "\u{02BC}", "`", "\u{B4}": continue
      default: break
      }
      guard let letter = Unicode.Scalar(NameKey.fold(scalar.value)), ("a"..."z").contains(letter) else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      word.unicodeScalars.append(letter)
    }
    if !word.isEmpty { words.append(word) }
    let isJunior = words.contains { $0 == "jr" || $0 == "jnr" }
    words.removeAll(where: Self.suffixes.contains)
    while let first = words.first, words.count > 2, Self.titles.contains(first) { words.removeFirst() }
    guard words.count >= 2, words.count <= 6, words[0] != words[words.count - 1],
      words.contains(where: { $0.count > 1 }), words.reduce(0, { $0 + $1.count }) >= 5
    else { return nil }
    self.words = words
    self.isJunior = isJunior
  }

  /// A key as the archive stores it (``text``).
  package init?(stored text: String) {
    var words = text.split(separator: " ").map(String.init)
    isJunior = words.last == "jr"
    if isJunior { words.removeLast() }
    guard words.count >= 2 else { return nil }
    self.words = words
  }

  /// The key as the archive stores it: the words with blanks between them, `jr` at the end.
  package var text: String { words.joined(separator: " ") + (isJunior ? " jr" : "") }

  /// The letters without blanks, as ``Entities/NameKey`` gives them.
  package var compact: String { words.joined() }

  package var description: String { text }

  package static func < (one: LatinKey, other: LatinKey) -> Bool { one.text < other.text }

  /// The first and the last word: given name and surname in Western order.
  var given: String { words[0] }
  var family: String { words[words.count - 1] }

  /// Whether two spellings can be one person's: the same words in another order, initials, nicknames, a middle name
  /// more or less, or a small misspelling.
  package func agrees(with other: LatinKey) -> Bool {
    if isJunior != other.isJunior { return false }
    if self == other || compact == other.compact || isRotation(of: other) { return true }
    if words.count != other.words.count, isSubsequence(of: other) || other.isSubsequence(of: self) {
      return areMiddlesOne(other)
    }
    if Self.isSameFamily(family, other.family) {
      return Self.isSameGiven(given, other.given) && areMiddlesOne(other)
    }
    return given == other.family && family == other.given
  }

  /// Whether two spellings differ only as romanizations of one name do: `Volodymyr Zelensky`, `Volodymyr Zelenskyy`,
  /// `Vladimir Zelenskiy`. Weaker than ``agrees(with:)``; for names that are the same in Chinese characters.
  package func resembles(_ other: LatinKey) -> Bool {
    if agrees(with: other) { return true }
    guard isJunior == other.isJunior, given.first == other.given.first, family.first == other.family.first
    else {
      return false
    }
    return Self.isNear(given, other.given) && Self.isNear(family, other.family)
  }

  /// Whether the words are another's words, begun at another place: `Kim Jong Un`, `Jong Un Kim`.
  private func isRotation(of other: LatinKey) -> Bool {
    guard compact.utf8.count == other.compact.utf8.count else { return false }
    return (1..<words.count).contains { (words[$0...] + words[..<$0]).joined() == other.compact }
  }

  /// Whether the initials of the middle names do not contradict each other: George W. Bush is not George H. W. Bush.
  private func areMiddlesOne(_ other: LatinKey) -> Bool {
    let (one, second) = (middleInitials, other.middleInitials)
    return one.isEmpty || second.isEmpty || one.hasPrefix(second) || second.hasPrefix(one)
  }

  /// The initials of the words between given name and family name; `H. W.` is written `HW`, too.
  private var middleInitials: String {
    words.dropFirst().dropLast().map { $0.count <= 2 ? $0 : String($0.prefix(1)) }.joined()
  }

  /// Whether all words stand in another spelling in the same order: names are given without a middle name, and without
  /// the second of two family names.
  private func isSubsequence(of other: LatinKey) -> Bool {
    var rest = other.words[...]
    for word in words {
      guard let index = rest.firstIndex(of: word) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  private static func isSameFamily(_ one: String, _ other: String) -> Bool {
    one == other || min(one.count, other.count) >= 5 && isOneEdit(one, other)
  }

  private static func isSameGiven(_ one: String, _ other: String) -> Bool {
    if one == other || Nicknames.shared.areOne(one, other) { return true }
    if one.count == 1 || other.count == 1 { return one.first == other.first }
    return min(one.count, other.count) >= 4 && isOneEdit(one, other)
  }

  /// Whether one inserted, removed, changed or exchanged letter makes a word of another.
  private static func isOneEdit(_ one: String, _ other: String) -> Bool {
    let (short, long) =
      one.utf8.count <= other.utf8.count
      ? (Array(one.utf8), Array(other.utf8)) : (Array(other.utf8), Array(one.utf8))
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    if long.count > short.count { return short[start...] == long[(start + 1)...] }
    if start + 1 >= short.count || short[(start + 1)...] == long[(start + 1)...] { return true }
    return short[start] == long[start + 1] && short[start + 1] == long[start]
      && short[(start + 2)...] == long[(start + 2)...]
  }

  /// Whether at most a third of the letters differ.
  private static func isNear(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.utf8), Array(other.utf8))
    return EditDistance.between(left, right) * 3 <= max(left.count, right.count)
  }

  private static let suffixes: Set<String> = ["jr", "jnr", "sr", "ii", "iii", "iv"]

  private static let titles: Set<String> = [
    "prophet", "president", "senator", "sen", "rep", "dr", "mr", "mrs", "ms", "sir", "lord", "lady", "king",
    "prince",
    "princess", "queen", "pope", "cardinal", "general", "gen", "congressman", "congresswoman",
    "representative",
    "director", "governor", "gov", "mayor", "judge", "justice", "admiral", "minister", "sheikh", "ayatollah",
    "archbishop", "bishop", "professor", "prof", "colonel", "captain", "father", "saint",
  ]
}
