import Foundation
import Testing

@testable import ArticleStore

@Suite struct CoMentionTests {
  /// The lift one can rely on is close to the 2.5 % quantile of a gamma distribution of shape O + ½ and rate E + ½,
  /// which is half of that of χ² with 2 O + 1 degrees of freedom: those are from printed tables.
  @Test(arguments: [(1, 0.2158), (2, 0.8312), (5, 3.816), (10, 10.283), (14, 16.047), (49, 73.361)])
  func leastLift(articles: Int, quantile: Double) {
    for (one, other) in [(articles, articles), (3 * articles, 20 * articles)] {
      let together = CoMention(articles: articles, of: one, and: other, among: 30_000)
      let wanted = quantile / 2 / (together.expected + 0.5)
      #expect(abs(together.leastLift / wanted - 1) < 0.05, "\(together.leastLift) \(wanted)")
    }
  }

  @Test func liftIsObservedOverExpected() {
    let together = CoMention(articles: 6, of: 10, and: 30, among: 100)
    #expect(together.expected == 3 && together.lift == 2)
    #expect(CoMention(articles: 0, of: 0, and: 0, among: 0).lift == 0)
  }

  /// Two who are named once, together, have the greatest lift there is; they come after those often together.
  @Test func onceIsNotClose() {
    let once = CoMention(articles: 1, of: 1, and: 1, among: 1_000_000)
    let often = CoMention(articles: 20, of: 100, and: 500, among: 10_000)
    #expect(once.lift == 1_000_000 && once.leastLift < 1)
    #expect(often.isCloser(than: once) == true && once.isCloser(than: often) == false)
    // Where chance may explain both, the counts say more.
    let rare = CoMention(articles: 1, of: 1, and: 1, among: 100)
    let common = CoMention(articles: 2, of: 4, and: 60, among: 100)
    #expect(common.isCloser(than: rare) == true && rare.isCloser(than: rare) == nil)
  }
}
