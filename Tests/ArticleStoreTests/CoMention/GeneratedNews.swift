import Entities
import TestSupport

/// Articles that name people and countries at random, some of them often together.
struct GeneratedNews {
  static let people = ["赵甲", "钱乙", "孙丙", "李丁", "周戊", "吴己", "郑庚", "王辛", "冯壬", "陈癸"]
  static let countries = [("KR", "韩国"), ("JP", "日本"), ("DE", "德国"), ("RU", "俄罗斯"), ("FR", "法国")]

  /// For each article the names and codes in it.
  let named: [(people: Set<String>, countries: Set<String>)]
  let articles: [ExtractedArticle]

  init(_ count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var named: [(people: Set<String>, countries: Set<String>)] = []
    articles = (0..<count).map { number in
      let people = Self.people.enumerated().filter { place, _ in
        Int.random(in: 0..<(place + 2), using: &generator) == 0
      }.map(\.element)
      let countries = Self.countries.enumerated().filter { place, _ in
        Int.random(in: 0..<(place + 2), using: &generator) == 0 || (place == 3 && people.contains("郑庚"))
      }.map(\.element)
      named.append((Set(people), Set(countries.map(\.0))))
      return Samples.extracted(
        url: "https://e.example/\(number)", title: "稿\(number)",
        body: (people + countries.map(\.1)).joined(separator: "、") + (number % 3 == 0 ? "。气球" : "。"),
        published: 1_700_000_000 + Int64(number) * 86_400, people: people.map { ($0, [$0], []) },
        countries: countries.map { (code: $0.0, form: $0.1) })
    }
    self.named = named
  }

  /// Names of people and codes of countries in each article, of those articles that a condition picks.
  func members(where condition: (Int) -> Bool = { _ in true }) -> [Set<String>] {
    named.indices.filter(condition).map { named[$0].people.union(named[$0].countries) }
  }
}
