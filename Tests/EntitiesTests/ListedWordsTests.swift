import Articles
import Testing

@testable import Entities

@Suite struct ListedWordsTests {
  private func words(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return ListedWords.shared.matches(in: folded).map { folded.string($0.range) }
  }

  @Test func wordsOfTheListsAreFound() {
    #expect(words("他说普京到了北韩。") == ["普京", "北韩"])
    #expect(words("富時羅素指數").contains("富時羅素"))
    #expect(words("") == [] && words("字") == [])
  }

  @Test(arguments: [("普京", WordClass.knownPerson), ("周三", .notPerson), ("北韩", .country), ("印度洋", .word)])
  func wordHasItsClass(_ word: String, _ expected: WordClass) {
    #expect(ListedWords.shared.classes(of: FoldedName(word)).contains(expected))
  }

  @Test func aSharedSurnameIsNoWord() {
    #expect(!ListedWords.shared.classes(of: FoldedName("约翰逊")).contains(.knownPerson))
  }

  @Test(arguments: [("北韩代表抵达。", ["KP"]), ("他们横渡印度洋。", []), ("北京的义大利餐厅开门。", ["CN", "IT"])])
  func listedNamesOfCountriesAreRead(_ body: String, _ codes: [String]) {
    let found = EntityExtractor().extract(.of(title: "通讯", body: body)).countries.map(\.code)
    #expect(found == codes)
  }

  @Test func everyFurtherNameOfACountryNamesIt() {
    for (code, names) in CountryGazetteer.furtherNames {
      for name in names where name.unicodeScalars.count > 1 {
        let classes = ListedWords.shared.classes(of: FoldedName(folding: name))
        #expect(classes.contains(.country), "\(code) \(name)")
      }
    }
  }
}
