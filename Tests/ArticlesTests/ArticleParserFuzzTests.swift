import Testing

@testable import Articles

/// Damaged files: whatever comes, the parser ends with an article that keeps its promises, or with an error.
@Suite struct ArticleParserFuzzTests {
  private static let sources = [
    ArticleParserTests.seed,
    "---\ntitle: \"灯塔 \\\"重新\\\" 点亮\"\ndate: 2025-03-03T08:19:59Z\nauthor: 日报\n---\n<div>\n"
      + ArticleParserTests.page + "\n</div>",
    "[题 [一](二)](https://a.example/)<figure><img src=/a.jpg><figcaption>说明</figcaption></figure><p class=ad>x</p>"
      + "<ul><li>一<li>二</ul><time datetime='2025-03-03'>今天</time>&amp;&#x4E00;<!-- c --><script>'</p>'</script>",
  ].map { Array($0.utf8) }

  @Test(arguments: 1...4)
  func survivesDamage(worker: Int) throws {
    let seed = UInt64.random(in: .min ... .max)
    print("seed of worker \(worker): \(seed)")
    var generator = SplitMix64(state: seed)
    for _ in 0..<1500 {
      let bytes = damaged(&generator)
      do throws(ArticleParsingError) {
        check(try ArticleParser().parse(bytes), seed)
      } catch {
        #expect(!error.reason.isEmpty && !error.description.isEmpty, "seed \(seed)")
      }
    }
  }

  private func damaged(_ generator: inout SplitMix64) -> [UInt8] {
    var bytes = Self.sources[Int.random(in: 0..<Self.sources.count, using: &generator)]
    let marks = Array("<>\"'=/&;-[]()#! \n\t\0".utf8)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator))
    case 1:
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: .min ... .max, using: &generator)
      }
    case 2:
      // Only ASCII is replaced, so that the text stays UTF-8 and the damage reaches the markup.
      for index in bytes.indices where bytes[index] < 0x80 && Int.random(in: 0..<12, using: &generator) == 0 {
        bytes[index] = marks[Int.random(in: 0..<marks.count, using: &generator)]
      }
    case 3:
      let other = Self.sources[Int.random(in: 0..<Self.sources.count, using: &generator)]
      bytes.insert(contentsOf: other, at: Int.random(in: 0...bytes.count, using: &generator))
    default:
      bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
    }
    return bytes
  }

  private func check(_ article: Article, _ seed: UInt64) {
    #expect(!article.title.isEmpty, "seed \(seed)")
    for text in [article.title, article.caption ?? "-", article.url ?? "-", article.imageURL ?? "-"]
      + article.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    where !article.body.isEmpty {
      #expect(TextWriter.normalize(text) == text && !text.isEmpty, "seed \(seed)")
    }
  }
}

/// SplitMix64 (G. Steele et al., "Fast Splittable Pseudorandom Number Generators").
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
