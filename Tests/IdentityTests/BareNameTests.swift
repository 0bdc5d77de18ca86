import Entities
import TestSupport
import Testing

@testable import Identity

/// Whom names mean that do not say it by themselves.
@Suite struct BareNameTests {
  private static let court = [
    "联邦检察官哈格罗夫向法院提交起诉书，被告律师要求法官驳回。", "检察官哈格罗夫在法庭上出示证据，陪审团作出裁决。",
    "哈格罗夫检察官办公室起诉诈骗案被告，法官批准保释。",
  ]
  private static let pitch = [
    "球队主教练哈格罗夫赛后说，前锋受伤，下一场联赛缺阵。", "主教练哈格罗夫率领球队夺得冠军，球迷庆祝进球。",
    "哈格罗夫教练的球队在联赛中击败对手，门将扑出点球。",
  ]

  private func two(_ count: Int) -> InventedNews {
    var news = InventedNews()
    for index in 0..<count {
      news.add(Self.court[index % 3], [("亚当·哈格罗夫", ["哈格罗夫"], ["Adam Hargrove"])], country: ("US", "美国"))
      news.add(Self.pitch[index % 3], [("克里斯·哈格罗夫", ["哈格罗夫"], ["Chris Hargrove"])], country: ("GB", "英国"))
    }
    return news
  }

  @Test func nearlyAllArticlesMeanOnePerson() throws {
    var news = InventedNews()
    for _ in 0..<40 { news.add([("亚当·哈格罗夫", ["哈格罗夫"], ["Adam Hargrove"])]) }
    news.add([("克里斯·哈格罗夫", [], ["Chris Hargrove"])])
    news.add([("哈格罗夫", [], [])])
    let who = try news.whoIsWho()
    #expect(news.person(42, in: who) == news.person(1, in: who))
    #expect(news.person(41, in: who) != news.person(1, in: who))
    #expect(who.links.isEmpty)
  }

  @Test func contextDecidesBetweenTwo() throws {
    var news = two(6)
    news.add(Self.court[0], [("哈格罗夫", [], [])], country: ("US", "美国"))
    news.add(Self.pitch[1], [("哈格罗夫", [], [])], country: ("GB", "英国"))
    let who = try news.whoIsWho()
    #expect(news.person(1, in: who) != news.person(2, in: who))
    #expect(news.person(13, in: who) == news.person(1, in: who))
    #expect(news.person(14, in: who) == news.person(2, in: who))
  }

  /// Nothing around the name is known of either person: the mention is left open and not given to whom more articles
  /// mean.
  @Test func whatNothingIsKnownOfIsLeftOpen() throws {
    var news = two(6)
    news.add("画家哈格罗夫在美术馆展出水彩。", [("哈格罗夫", [], [])], country: ("PE", "秘鲁"))
    let who = try news.whoIsWho()
    #expect(news.person(13, in: who) == BareName.key(of: .open, name: "哈格罗夫"))
    #expect(BareName.key(of: .open, name: "哈格罗夫") == "哈格罗夫?")
  }

  /// Several mentions of somebody else are a person of their own, told apart by a label.
  @Test func severalUnknownMentionsOfOneContextAreAPerson() throws {
    var news = two(6)
    for _ in 0..<3 { news.add("画家哈格罗夫在美术馆展出水彩，策展人称赞画作。", [("哈格罗夫", [], [])], country: ("PE", "秘鲁")) }
    let who = try news.whoIsWho()
    let keys = (13...15).map { news.person($0, in: who) ?? "" }
    #expect(Set(keys).count == 1 && keys[0].hasPrefix("哈格罗夫#"))
  }

  /// A mention with another Latin spelling is nobody's of them, whatever its context.
  @Test func aSpellingThatContradictsIsNeverLinked() throws {
    var news = two(6)
    news.add(Self.court[0], [("哈格罗夫", [], ["Martin Hargrove"])], country: ("US", "美国"))
    let who = try news.whoIsWho()
    #expect(news.person(13, in: who) == "哈格罗夫|martin hargrove")
  }

  /// A name of the list means the listed person where articles say nothing else.
  @Test func aNameOfTheListMeansThePerson() throws {
    var news = InventedNews()
    news.add([("川普", [], [])])
    news.add([("特朗普", [], [])])
    let who = try news.whoIsWho()
    #expect(news.person(1, in: who) == "特朗普" && news.person(2, in: who) == "特朗普")
    news.add([("唐纳德·川普", [], [])])
    news.add([("伊戈尔·川普", [], [])])
    let more = try news.whoIsWho()
    #expect(news.person(1, in: more) == news.person(3, in: more))
    #expect(news.person(4, in: more) == "伊戈尔·川普")
  }

  @Test func aUsersSplitKeepsABareNameApart() throws {
    let split = PersonJudgement(name: "哈格罗夫", ruling: .split(other: "亚当哈格罗夫"))
    for judgements in [[], [split]] {
      var news = InventedNews(judgements)
      for _ in 0..<20 { news.add([("亚当·哈格罗夫", ["哈格罗夫"], [])]) }
      news.add([("哈格罗夫", [], [])])
      let who = try news.whoIsWho()
      #expect((news.person(21, in: who) == news.person(1, in: who)) == judgements.isEmpty)
    }
  }

  /// 李伟 is borne by many, 闵珩璟 by one.
  @Test(arguments: [("李伟", 2), ("闵珩璟", 1)]) func aCommonNameFallsApartWhereContextsDo(
    _ name: String, people: Int
  ) throws {
    var news = InventedNews()
    for index in 0..<6 {
      news.add(
        Self.court[index % 3].replacing("哈格罗夫", with: name), [(name, [], [])], country: ("US", "美国"))
      news.add(
        Self.pitch[index % 3].replacing("哈格罗夫", with: name), [(name, [], [])], country: ("GB", "英国"))
    }
    let who = try news.whoIsWho()
    let keys = (1...12).map { news.person($0, in: who) ?? "" }
    let (court, pitch) = (
      Set(stride(from: 0, to: 12, by: 2).map { keys[$0] }),
      Set(stride(from: 1, to: 12, by: 2).map { keys[$0] })
    )
    #expect(Set(keys).count == people, "\(keys)")
    #expect(court.count == 1 && pitch.count == 1)
    if people > 1 { #expect(keys.allSatisfy { $0.hasPrefix("\(name)#") }) } else { #expect(keys[0] == name) }
  }

  /// The order in which articles are added changes neither who is who nor what people are called.
  @Test(arguments: [1, 2, 3] as [UInt64]) func orderDoesNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var articles: [(body: String, entry: InventedNews.Entry)] = []
    for index in 0..<30 {
      let latin = [["Adam Hargrove"], ["Chris Hargrove"], []].randomElement(using: &generator) ?? []
      articles.append(((index % 2 == 0 ? Self.court : Self.pitch)[index % 3], ("哈格罗夫", [], latin)))
      articles.append(
        ((index % 2 == 0 ? Self.court : Self.pitch)[index % 3].replacing("哈格罗夫", with: "李伟"), ("李伟", [], [])))
    }
    func keys(_ order: [Int]) throws -> [String?] {
      let index = DocumentIndex()
      for number in order {
        let article = Samples.extracted(
          title: "", body: articles[number].body,
          people: [(articles[number].entry.name, [articles[number].entry.name], articles[number].entry.latin)]
        )
        index.add(
          article, article: Int64(number), address: InventedNews.address(Int64(number)),
          judgements: PersonJudgements())
      }
      let who = try WhoIsWho(index, index.bearers, judgements: PersonJudgements())
      let named = index.people(of: index.bearers.map(\.id), limit: nil).sorted { $0.article < $1.article }
      return named.map { who.links[$0.article]?[$0.ordinal] ?? who.bearers[$0.bearer] }
    }
    let wanted = try keys(Array(articles.indices))
    #expect(!wanted.contains(nil))
    for _ in 0..<3 { #expect(try keys(articles.indices.shuffled(using: &generator)) == wanted) }
  }

  /// What is read for a name grows with its articles and not faster, with candidates and without.
  @Test(arguments: [true, false]) func readsGrowWithTheArticlesOfTheName(hasCandidates: Bool) throws {
    func reads(_ count: Int) throws -> Int {
      var news = hasCandidates ? two(6) : InventedNews()
      let name = hasCandidates ? "哈格罗夫" : "李伟"
      for index in 0..<count {
        news.add(
          (index % 2 == 0 ? Self.court : Self.pitch)[index % 3].replacing("哈格罗夫", with: name),
          [(name, [], [])])
      }
      let source = CountingSource(news.index)
      _ = try WhoIsWho(source, news.index.bearers, judgements: PersonJudgements())
      return source.rows
    }
    let (few, many) = (try reads(200), try reads(2_000))
    #expect(few >= 200 && many <= 10 * few, "\(few) \(many)")
  }
}

/// Counts the rows that are read from an index.
final class CountingSource: IdentitySource {
  private let index: DocumentIndex
  private(set) var rows = 0

  init(_ index: DocumentIndex) {
    self.index = index
  }

  private func count<Row>(_ found: [Row]) -> [Row] {
    rows += found.count
    return found
  }

  func bearers(named name: String) -> [BearerRecord] { count(index.bearers(named: name)) }
  func bearers(key: NameKey) -> [BearerRecord] { count(index.bearers(key: key)) }
  func bearers(latin: LatinKey) -> [BearerRecord] { count(index.bearers(latin: latin)) }
  func bearers(full: String) -> [BearerRecord] { count(index.bearers(full: full)) }
  func bearers(family: String) -> [BearerRecord] { count(index.bearers(family: family)) }
  func bearers(short: String) -> [(bearer: BearerRecord, articles: Int)] {
    count(index.bearers(short: short))
  }
  func people(of bearers: [Int64], limit: Int?) -> [NamedPerson] {
    count(index.people(of: bearers, limit: limit))
  }
}
