import Foundation
import TestSupport
import Testing

@testable import HanText

@Suite struct FoldingTests {
  static let scalars = (UInt32(0)..<0x110000).filter { $0 & 0xFFFF_F800 != 0xD800 }

  @Test(
    arguments: [
      ("ＡＢＣ１２３，！", "abc123,!"),
      ("ﾊﾝｶｸ", "ハンカク"),
      ("Éclair Ñandú Žižek", "eclair nandu zizek"),
      ("Ἀθῆναι", "αθηναι"),
      ("Ёлка Й", "елка и"),
      ("Straße ﬁn", "straße ﬁn"),
      ("İstanbul ΣΊΣΥΦΟΣ", "istanbul σισυφοσ"),
      ("臺灣總統賴清德說", "台湾总统赖清德说"),
      ("裡裏後隻乾麼於綫線", "里里后只干么于线线"),
      ("看著顯著", "看着显着"),
      ("據瞭解，憑藉反覆", "据了解,凭借反复"),
      ("計畫與畫家，計劃与画家", "计划与划家,计划与划家"),
      ("揹著金鍊", "背着金链"),
      ("瀋陽市長沈默", "沈阳市长沈默"),
      ("钱锺书，錢鍾書", "钱钟书,钱钟书"),
      ("仏両氷", "仏両氷"),
      ("像素 坏人 么", "像素 坏人 么"),
      ("", ""),
    ])
  func folds(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test func foldingAgainChangesNothing() {
    let changed = Self.scalars.filter { Folding.fold(Folding.fold($0)) != Folding.fold($0) }
    #expect(changed.isEmpty)
  }

  @Test func foldsScalarsToScalars() {
    let strange = Self.scalars.filter { Unicode.Scalar(Folding.fold($0)) == nil }
    #expect(strange.isEmpty)
    #expect(Folding.fold(0xD800) == 0xFFFD)
    #expect(Folding.fold(0x110000) == 0xFFFD)
    #expect(Folding.fold(.max) == 0xFFFD)
  }

  @Test func brokenBytesBecomeReplacementCharacters() {
    let bytes: [UInt8] = [0x41, 0xFF, 0xE4, 0xBA, 0x42]
    let result = bytes.withUnsafeBufferPointer(Folding.fold)
    #expect(String(decoding: result, as: UTF8.self) == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
  }

  static let variants = Corpus.item("tools/script-variants.tsv")

  @Test(.enabled(if: variants != nil, "the list of script variants is not beside the checkout"))
  func staysWithinTheVariantsOfACharacter() throws {
    var parent: [UInt32: UInt32] = [:]
    func find(_ scalar: UInt32) -> UInt32 {
      var root = scalar
      while let next = parent[root], next != root { root = next }
      return root
    }
    let list = try String(contentsOf: #require(Self.variants), encoding: .utf8)
    for line in list.split(separator: "\n") where !line.hasPrefix("#") {
      let pair = line.unicodeScalars.filter { $0 != "\t" }.map(\.value)
      try #require(pair.count == 2)
      parent[find(pair[0])] = find(pair[1])
    }
    try #require(parent.count > 4000)
    for scalar in Self.scalars where Folding.fold(scalar) != scalar {
      // Compatibility ideographs and radicals are the same character by NFKC: not a matter of variants.
      guard let character = Unicode.Scalar(scalar), character.properties.isUnifiedIdeograph,
        String(character).precomposedStringWithCompatibilityMapping.unicodeScalars.first == character
      else { continue }
      #expect(
        find(scalar) == find(Folding.fold(scalar)), "\(character) folds out of its class")
    }
  }
}
