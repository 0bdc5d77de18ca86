/// What kind of sign a scalar is, as the tagger sees it.
enum CharacterType: UInt8 {
  case han, digit, capital, letter, dot, opening, closing, dash, comma, outside, other, kana

  /// The type of a scalar, folded and as written.
  init(folded: UInt32, raw: UInt32) {
    if FoldedText.isHan(folded) {
      self = .han
    } else if FoldedText.isLatin(folded) {
      self = FoldedText.fold(raw) != raw ? .capital : .letter
    } else if FoldedText.isDigit(folded) {
      self = .digit
    } else {
      switch folded {
      case FoldedText.dot: self = .dot
      case 0x28: self = .opening
      case 0x29: self = .closing
      case 0x2D, 0x2013, 0x2014: self = .dash
      case 0x2C, 0x3001: self = .comma
      case 0x3040..<0x3100: self = .kana
      default: self = .other
      }
    }
  }
}
