import Testing

@testable import Entities

@Suite struct LexiconTableTests {
  private func find(_ word: String) -> LexiconTable.Node? {
    let table = LexiconTable.shared
    var node = LexiconTable.root
    for character in FoldedText(word).identities {
      guard character != 0, let next = table.child(of: node, character) else { return nil }
      node = next
    }
    return node
  }

  @Test func everyHanNameOfACountryIsAWordThatNamesIt() throws {
    for (number, country) in CountryGazetteer.all.enumerated() where country.code != "AQ" {
      for name in [country.nameZh, country.nameZhHant] {
        let node = try #require(find(name), "\(name) is missing")
        #expect(LexiconTable.shared.classes(node).contains(.country))
        #expect(LexiconTable.shared.reading(node).contains { $0.countries.contains(number) }, "\(name)")
      }
    }
  }

  @Test func readingsLieInsideTheirWords() throws {
    for word in ["俄乌", "韩美日", "驻美", "美军", "两伊", "港澳台"] {
      let node = try #require(find(word))
      let readings = LexiconTable.shared.reading(node)
      #expect(!readings.isEmpty)
      for reading in readings {
        #expect(reading.start >= 0 && reading.length > 0 && reading.start + reading.length <= word.count)
        #expect(reading.countries.allSatisfy(CountryGazetteer.all.indices.contains))
      }
    }
  }

  @Test(arguments: [
    ("总统", WordClass.title), ("表示", .said), ("女士", .honorific), ("大学", .organisation), ("、", .link),
    ("责编", .credit), ("外交部", .institution), ("首都", .placeBefore), ("次官", .title),
  ])
  func wordHasItsClass(_ word: String, _ expected: WordClass) throws {
    let node = try #require(find(word))
    #expect(LexiconTable.shared.classes(node).contains(expected))
  }

  @Test func unknownTextIsNoWord() {
    #expect(find("qzx") == nil)
    #expect(LexiconTable.shared.identity(0x1F600) == 0)
  }
}
