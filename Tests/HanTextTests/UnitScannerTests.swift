import Testing

@testable import HanText

@Suite struct UnitScannerTests {
  @Test(
    arguments: [
      ("", []),
      ("人民", ["人", "民"]),
      ("iPhone15", ["iphone", "15"]),
      ("5G网络", ["5", "g", "网", "络"]),
      ("伊朗，俄罗斯", ["伊", "朗", ",", "俄", "罗", "斯"]),
      ("弗拉基米尔·普京", ["弗", "拉", "基", "米", "尔", "普", "京"]),
      ("AI 芯片", ["ai", "芯", "片"]),
      ("AI\u{200B}芯片", ["ai", "芯", "片"]),
      ("a\u{200B}b", ["ab"]),
      ("a b·c•d", ["a", "b", "c", "d"]),
      ("cafe\u{301}s", ["cafes"]),
      ("١٢٣ 3.14", ["١٢٣", "3", ".", "14"]),
      ("ＡＩ１２", ["ai", "12"]),
      ("第一段\n\n \r\n第二段", ["第", "一", "段", "\n", "第", "二", "段"]),
      ("上\u{2029}下", ["上", "\n", "下"]),
      ("C++ 50%", ["c", "+", "+", "50", "%"]),
      ("❤\u{FE0F}", ["❤", "\u{FE0F}"]),
      ("ไทย", ["ไ", "ท", "ย"]),
      ("佐々木ー", ["佐", "々", "木", "ー"]),
      ("①②", ["12"]),
      ("\u{0}\t\u{3000}·", []),
    ] as [(String, [String])])
  func readsUnits(text: String, expected: [String]) {
    #expect(units(text).map(\.text) == expected)
  }

  @Test(
    arguments: [
      ("É中\u{301}b", ["e[0..<2]", "中[2..<5]", "\u{301}[5..<7]", "b[7..<8]"]),
      ("e\u{301}\u{AD} 9", ["e[0..<3]", "9[6..<7]"]),
      ("a\u{AD}b\u{AD}", ["ab[0..<4]"]),
      ("甲\n \n 乙", ["甲[0..<3]", "\n[3..<6]", "乙[7..<10]"]),
      ("ȺȾ", ["ⱥⱦ[0..<4]"]),
    ] as [(String, [String])])
  func offsetsAreThoseOfTheText(text: String, expected: [String]) {
    #expect(units(text).map(\.description) == expected)
  }

  @Test func brokenBytesAreSymbols() {
    #expect(
      units([0x61, 0xE4, 0xBA, 0x62, 0xF8, 0xED, 0xA0, 0x80, 0xC0, 0xAF]).map(\.description) == [
        "a[0..<1]", "\u{FFFD}[1..<2]", "\u{FFFD}[2..<3]", "b[3..<4]", "\u{FFFD}[4..<5]", "\u{FFFD}[5..<6]",
        "\u{FFFD}[6..<7]", "\u{FFFD}[7..<8]", "\u{FFFD}[8..<9]", "\u{FFFD}[9..<10]",
      ])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func anyBytesGiveOrderedUnits(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let bytes = random.bytes(upTo: 120)
      var end = 0
      for unit in units(bytes) {
        #expect(
          unit.start >= end && unit.end > unit.start && unit.end <= bytes.count, "seed \(seed): \(bytes)")
        #expect(!unit.text.isEmpty, "seed \(seed): \(bytes)")
        end = unit.end
      }
    }
  }
}
