import Testing

@testable import Identity

@Suite struct LatinKeyTests {
  private func key(_ text: String) throws -> LatinKey { try #require(LatinKey(text)) }

  @Test(arguments: [
    ("Gleb Voronin", "GLEB VORONIN"), ("Gléb Voronín", "Gleb Voronin"), ("Sen. Gleb Voronin", "Gleb Voronin"),
    ("Marta O'Kellan", "Marta O\u{2019}Kellan"), ("Jean-Luc Dorval", "jean luc dorval"),
    ("Gleb Voronin III", "Gleb Voronin"),
  ])
  func spellingsThatTellNobodyApartShareTheKey(_ one: String, _ other: String) throws {
    #expect(try key(one) == key(other))
  }

  @Test(arguments: [
    "", "Voronin", "@glebvoronin", "#Gleb Voronin", "Gleb_Voronin", "R2 Voronin", "Voronin & Sons", "Li A",
    "G V",
    "Voronin Voronin", "CC/BY Voronin", "沃罗宁", "one two three four five six seven",
  ])
  func whatIsNotTheNameOfOnePersonHasNoKey(_ text: String) {
    #expect(LatinKey(text) == nil)
  }

  @Test(arguments: [
    ("G. Voronin", "Gleb Voronin"), ("Gleb A. Voronin", "Gleb Voronin"), ("Joe Hargrove", "Joseph Hargrove"),
    ("Hargrove Joseph", "Joseph Hargrove"), ("Pak Jong Su", "Jong Su Pak"), ("Pak Jong-su", "Pak Jong Su"),
    ("Gleb Voronin", "Gleb Voronyn"), ("Gleb Voronin", "Gleb Vornoin"), ("Glenda Voronin", "Glenda Voronin"),
  ])
  func spellingsOfOnePersonAgree(_ one: String, _ other: String) throws {
    #expect(try key(one).agrees(with: key(other)))
    #expect(try key(other).agrees(with: key(one)))
    #expect(try key(one).resembles(key(other)))
  }

  @Test(arguments: [
    ("Gleb Voronin", "Igor Voronin"), ("Adam Hargrove", "Chris Hargrove"),
    ("John Hargrove", "John Hargrove Jr."),
    ("Marina Voronina", "Gleb Voronin"), ("Pak Jong Su", "Pak Yong Chol"), ("Adam Hargrove", "Eve Hargrove"),
    ("Gleb Voronin", "Gleb Karadzek"), ("A. Hargrove", "Chris Hargrove"),
  ])
  func otherGivenNamesContradict(_ one: String, _ other: String) throws {
    #expect(try !key(one).agrees(with: key(other)))
    #expect(try !key(other).agrees(with: key(one)))
    #expect(try !key(one).resembles(key(other)))
    #expect(try !key(other).resembles(key(one)))
  }

  @Test func otherRomanizationsOnlyResemble() throws {
    let (one, other) = (try key("Zelimir Karadzek"), try key("Zelymyr Karadjek"))
    #expect(!one.agrees(with: other) && one.resembles(other) && other.resembles(one))
  }

  @Test(arguments: ["Gleb Voronin", "John Hargrove Jr.", "Pak Jong-su", "King Olav Dorval"])
  func theStoredTextGivesTheKeyBack(_ text: String) throws {
    let key = try key(text)
    #expect(LatinKey(stored: key.text) == key)
  }

  @Test func theSuffixOfASonIsKept() throws {
    #expect(try key("John Hargrove Jr.").text == "john hargrove jr")
    #expect(try key("John Hargrove").text == "john hargrove")
    #expect(LatinKey(stored: "") == nil && LatinKey(stored: "hargrove jr") == nil)
  }
}
