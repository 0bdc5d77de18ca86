import TestSupport
import Testing

@testable import Entities

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("弗拉基米爾‧普京", "弗拉基米尔·普京"), ("習近平", "习近平"), ("Jean-Luc Picard", "JEAN LUC PICARD"),
    ("J. R. R. Tolkien", "JRR Tolkien"), ("O’Neill", "o'neill"), ("安娜・卡列尼娜", "安娜•卡列尼娜"),
  ])
  func spellingsOfOneNameShareTheKey(_ one: String, _ other: String) {
    #expect(NameKey(one) == NameKey(other))
  }

  @Test func otherNamesKeepTheirOwnKeys() {
    #expect(NameKey("李强") != NameKey("李刚"))
    #expect(NameKey(" · ").isEmpty)
  }
}
