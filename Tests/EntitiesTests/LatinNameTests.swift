import Testing

@testable import Entities

@Suite struct LatinNameTests {
  /// What stands in the brackets that open after 名, as written; empty when it is no person's name.
  private func inBrackets(_ text: String) -> String {
    let folded = FoldedText("名" + text)
    return LatinName.inBrackets(folded, at: 1).map { folded.string($0.range) } ?? ""
  }

  @Test(arguments: [
    ("（Georgy Zinoviev）", "Georgy Zinoviev"), ("(Anna-Lena Groß)", "Anna-Lena Groß"),
    (" (John O’Hara)", "John O’Hara"), ("（Ludwig van den Berg）", "Ludwig van den Berg"),
    ("（音译：Li Wen）", "Li Wen"), ("（Olga Zinovieva，1950年生）", "Olga Zinovieva"),
    ("（Dr. Peter Claassen）", "Peter Claassen"), ("（José Álvarez）", "José Álvarez"),
    ("（Robert O'Bryan）", "Robert O'Bryan"), ("（Robert O`Bryan）", "Robert O`Bryan"),
    ("（Robert O′Bryan）", "Robert O′Bryan"), ("（Robert Oʼ Bryan）", "Robert Oʼ Bryan"),
    ("（Robert O ’Bryan）", "Robert O ’Bryan"), ("（Angus McAllister）", "Angus McAllister"),
    ("（Rosa DeMarco）", "Rosa DeMarco"), ("（KIM Jong-ho）", "KIM Jong-ho"),
  ])
  func nameInBracketsIsRead(_ text: String, _ name: String) {
    #expect(inBrackets(text) == name)
  }

  @Test(arguments: [
    "（WHO）", "（University of Oslo）", "（Global Policy Institute）", "（2020年）", "（左）", "（USA）", "（）", "（Georgy",
    "（@OlgaZinovieva）", "（#FakeNewsOfOslo）", "（YouTube）", "（Public Domain）", "（CC BY）", "（Getty Images）",
    "（Reuters）",
    "（AFP）", "（FTSE Hargrove）",
  ])
  func otherBracketsHoldNoName(_ text: String) {
    #expect(inBrackets(text) == "")
  }

  @Test(arguments: [
    "（Hargrove & Sons）", "（Hargrove’s）", "（Hargrove Corp.）", "(Hargrove Index)",
    "（Anderwood, South Carolina）",
    "（Hargrove Plan）",
  ])
  func bracketsNameAThing(_ text: String) {
    #expect(LatinName.namesThing(FoldedText("名" + text), at: 1))
  }

  @Test(arguments: [
    "（Olga Zinovieva）", "（Olga Zinovieva, Hargrove Corp.）", "（Zinovieva, Jr.）", "（2020年）", "（Hargrove",
  ])
  func bracketsNameNoThing(_ text: String) {
    #expect(!LatinName.namesThing(FoldedText("名" + text), at: 1))
  }
}
