import ArticleStore
import Foundation
import TestSupport
import Testing

@testable import ArticleSearch

/// Anything a person may type or paste: no query is an error, crashes, or takes long.
@Suite struct SearchFuzzTests {
  /// How many queries: DOSSIER_FUZZ in the environment, else as many as a test run has time for.
  private static let count = ProcessInfo.processInfo.environment["DOSSIER_FUZZ"].flatMap(Int.init) ?? 1500

  private static let signs = [
    "\"", "“", "＂", "*", "＊", "-", "－", " -", "(", ")", ":", "title:", "body:", "caption:", "nosuch:", " OR ",
    " AND ", " NOT ", "NEAR(", "^", "+", "{", "}", "'", "%", "\\", "\u{0}", "\n", "\t", "\u{3000}", "·", "普京",
    "朝鲜", "召見", "AI", "5G", "\u{301}", "\u{200B}", "\u{FFFD}", "😀", "🇨🇳",
  ]

  private static func query(_ random: inout SeededGenerator) -> String {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5: bytes += Array((signs.randomElement(using: &random) ?? "").utf8)
      case 5..<8:
        // All planes; a surrogate has no scalar, its three bytes are broken UTF-8.
        let value = UInt32.random(in: 0...0x10_FFFF, using: &random)
        if let scalar = Unicode.Scalar(value) {
          bytes += Array(String(Character(scalar)).utf8)
        } else {
          bytes += [0xED, UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
        }
      case 8: bytes.append(UInt8.random(in: .min ... .max, using: &random))
      default: bytes += Array(String(repeating: "长", count: Int.random(in: 1...300, using: &random)).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func noQueryIsAnError() throws {
    let archive = try SearchedArchive(
      bodies: [
        "俄罗斯总统普京访问朝鲜。", "外交部召見大使，AI芯片，5G。", String(repeating: "长", count: 500), "C++ 50% it's a-b",
      ])
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Self.count {
      let query = Self.query(&random)
      #expect(throws: Never.self, "seed \(seed): \(query.debugDescription)") {
        let results = try archive.search(query) { request in
          request.order = HitOrder.allCases.randomElement(using: &random) ?? .relevance
          request.limit = [nil, 1, 20].randomElement(using: &random) ?? 20
        }
        #expect(results.hits.count(where: \.isExact) <= results.exactTotal)
        #expect(results.exactTotal <= results.total)
      }
    }
  }
}
