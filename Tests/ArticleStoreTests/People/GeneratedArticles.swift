import Entities
import TestSupport

/// Articles about few people with many names, so that short forms, Latin spellings and well-known spellings meet
/// and contradict each other in every way; and family names and common Chinese names that mean different people in
/// different contexts.
struct GeneratedArticles {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let given = [("阿列克谢", "Alexei"), ("玛丽娜", "Marina"), ("唐纳德", "Donald"), ("伊万卡", "Ivanka")]
  private static let family = [
    ("沃罗宁", "Voronin"), ("沃洛宁", "Voronin"), ("特朗普", "Trump"), ("川普", "Trump"), ("布什", "Bush"),
  ]
  private static let whole = [
    ("金正恩", "Kim Jong Un"), ("金正银", "Kim Jong-un"), ("金与正", "Kim Yo-jong"), ("王伟", "Wang Wei"),
    ("王维", "Wang Wei"), ("安倍晋三", "Shinzo Abe"), ("安倍", "Shinzo Abe"), ("沃羅寧", "Alexei Voronin"),
    ("普京", "Vladimir Putin"), ("普丁", "Vladimir Putin"), ("弗拉基米尔·普京", "Vladimir Putin"),
  ]

  /// Captures of articles: the later ones of an article name other people.
  mutating func captures(_ count: Int, articles: Int) -> [ExtractedArticle] {
    (0..<count).map { number in
      let topic = Int.random(in: 0..<Self.topics.count, using: &generator)
      let people = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        chance(45) ? ambiguousPerson(topic) : person()
      }
      let (before, after, place) = Self.topics[topic]
      let country = chance(60) ? place : nil
      return Samples.extracted(
        url: "https://e.example/\(number % articles)", title: "稿\(number)",
        body: people.flatMap(\.forms).map { before + $0 + after }.joined() + (country?.form ?? ""),
        published: 1_700_000_000 + Int64(number % 60) * 86_400, captured: Int64(number), people: people,
        countries: country.map { [$0] } ?? [])
    }
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &generator)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  /// A family name: a few that many bear, and many of few articles, in which each article can change everything.
  private mutating func family() -> (String, String) {
    if chance(30) { return pick(Self.family) }
    let (sign, latin) = pick(Self.clans)
    return (pick(["沃罗", "沃洛"]) + sign + pick(["宁", "宁", "娃"]), "Voro\(latin)in")
  }

  private static let clans = [
    ("巴", "b"), ("卡", "k"), ("达", "d"), ("法", "f"), ("加", "g"), ("马", "m"), ("帕", "p"), ("萨", "s"),
    ("塔", "t"),
    ("雅", "y"), ("扎", "z"), ("拉", "l"), ("查", "ch"), ("沙", "sh"), ("哈", "h"), ("瓦", "v"), ("贾", "j"),
    ("夸", "q"),
  ]

  /// What stands before and after names, and a country.
  private static let topics: [(before: String, after: String, country: (code: String, form: String)?)] = [
    ("联邦检察官", "向法院提交起诉书，被告律师要求法官驳回。", ("US", "美国")),
    ("球队主教练", "赛后说前锋受伤，下一场联赛缺阵。", ("GB", "英国")),
    ("画家", "在美术馆展出水彩，策展人称赞画作。", ("PE", "秘鲁")), ("", "。", nil),
  ]

  /// Family names that several people bear, one of whom each topic prefers, with and without what tells them apart.
  private mutating func ambiguousPerson(_ topic: Int) -> (name: String, forms: [String], latin: [String]) {
    if chance(40) {
      // Chinese names with common given names.
      let name = pick(["李伟", "孙强", "周丽娟"])
      return (name, [name], chance(10) ? ["Li Wei"] : [])
    }
    let (family, latin) = pick([
      ("哈格罗夫", "Hargrove"), ("哈格罗夫", "Hargrove"), ("德拉蒙", "Dramond"), ("奎尔比", "Quilby"),
    ])
    let givens = [("亚当", "Adam"), ("克里斯", "Chris"), ("约瑟夫", "Joseph"), ("马丁", "Martin")]
    let given = chance(80) ? givens[topic] : pick(givens)
    let spelling = "\(given.1 == "Joseph" && chance(50) ? "Joe" : given.1) \(latin)"
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<2:
      let name = "\(given.0)·\(family)"
      return (name, [name, family], chance(60) ? [spelling] : [])
    case 2..<4: return (family, [family], [spelling])
    default: return (family, [family], [])
    }
  }

  private mutating func person() -> (name: String, forms: [String], latin: [String]) {
    if chance(40) {
      let (name, latin) = pick(Self.whole)
      let short = chance(30) ? [String(name.suffix(2))] : []
      return (name, [name] + short.filter { $0 != name }, chance(30) ? [latin] : [])
    }
    let (given, family) = (pick(Self.given), family())
    let latin = "\(given.1) \(family.1)"
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return (latin, [latin], [latin])
    case 1..<4: return (family.0, [family.0], chance(20) ? [latin] : [])
    default:
      let name = "\(given.0)\(pick(["·", "‧", ""]))\(family.0)"
      return (name, chance(60) ? [name, family.0] : [name], chance(40) ? [latin] : [])
    }
  }
}
