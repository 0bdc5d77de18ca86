/// Marks bylines and credits: （记者萧雨报道）, 责编：…, 图片来源：…
enum CreditLines {
  /// How far a credit reaches when neither a bracket nor the end of the sentence closes it.
  private static let reach = 30

  /// For each position of a text, whether it lies in a credit.
  static func mark(_ text: FoldedText, _ matches: WordMatches) -> [Bool] {
    var marked = [Bool](repeating: false, count: text.count)
    for start in 0..<text.count where matches.beginning[start].contains(.credit) {
      let opensBracket = text.folded[max(0, start - 5)..<start].contains(0x28)
      for match in matches.at(start) where match.classes.contains(.credit) {
        var position = start + Int(match.length)
        while position < text.count, text.folded[position] == 0x20 { position += 1 }
        guard position < text.count else { continue }
        let scalar = text.folded[position]
        guard scalar == 0x3A || scalar == 0x2F || opensBracket else { continue }
        let end = min(text.count, position + reach)
        position = start
        while position < end, !closes(text.folded[position]) {
          marked[position] = true
          position += 1
        }
      }
    }
    return marked
  }

  private static func closes(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x29 || scalar == 0x3002 || scalar == 0x2C || scalar == 0x3B
  }
}
