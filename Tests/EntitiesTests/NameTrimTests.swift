import Articles
import Testing

@testable import Entities

@Suite struct NameTrimTests {
  private func names(_ body: String) -> [String] {
    EntityExtractor().extract(.of(title: "通讯", body: body)).people.map(\.name)
  }

  /// The forms that are left of places marked ⟦⟧, each with the tagger's score.
  private func trimmed(_ text: String, scores: [Double]) -> [String] {
    var plain = ""
    var ranges: [Range<Int>] = []
    var start = 0
    for character in text {
      if character == "⟦" {
        start = plain.unicodeScalars.count
      } else if character == "⟧" {
        ranges.append(start..<plain.unicodeScalars.count)
      } else {
        plain.append(character)
      }
    }
    let reading = FieldReading(.body, plain)
    let finder = CandidateFinder(reading)
    let candidates = zip(ranges, scores).map { finder.candidate($0, .tagger, $1) }
    return NameTrim.trimmed(NameForm.forms(of: candidates), [reading]).map(\.text.string)
  }

  @Test func whatIsTaggedMoreOftenWithoutACharacterHasNone() {
    #expect(trimmed("⟦周明⟧到了，⟦周明⟧说好，⟦周明正⟧在写", scores: [0.9, 0.9, 0.7]) == ["周明"])
  }

  @Test func aSurnameStaysWithItsGivenName() {
    #expect(trimmed("⟦许文哲⟧到了，⟦文哲⟧说好，⟦文哲⟧在写", scores: [0.9, 0.9, 0.9]) == ["许文哲", "文哲"])
  }

  @Test func anAdverbBeforeAVerbIsNoGivenName() {
    #expect(trimmed("外长⟦周明则⟧强调", scores: [0.9]) == ["周明"])
    #expect(trimmed("外长⟦周明将⟧访问邻国", scores: [0.9]) == ["周明"])
    #expect(trimmed("外长⟦周明将⟧", scores: [0.9]) == ["周明将"])
  }

  @Test func bothBelongsToAListOnly() {
    #expect(trimmed("演员⟦金泰均⟧表示", scores: [0.9]) == ["金泰均"])
  }

  @Test func particleIsNoPartOfTheNameInTheWholeArticle() {
    #expect(names("外长周明抵达。周明则强调，谈判不会停。") == ["周明"])
  }
}
