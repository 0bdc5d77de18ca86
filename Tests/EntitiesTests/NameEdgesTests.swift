import Articles
import Testing

@testable import Entities

/// One rule a test; the brackets say what the tagger found.
@Suite struct NameEdgesTests {
  /// The names that are made of the part of `text` between ⟦ and ⟧.
  private func names(_ text: String) throws -> [String] {
    let open = try #require(text.firstIndex(of: "⟦"))
    let close = try #require(text.firstIndex(of: "⟧"))
    let start = text.unicodeScalars.distance(from: text.startIndex, to: open)
    let end = text.unicodeScalars.distance(from: text.startIndex, to: close) - 1
    let reading = FieldReading(.body, text.filter { $0 != "⟦" && $0 != "⟧" })
    return NameEdges(reading).names(in: start..<end).map(reading.text.string)
  }

  @Test func signsAtTheEdgesAreNoPart() throws {
    #expect(try names("主席⟦“郑国昌”⟧说") == ["郑国昌"])
  }

  @Test func aDotTiesTheComponentsBeforeAndAfter() throws {
    #expect(try names("作家玛丽安娜·⟦科斯塔⟧说") == ["玛丽安娜·科斯塔"])
    #expect(try names("作家⟦玛丽安娜⟧·科斯塔说") == ["玛丽安娜·科斯塔"])
    #expect(try names("作家馬麗安娜．⟦科斯塔⟧說") == ["馬麗安娜．科斯塔"])
  }

  @Test func aTitleEndsTheNameAfterTheDot() throws {
    #expect(try names("⟦彼得⟧·克拉森总统说") == ["彼得·克拉森"])
  }

  @Test func aHyphenTiesDoubleNamesOfDottedOnes() throws {
    #expect(try names("学者⟦丹尼尔·加西亚⟧-佩尼亚说") == ["丹尼尔·加西亚-佩尼亚"])
    #expect(try names("⟦加西亚⟧-佩尼亚组合") == ["加西亚"])
  }

  @Test func latinInBracketsShowsWhereTheNameEnds() throws {
    #expect(try names("诗人⟦季诺维⟧耶娃（Olga Zinovieva）") == ["季诺维耶娃"])
    #expect(try names("⟦克拉森⟧教授（Peter Claassen）") == ["克拉森"])
  }

  @Test func theNumberOfAPopeIsPartOfTheName() throws {
    #expect(try names("教宗⟦本笃⟧十六世退位") == ["本笃十六世"])
    #expect(try names("教宗⟦本篤⟧16世退位") == ["本篤16世"])
    #expect(try names("⟦本笃⟧十六人团") == ["本笃"])
  }

  @Test func titlesAreNoPart() throws {
    #expect(try names("⟦总统拉米雷斯⟧说") == ["拉米雷斯"])
    #expect(try names("⟦拉米雷斯总统⟧说") == ["拉米雷斯"])
  }

  @Test func surnamesWithHonorificsNameNobody() throws {
    #expect(try names("⟦王女士⟧说").isEmpty)
    #expect(try names("⟦李某⟧被捕").isEmpty)
  }

  @Test func twoNamesWithALinkAreTwo() throws {
    #expect(try names("⟦林志远和郭家荣⟧到场") == ["林志远", "郭家荣"])
    #expect(try names("⟦玛格丽特和平⟧") == ["玛格丽特和平"])
  }
}
