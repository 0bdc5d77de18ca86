import Glibc

/// How often two are named in the same articles, compared with chance.
///
/// Lift, the observed count over the expected one, is greatest for two that are named once, together. Lists are
/// therefore ranked by the lift that one can rely on: the lower limit of the 95 % credibility interval of the
/// shrunk observed-to-expected ratio (the information component's IC025, as a ratio), in the closed form of
/// G. N. Norén, J. Hopstadius, A. Bate, "Shrinkage observed-to-expected ratios for robust and transparent
/// large-scale pattern discovery", Statistical Methods in Medical Research 22 (2013), 57–69. Of one article it is
/// below 1 whatever the rest.
package struct CoMention: Equatable, Sendable {
  /// In how many articles both are named.
  package let articles: Int
  /// In how many both would be named if neither had to do with the other.
  package let expected: Double
  /// The lift that is left when chance is allowed for.
  package let leastLift: Double

  /// - Parameters:
  ///   - articles: how many name both.
  ///   - one: how many name the one.
  ///   - other: how many name the other.
  ///   - all: how many articles there are, 1 or more.
  package init(articles: Int, of one: Int, and other: Int, among all: Int) {
    self.articles = articles
    expected = Double(one) * Double(other) / Double(max(1, all))
    let observed = Double(articles) + 0.5
    let information = log2(observed / (expected + 0.5))
    leastLift = exp2(information - 3.3 / observed.squareRoot() - 2 / (observed * observed.squareRoot()))
  }

  /// How many times as often as by chance.
  package var lift: Double { expected > 0 ? Double(articles) / expected : 0 }

  /// Whether these two are closer than those; `nil` where neither are. Where chance may explain both, rarity would
  /// come first: there the counts say more.
  func isCloser(than other: CoMention) -> Bool? {
    let mayBeChance = max(leastLift, other.leastLift) < 1
    if mayBeChance, articles != other.articles { return articles > other.articles }
    if mayBeChance, articles == 1 { return nil }
    return leastLift == other.leastLift ? nil : leastLift > other.leastLift
  }
}
