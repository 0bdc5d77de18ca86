import Articles
import Testing

@testable import Entities

@Suite struct NameDecisionTests {
  private let article = Article.of(
    title: "外长周明抵达", body: "周明说，谈判继续。他在戴高乐机场转机，王女士没有来。\n责编：赵立文")

  @Test func keptCandidatesAreTheMentions() {
    let extractor = EntityExtractor()
    let kept = extractor.decisions(article).filter(\.isKept)
    let mentions = extractor.extract(article).people.flatMap(\.mentions).filter { $0.rule != "recurrence" }
    #expect(kept.map { "\($0.field)\($0.start)" } == mentions.map { "\($0.field)\($0.start)" })
    #expect(kept.allSatisfy { $0.reason.hasPrefix("a name (+") })
  }

  @Test func droppedCandidatesSayWhy() {
    let dropped = EntityExtractor().decisions(article).filter { !$0.isKept }
    let reasons = Dictionary(dropped.map { ($0.text, $0.reason) }, uniquingKeysWith: { first, _ in first })
    #expect(reasons["戴高乐"]?.hasPrefix("only in the names of things") == true)
    #expect(reasons["赵立文"] == "in a byline or credit")
  }

  @Test func textIsThatOfTheOffsets() {
    for decision in EntityExtractor().decisions(article) {
      let scalars = Array(article[decision.field].unicodeScalars)[decision.start..<decision.end]
      #expect(String(String.UnicodeScalarView(scalars)) == decision.text)
    }
  }

  @Test func whatWasCutIsTold() {
    let decisions = EntityExtractor().decisions(.of(title: "通讯", body: "外长周明则强调，谈判不会停。"))
    #expect(decisions.contains { $0.text == "周明" && $0.reason.hasSuffix("cut from 周明则") })
  }
}
