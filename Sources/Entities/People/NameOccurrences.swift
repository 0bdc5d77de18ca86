/// Finds strings in the fields of an article, the longest at each place.
struct NameOccurrences {
  /// One place of a string.
  struct Place {
    /// The index of the field's reading.
    let reading: Int
    let range: Range<Int>
    /// The index of the string.
    let name: Int
  }

  /// The strings by the last eight bits of their first scalar, long before short: most places of a text find none.
  private var names = [[(scalars: [UInt32], index: Int)]](repeating: [], count: 256)

  /// Looks for folded strings.
  init(_ texts: [FoldedName]) {
    for (index, text) in texts.enumerated() {
      guard let first = text.scalars.first else { continue }
      names[Int(first & 0xFF)].append((text.scalars, index))
    }
    for bucket in names.indices where names[bucket].count > 1 {
      names[bucket].sort { $0.scalars.count > $1.scalars.count }
    }
  }

  /// The places of the strings, in the order of the text. Latin ones are found as whole words only.
  func places(in readings: [FieldReading]) -> [Place] {
    var result: [Place] = []
    for (number, reading) in readings.enumerated() {
      let text = reading.text
      var position = 0
      while position < text.count {
        let bucket = Int(text.folded[position] & 0xFF)
        guard !names[bucket].isEmpty,
          let found = names[bucket].first(where: { isHere($0.scalars, text, position) })
        else {
          position += 1
          continue
        }
        let end = position + found.scalars.count
        result.append(Place(reading: number, range: position..<end, name: found.index))
        position = end
      }
    }
    return result
  }

  private func isHere(_ name: [UInt32], _ text: FoldedText, _ start: Int) -> Bool {
    let end = start + name.count
    guard end <= text.count else { return false }
    for offset in name.indices where text.folded[start + offset] != name[offset] { return false }
    guard FoldedText.isLatin(name[0]) else { return true }
    return (start == 0 || !FoldedText.isLatin(text.folded[start - 1]))
      && (end == text.count || !FoldedText.isLatin(text.folded[end]))
  }
}
