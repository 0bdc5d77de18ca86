/// Limits on markup that libxml2 itself does not keep: it compares each attribute of a tag with all before it, so a
/// tag with a million of them would take hours.
enum MarkupLimits {
  /// The most attributes a tag may have.
  static let maximumAttributes = 512

  /// Checks all tags of a page.
  ///
  /// - Returns: the offset of the first tag with too many attributes; `nil` when there is none.
  static func offsetOfExcessiveTag(_ page: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while let tag = page.firstOffset(of: 0x3C, from: index) {
      index = tag + 1
      guard index < page.count, page[index].isLetter else { continue }
      guard let end = endOfTag(page, from: index) else { return tag }
      index = end
    }
    return nil
  }

  /// The offset behind a tag that begins at `index`; `nil` when it has too many attributes. Names and values are
  /// told apart as HTML parsers do: a quote matters only right after `=`.
  private static func endOfTag(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let end = page.count
    var index = start
    var attributes = 0
    while index < end, !page[index].isBlank, page[index] != 0x3E { index += 1 }
    while index < end {
      while index < end, page[index].isBlank || page[index] == 0x2F { index += 1 }
      guard index < end, page[index] != 0x3E else { break }
      attributes += 1
      guard attributes <= maximumAttributes else { return nil }
      let name = index
      while index < end, isNameByte(page[index]) { index += 1 }
      if index == name {
        while index < end, !page[index].isBlank, page[index] != 0x3E { index += 1 }
        continue
      }
      var value = index
      while value < end, page[value].isBlank { value += 1 }
      guard value < end, page[value] == 0x3D else { continue }
      value += 1
      while value < end, page[value].isBlank { value += 1 }
      guard value < end else { return end }
      if page[value] == 0x22 || page[value] == 0x27 {
        guard let quote = page.firstOffset(of: page[value], from: value + 1) else { return end }
        index = quote + 1
      } else {
        index = value
        while index < end, !page[index].isBlank, page[index] != 0x3E { index += 1 }
      }
    }
    return index
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == 0x3A || byte == 0x2D || byte == 0x5F
      || byte == 0x2E
  }
}
