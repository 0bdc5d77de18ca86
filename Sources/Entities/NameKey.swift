/// The key under which two spellings of a person's name are the same.
package struct NameKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let folded: ExactText

  /// The key of a name. Traditional and simplified characters, letter case, dots, blanks and hyphens make no
  /// difference: `弗拉基米爾‧普京` and `弗拉基米尔·普京`, `Jean-Luc` and `jean luc`.
  package init(_ name: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      guard FoldedText.isHan(scalar.value) || !Self.isJoiner(scalar),
        let folded = Unicode.Scalar(FoldedText.fold(scalar.value))
      else { continue }
      scalars.append(folded)
    }
    self.init(stored: String(scalars))
  }

  /// A key as the archive holds it, the label of those whom a user separated included (``PersonJudgement/separator``).
  package init(stored text: String) {
    folded = ExactText(text)
  }

  /// The key as text: what the archive holds.
  package var text: String { folded.string }

  /// Whether nothing of the name is left.
  package var isEmpty: Bool { text.isEmpty }

  package var description: String { text }

  /// Whether the key begins, or ends, with another: as a component of a dotted name does.
  func starts(with other: NameKey) -> Bool { text.utf8.starts(with: other.text.utf8) }
  func ends(with other: NameKey) -> Bool { text.utf8.reversed().starts(with: other.text.utf8.reversed()) }

  package static func < (one: NameKey, other: NameKey) -> Bool { one.folded < other.folded }

  /// What a scalar of a name is compared as: simplified, half width, lower case, without diacritics.
  package static func fold(_ scalar: UInt32) -> UInt32 { FoldedText.fold(scalar) }

  /// Whether a scalar is a Chinese character of the basic plane.
  package static func isHan(_ scalar: UInt32) -> Bool { FoldedText.isHan(scalar) }

  /// Whether a scalar parts the components of a name in Chinese characters: a middle dot, a hyphen or a full stop.
  package static func isComponentBorder(_ scalar: Unicode.Scalar) -> Bool {
    !FoldedText.isHan(scalar.value) && isJoiner(scalar) && !scalar.isBlank
  }

  /// Whether a scalar only joins or parts the components of a name.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    if FoldedText.isDot(scalar.value) || scalar.isBlank { return true }
    switch scalar {
    case "-", ".", "'", "_", "\u{2019}", "\u{2018}", "\u{FF0E}", "\u{FF0D}", "\u{2010}"..."\u{2015}":
      return true
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is white space; Unicode's table is asked only about what is neither ASCII nor Chinese.
  var isBlank: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    return !FoldedText.isHan(value) && properties.isWhitespace
  }
}
