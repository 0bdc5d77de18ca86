import Entities
import TestSupport
import Testing

@testable import Identity

/// Which of a person's names are shown.
@Suite struct PersonNamesTests {
  private func counted(
    _ kind: NamedForms.Form.Kind, _ text: String, _ articles: Int
  ) -> PersonNames.Counted {
    PersonNames.Counted(form: NamedForms.Form(kind: kind, text: text), articles: articles)
  }

  private func names(_ forms: [PersonNames.Counted], _ judgements: [PersonJudgement] = []) -> PersonNames {
    PersonNames(forms, judgements: PersonJudgements(judgements))
  }

  @Test(arguments: ["格列布‧沃罗宁", "格列布・沃罗宁", "格列布•沃罗宁", "格列布-沃罗宁", "格列布·沃罗宁"])
  func oneKindOfMiddleDotIsShown(_ name: String) {
    #expect(names([counted(.full, name, 1)]).shown == "格列布·沃罗宁")
  }

  @Test func namesInLatinLettersKeepTheirHyphens() {
    #expect(names([counted(.full, "Jean-Luc Dorval", 1)]).shown == "Jean-Luc Dorval")
  }

  @Test func theNameOfMostArticlesIsShown() {
    // The two spellings of one name count together; the commoner script is shown.
    let forms = [
      counted(.full, "格列布·沃罗宁", 3), counted(.full, "格列布·佛羅寧", 3), counted(.full, "格列布·佛罗宁", 2),
    ]
    #expect(names(forms).shown == "格列布·佛羅寧")
    // A family name alone speaks for the full name that ends with it.
    let more = names(forms + [counted(.short, "沃罗宁", 9)])
    #expect(more.shown == "格列布·沃罗宁")
    #expect(Set(more.all) == ["格列布·沃罗宁", "格列布·佛羅寧", "格列布·佛罗宁", "沃罗宁"])
    #expect(names([counted(.full, "格列布·沃罗宁", 3), counted(.full, "格列布·沃羅寧", 4)]).shown == "格列布·沃羅寧")
  }

  /// A name with a given name says more than a family name in more articles, and any Chinese name more than a Latin one.
  @Test func fullNamesComeFirst() {
    #expect(names([counted(.full, "沃罗宁", 50), counted(.full, "格列布·沃罗宁", 1)]).shown == "格列布·沃罗宁")
    #expect(names([counted(.full, "Gleb Voronin", 50), counted(.full, "沃罗宁", 1)]).shown == "沃罗宁")
  }

  @Test func theNameThatAUserMergedIntoIsShown() {
    let forms = [counted(.full, "格列布·沃罗宁", 9), counted(.full, "沃罗宁", 1)]
    let merge = PersonJudgement(name: "沃罗宁", ruling: .merge(other: "格列布沃罗宁"))
    #expect(names(forms, [merge]).shown == "沃罗宁")
  }

  @Test func kindsOfNames() {
    let names = names([
      counted(.full, "格列布·沃罗宁", 3), counted(.full, "格列布·沃羅寧", 1), counted(.full, "格列布·佛罗宁", 2),
      counted(.short, "沃罗宁", 4), counted(.latin, "Gleb Voronin", 2),
    ])
    #expect(
      names.names.map { "\($0.text) \($0.kind) \($0.articles)" } == [
        "格列布·沃罗宁 full 3", "格列布·沃羅寧 full 1", "沃罗宁 short 4", "Gleb Voronin latin 2", "格列布·佛罗宁 variant 2",
      ])
    #expect(names.spellings == ["Gleb Voronin"])
  }

  /// A short form beside a full name in some articles and alone in others is one name, and no other full name.
  @Test func aShortFormThatIsUsedAloneIsOneName() {
    let names = names([
      counted(.full, "格列布·沃罗宁", 2), counted(.short, "沃罗宁", 2), counted(.full, "沃罗宁", 3),
      counted(.full, "佛罗宁", 1),
    ])
    #expect(
      names.names.map { "\($0.text) \($0.kind) \($0.articles)" } == [
        "格列布·沃罗宁 full 2", "沃罗宁 short 5", "佛罗宁 variant 1",
      ])
    // Where no article gives the full name, the name shown is that of most articles.
    #expect(
      self.names([counted(.full, "沃罗宁", 3), counted(.short, "沃罗", 1)]).names.map(\.kind) == ["full", "short"])
  }

  @Test func aliasesAreNamesToo() {
    let alias = PersonJudgement(name: "沃罗宁", ruling: .alias("老沃"))
    let names = names([counted(.full, "沃罗宁", 1)], [alias])
    #expect(names.names.map { "\($0.text) \($0.kind) \($0.articles)" } == ["沃罗宁 full 1", "老沃 variant 0"])
    // An alias that articles give is there once.
    #expect(self.names([counted(.full, "沃罗宁", 2), counted(.full, "老沃", 1)], [alias]).names.count == 2)
  }

  @Test(
    arguments: [
      ([("Gleb Voronin", 3), ("GLEB VORONIN", 1), ("Hleb Voronin", 1)], "Gleb Voronin"),
      ([("@gleb", 50), ("Gleb Voronin", 1)], "Gleb Voronin"), ([("Gleb_V", 9)], nil),
      ([("NewsCorp", 9)], nil),
      ([("Voronin", 9)], nil), ([("Adam Hargrove", 2), ("Chris Hargrove", 2)], nil),
      ([("Adam Hargrove", 5), ("Chris Hargrove", 2)], "Adam Hargrove"),
      ([("Adam Hargrove", 3), ("Chris Hargrove", 2), ("Eve Hargrove", 2)], nil), ([], nil),
    ] as [([(String, Int)], String?)])
  func theSpellingShown(_ spellings: [(String, Int)], _ shown: String?) {
    let forms = spellings.map { counted(.latin, $0.0, $0.1) }
    #expect(names([counted(.full, "沃罗宁", 1)] + forms).latin == shown)
  }

  @Test func nobodyWithoutANameIsShown() {
    #expect(names([]).shown == nil && names([counted(.short, "沃罗宁", 3)]).shown == nil)
  }
}
