/// A part of a text by which texts are compared when neither holds the other: a letter of an unspaced script, a
/// pair of neighbouring ones, or a run of cased letters or of digits; each as a number.
package struct TextPart: Hashable, Sendable {
  private let value: UInt64

  /// A number below 4096 that equal parts share: tells most parts apart without a look into a table.
  @inline(__always)
  package var slot: Int { Int(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) >> 52) }

  private init(_ first: UInt32, _ second: UInt32 = 0) {
    value = UInt64(second) << 32 | UInt64(first)
  }

  /// A run, by its hash (FNV-1a): two different ones may be taken for the same part, which costs nothing but
  /// a place in a ranking.
  private init(run: ArraySlice<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in run { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = hash | 1 << 63
  }

  /// The letter or run at an index of a text's units; `nil` for other units.
  package init?(_ text: ScannedText, at index: Int) {
    switch text.units[index].kind {
    case .letter: self.init(text.units[index].scalar)
    case .word, .number: self.init(run: text.runBytes(of: index))
    case .symbol, .lineEnd: return nil
    }
  }

  /// The part that a text as a whole is: a letter, two letters or a run; `nil` for other texts.
  package init?(_ text: ScannedText) {
    let units = text.units
    switch units.count {
    case 1: self.init(text, at: 0)
    case 2 where units[0].kind == .letter && units[1].kind == .letter:
      self.init(units[0].scalar, units[1].scalar)
    default: return nil
    }
  }

  /// Gives the parts of a text in order, each with the index of the unit where it begins; symbols and line ends
  /// are no parts.
  @inline(__always)
  package static func forEach(in text: ScannedText, _ body: (_ part: TextPart, _ unit: Int) -> Void) {
    let units = text.units
    for index in units.indices {
      switch units[index].kind {
      case .letter:
        body(TextPart(units[index].scalar), index)
        if index + 1 < units.count, units[index + 1].kind == .letter {
          body(TextPart(units[index].scalar, units[index + 1].scalar), index)
        }
      case .word, .number: body(TextPart(run: text.runBytes(of: index)), index)
      case .symbol, .lineEnd: break
      }
    }
  }
}
