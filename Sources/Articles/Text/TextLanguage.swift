/// Tells the language and script of a text from its characters.
enum TextLanguage {
  /// Letters below which nothing is said.
  private static let minimumLetters = 12
  /// What is looked at, in bytes: a language shows at once.
  private static let sample = 3000

  /// `zh-Hans`, `zh-Hant`, `zh` (Chinese in characters both scripts share), `ja`, `ko`, `en`; `nil` when the text is
  /// too short or in another language.
  static func tag(of text: String) -> String? {
    var text = text
    return text.withUTF8(tag)
  }

  private static func tag(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var han = 0
    var simplified = 0
    var traditional = 0
    var kana = 0
    var hangul = 0
    var latin = 0
    var other = 0
    var index = 0
    let end = min(text.count, sample)
    let scripts = ChineseText.scripts
    while let scalar = text.scalar(at: &index), index <= end {
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case ..<0xC0: break
      case 0x3041...0x30FA: kana += 1
      case 0x4E00...0x9FFF:
        han += 1
        // Counted without a branch: which it is cannot be foreseen from the characters before.
        let script = scripts[Int(scalar) - 0x4E00]
        simplified += script == .simplified ? 1 : 0
        traditional += script == .traditional ? 1 : 0
      case 0x3400...0x4DBF, 0x20000...0x3FFFF: han += 1
      case 0xAC00...0xD7A3: hangul += 1
      case 0xC0...0x1FFF: other += 1
      default: break
      }
    }
    // A Latin word of five letters carries about as much as two Han characters.
    let words = latin / 5
    guard han + kana + hangul + words + other / 5 >= minimumLetters else { return nil }
    if kana * 5 > han + kana, kana > words { return "ja" }
    if hangul > han, hangul > words { return "ko" }
    if han * 2 > words {
      if simplified == traditional { return "zh" }
      return simplified > traditional ? "zh-Hans" : "zh-Hant"
    }
    return other * 10 < latin && isEnglish(text) ? "en" : nil
  }

  /// Whether the commonest English function words make up a tenth of the first words.
  private static func isEnglish(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = text.prefix(sample).split { !$0.isLetter }
    let hits = words.count { word in
      englishWords.contains(String(decoding: word.map(\.lowercased), as: UTF8.self))
    }
    return hits * 10 >= words.count
  }

  private static let englishWords: Set<String> = [
    "the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from",
    "has", "have", "said", "it",
  ]
}
