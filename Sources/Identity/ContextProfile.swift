import Glibc

/// What the articles of one person look like: how many of them have each word, person and country.
///
/// Only counts are kept, so that a profile does not depend on the order in which contexts are added.
package struct ContextProfile: Sendable {
  private var roles = WordCounts()
  private var words = WordCounts()
  private var topics = WordCounts()
  private var people: [UInt32: Int] = [:]
  private var countries: [UInt16: Int] = [:]
  private var sources: [UInt16: Int] = [:]
  private var days: [Int] = []
  /// The number of contexts.
  package private(set) var count = 0

  /// A profile of no context.
  package init() {}

  /// Adds a context (`step` 1) or takes it out again (−1).
  package mutating func add(_ context: MentionContext, step: Int = 1) {
    roles.add(context.roles, step)
    words.add(context.words, step)
    topics.add(context.topics, step)
    for person in context.people { people[person, default: 0] += step }
    for country in context.countries { countries[MentionContext.Country.code(country), default: 0] += step }
    sources[context.source, default: 0] += step
    if let day = context.day {
      if step > 0 { days.append(day) } else if let index = days.firstIndex(of: day) { days.remove(at: index) }
    }
    count += step
  }

  /// How a context resembles the profile, one value per ``LinkFeature`` but the prior, in their order.
  func resemblance(to context: MentionContext) -> [Double] {
    let weights = WordWeights.shared
    let near = context.day.map { day in days.count { abs($0 - day) <= 10 } } ?? 0
    return [
      roles.cosine(context.roles), words.cosine(context.words), topics.cosine(context.topics),
      Self.cosine(people, context.people) { weights.weight(person: $0) },
      Self.cosine(countries, context.countries.map(MentionContext.Country.code)) { _ in 1 },
      Double(sources[context.source] ?? 0) / Double(count + 1),
      days.isEmpty ? 0 : Double(near) / Double(days.count),
    ]
  }

  private static func cosine<Key: Hashable>(
    _ counts: [Key: Int], _ keys: [Key], weight: (Key) -> Int
  ) -> Double {
    var product = 0
    var own = 0
    for key in keys {
      let square = weight(key) * weight(key)
      own += square
      product += square * (counts[key] ?? 0)
    }
    if product == 0 { return 0 }
    let norm = counts.reduce(0) { $0 + weight($1.key) * weight($1.key) * $1.value * $1.value }
    return Double(product) / sqrt(Double(own) * Double(norm))
  }

  /// Counts of hashed words.
  private struct WordCounts: Sendable {
    private var counts: [UInt16: Int] = [:]
    /// The sum of squared weights times squared counts.
    private var norm = 0

    mutating func add(_ words: [UInt16], _ step: Int) {
      for word in words {
        let weight = WordWeights.shared.weight(word: word)
        let before = counts[word] ?? 0
        counts[word] = before + step
        norm += weight * weight * ((before + step) * (before + step) - before * before)
      }
    }

    func cosine(_ words: [UInt16]) -> Double {
      var product = 0
      var own = 0
      for word in words {
        let weight = WordWeights.shared.weight(word: word)
        own += weight * weight
        product += weight * weight * (counts[word] ?? 0)
      }
      return product == 0 ? 0 : Double(product) / sqrt(Double(own) * Double(norm))
    }
  }
}
