/// The key under which two spellings of a person's name are the same.
package enum NameKey {
  /// Traditional and simplified characters, letter case, dots, blanks and hyphens make no difference:
  /// `弗拉基米爾‧普京` and `弗拉基米尔·普京`, `Jean-Luc` and `jean luc`.
  package static func key(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      guard FoldedText.isHan(scalar.value) || !isJoiner(scalar),
        let folded = Unicode.Scalar(FoldedText.fold(scalar.value))
      else { continue }
      scalars.append(folded)
    }
    return String(scalars)
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
