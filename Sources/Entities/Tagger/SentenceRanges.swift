/// Cuts a text into the sentences that the tagger was trained on.
enum SentenceRanges {
  /// The sentences that hold more than blanks: lines, cut after 。！？ and the closing signs that follow.
  static func ranges(in text: FoldedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var position = 0
    func close(_ end: Int) {
      if text.folded[start..<end].contains(where: { $0 != 0x20 }) { result.append(start..<end) }
    }
    while position < text.count {
      let scalar = text.folded[position]
      position += 1
      if scalar == 0x0A {
        close(position - 1)
        start = position
      } else if isEnd(scalar) {
        while position < text.count, isEnd(text.folded[position]) || isClosing(text.folded[position]) {
          position += 1
        }
        close(position)
        start = position
      }
    }
    close(text.count)
    return result
  }

  private static func isEnd(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0x21 || scalar == 0x3F
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x2019, 0x201D, 0x300D, 0x300F: true
    default: false
    }
  }
}
