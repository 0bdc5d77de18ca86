import Glibc
import HanText

/// How well a text fits a query that it does not hold as a whole: the sum of five shares, each about 0 to 1.
///
/// - bm25 of the parts, as a share of what a text full of them would get;
/// - how much of the parts, by rarity, its first 80 and its first 300 units hold: news says what a headline
///   says in its first sentences;
/// - how many of the single letters and runs its first 200 units, and all of it, hold: headlines shorten words
///   (陆委会 for 大陆委员会), so that pairs of letters are missing where the letters are there.
///
/// Equal weights, because weights fitted by a softmax regression on headlines came out nearly equal.
struct PartialScore {
  private static let saturation = 1.2
  private static let lengthWeight = 0.4

  /// What is looked for: the parts with their rarity (idf), and the single letters and runs.
  private var places: [TextPart: Int] = [:]
  /// Which slots any of them has: nearly all parts of a text are none of the query's.
  private var slots = [Bool](repeating: false, count: 4096)
  private var rarities: [Double] = []
  private var isSingle: [Bool] = []
  private let totalRarity: Double
  private let totalSingles: Double

  /// - Parameters:
  ///   - frequencies: how many articles hold each part of the loosened query.
  ///   - articles: how many articles there are.
  init(of query: HanQuery, frequencies: [TextPart: Int], articles: Int) {
    for (part, frequency) in frequencies {
      let others = Double(max(articles, frequency) - frequency)
      places[part] = rarities.count
      rarities.append(log(1 + (others + 0.5) / (Double(frequency) + 0.5)))
      isSingle.append(false)
    }
    for term in query.groups.joined() {
      let text = ScannedText(term.text)
      for index in text.units.indices {
        guard let single = TextPart(text, at: index) else { continue }
        if let place = places[single] {
          isSingle[place] = true
        } else {
          places[single] = rarities.count
          rarities.append(0)
          isSingle.append(true)
        }
      }
    }
    for part in places.keys { slots[part.slot] = true }
    totalRarity = rarities.reduce(0, +)
    totalSingles = Double(isSingle.count(where: \.self))
  }

  /// The score of an article's text, 0 to about 6.
  ///
  /// - Parameter averageLength: of the texts it is compared with, in units.
  func score(of text: ScannedText, averageLength: Double) -> Double {
    guard totalRarity > 0, totalSingles > 0 else { return 0 }
    var counts = [Double](repeating: 0, count: rarities.count)
    var rarityInLead = 0.0
    var rarityInOpening = 0.0
    var singles = 0.0
    var singlesInOpening = 0.0
    TextPart.forEach(in: text) { part, unit in
      guard slots[part.slot], let place = places[part] else { return }
      counts[place] += 1
      guard counts[place] == 1 else { return }
      if unit < 80 { rarityInLead += rarities[place] }
      if unit < 300 { rarityInOpening += rarities[place] }
      guard isSingle[place] else { return }
      singles += 1
      if unit < 200 { singlesInOpening += 1 }
    }
    let length = 1 - Self.lengthWeight + Self.lengthWeight * Double(text.units.count) / averageLength
    var bm25 = 0.0
    for (place, count) in counts.enumerated() {
      bm25 += rarities[place] * count * (Self.saturation + 1) / (count + Self.saturation * length)
    }
    return (bm25 + rarityInLead + rarityInOpening) / totalRarity + (singles + singlesInOpening) / totalSingles
  }
}
