import HanText

/// The text of one field, scalar by scalar: as written, folded, and as the lexicon numbers its characters.
/// All three have one element for each code point, so that every position is an offset in the field.
struct FoldedText {
  /// The scalars as written.
  let raw: [UInt32]
  /// The scalars folded; every middle dot is `·`.
  let folded: [UInt32]
  /// The lexicon's number of each folded scalar; 0 for those in no word.
  let identities: [UInt16]

  static let dot: UInt32 = 0xB7

  init(_ text: String) {
    raw = text.scalarValues
    folded = Self.fold(raw)
    let table = LexiconTable.shared
    identities = folded.map(table.identity)
  }

  var count: Int { raw.count }

  /// The text as written between two positions.
  func string(_ range: Range<Int>) -> String { String(scalarValues: raw[range]) }

  /// The scalars folded one by one; a full stop of full width between Chinese characters is a middle dot
  /// (瑪雅．哈里斯).
  static func fold(_ raw: [UInt32]) -> [UInt32] {
    var folded = raw.map(Self.fold)
    for position in raw.indices.dropFirst().dropLast() where raw[position] == 0xFF0E {
      if isHan(folded[position - 1]), isHan(folded[position + 1]) { folded[position] = dot }
    }
    return folded
  }

  /// What a scalar is looked up and compared as.
  static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
    return isDot(scalar) ? dot : Folding.fold(scalar)
  }

  /// The dots between the parts of transliterated names, in all the forms that news texts use.
  static func isDot(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x16EB, 0x02D9: true
    default: false
    }
  }

  /// Whether a middle dot stands at a position.
  func isDot(at position: Int) -> Bool { position >= 0 && position < count && folded[position] == Self.dot }

  /// Whether a sign at a position joins two components of a name in Chinese characters: a middle dot always,
  /// a hyphen or full stop only between Chinese characters (罗德里格斯-卡斯特).
  func isJoiner(at position: Int) -> Bool {
    guard position > 0, position + 1 < count else { return false }
    switch folded[position] {
    case Self.dot: return true
    case 0x2D, 0x2E, 0x2010, 0x2011, 0x2013:
      return Self.isHan(folded[position - 1]) && Self.isHan(folded[position + 1])
    default: return false
    }
  }

  /// Whether a scalar is a Chinese character of the basic plane.
  @inline(__always) static func isHan(_ scalar: UInt32) -> Bool { scalar >= 0x3400 && scalar <= 0x9FFF }

  /// Whether a scalar is a Latin letter.
  @inline(__always) static func isLatin(_ scalar: UInt32) -> Bool {
    (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A
      || scalar >= 0xC0 && scalar <= 0x24F && scalar != 0xD7 && scalar != 0xF7
  }

  /// Whether a scalar is an ASCII digit.
  @inline(__always) static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}
