import Entities
import TestSupport
import Testing

@testable import Identity

@Suite struct BearerTests {
  @Test func aDottedName() {
    let bearer = Bearer(name: "格列布·沃羅寧", latin: ["Gleb Voronin"])
    #expect(bearer.components == ["格列布", "沃罗宁"])
    #expect(bearer.name == "格列布·沃罗宁" && bearer.key == NameKey("格列布沃罗宁") && bearer.label == nil)
    #expect(bearer.isDotted && bearer.hasHan && bearer.family == "沃罗宁" && bearer.full == "格列布沃罗宁")
    #expect(bearer.text == "格列布·沃罗宁|gleb voronin")
  }

  @Test(arguments: ["格列布‧沃罗宁", "格列布・沃罗宁", "格列布•沃罗宁", "格列布-沃罗宁", "格列布 · 沃罗宁"])
  func everyDotPartsComponents(_ name: String) {
    #expect(Bearer(name: name, latin: []) == Bearer(name: "格列布·沃罗宁", latin: []))
  }

  @Test func theMiddleNameIsNoPartOfTheFullName() {
    #expect(Bearer(name: "格列布·安东·沃罗宁", latin: []).full == "格列布沃罗宁")
    #expect(Bearer(name: "格列布·安东·沃罗宁", latin: []).key == NameKey("格列布安东沃罗宁"))
  }

  /// A Chinese name of two or three characters may be anybody's; a longer undotted name is a full one.
  @Test(arguments: [("李明", nil), ("沃罗宁", nil), ("沃罗纳夫", "沃罗纳夫"), ("格列布沃罗宁", "格列布沃罗宁")])
  func undottedNames(_ name: String, _ full: String?) {
    let bearer = Bearer(name: name, latin: [])
    #expect(bearer.full == full && !bearer.isDotted && bearer.family == name && bearer.components == [name])
  }

  @Test func aLabelIsPartOfTheNameButNotOfItsComponents() {
    let bearer = Bearer(name: "李明", latin: ["Li Ming"], label: "教练")
    #expect(bearer.name == "李明/教练" && bearer.components == ["李明"] && bearer.label == "教练")
    #expect(bearer.key == PersonJudgement.separatedKey("李明", label: "教练") && bearer.full == nil)
    #expect(bearer != Bearer(name: "李明", latin: ["Li Ming"]))
  }

  @Test func theFirstSpellingOfAPersonCounts() {
    #expect(
      Bearer(name: "沃罗宁", latin: ["@gleb", "Voronin", "Gleb Voronin", "Igor Voronin"]).latin?.text
        == "gleb voronin")
    #expect(Bearer(name: "沃罗宁", latin: ["Voronin"]).latin == nil)
  }

  @Test func aNameInLatinLettersIsItsOwnSpelling() {
    let bearer = Bearer(name: "Gleb Voronin", latin: [])
    #expect(bearer.components == ["glebvoronin"] && bearer.latin?.text == "gleb voronin")
    #expect(!bearer.hasHan && bearer.full == nil && !bearer.isDotted)
  }

  @Test(
    arguments: [
      ("格列布·沃罗宁", ["Gleb Voronin"], nil), ("李明", [], "2"), ("李明", ["Li Ming"], "a/b"),
      ("Gleb Voronin", [], nil),
      ("沃罗宁", [], nil), ("约翰·哈格罗夫", ["John Hargrove Jr."], nil),
    ] as [(String, [String], String?)])
  func storageRoundTrip(_ name: String, _ latin: [String], _ label: String?) {
    let bearer = Bearer(name: name, latin: latin, label: label)
    let stored = Bearer(storedName: bearer.name, latin: bearer.latin.flatMap { LatinKey(stored: $0.text) })
    #expect(stored == bearer && stored.components == bearer.components && stored.label == bearer.label)
    #expect(stored.key == bearer.key && stored.full == bearer.full && stored.hasHan == bearer.hasHan)
  }

  @Test func shortFormsAreUndottedAndNotTheWholeName() {
    let named = NamedForms(
      name: "格列布·沃罗宁", forms: ["格列布·沃罗宁", "格列布沃羅寧", "沃羅寧", "沃罗宁", "安东·沃罗宁"], latin: ["Gleb Voronin"])
    #expect(named.shorts == ["沃罗宁"])
    #expect(named.forms.filter { $0.kind == .full }.map(\.text) == ["格列布·沃罗宁", "格列布沃羅寧"])
    #expect(named.forms.filter { $0.kind == .latin }.map(\.text) == ["Gleb Voronin"])
  }
}
