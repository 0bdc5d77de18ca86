import Articles
import Entities
import TestSupport
import Testing

@testable import Identity

@Suite struct ArticleEvidenceTests {
  private static let article = Samples.extracted(
    title: "检察官沃罗宁", body: "联邦检察官格列布·沃罗宁与主教练闵珩璟在韩国会面，法院周二开庭。沃罗宁说：无可奉告。",
    people: [("格列布·沃罗宁", ["格列布·沃罗宁", "沃罗宁"], ["Gleb Voronin"]), ("闵珩璟", ["闵珩璟"], [])],
    countries: [("KR", "韩国")])

  private static let empty = ExtractedArticle(
    article: Article(url: nil, title: "", body: ""), people: [], countries: [])

  private func words(_ texts: String...) -> Set<UInt16> { WordHashes.all(of: texts) }

  @Test func theContextOfAPerson() throws {
    let evidence = ArticleEvidence(Self.article)
    let context = evidence.context(of: 1)
    #expect(words("教练").isSubset(of: context.roles) && !context.words.isEmpty)
    #expect(words("检察官").isDisjoint(with: context.roles))
    #expect(words("检察官").isSubset(of: evidence.context(of: 0).roles))
    // The name itself says nothing.
    #expect(words("闵珩璟").isDisjoint(with: context.words) && words("闵珩璟").isDisjoint(with: context.roles))
    // The others of the article, not the person.
    #expect(context.people == [StableHash.hash("格列布沃罗宁")])
    #expect(evidence.context(of: 0).people == [StableHash.hash("闵珩璟")])
    #expect(context.countries == [MentionContext.Country.number("KR", isFocus: true)])
    #expect(context.source == StableHash.fold(StableHash.hash("news.example.com")))
    #expect(context.day == 1_729_517_767 / 86_400)
    #expect(evidence.context(of: 2) == MentionContext() && evidence.context(of: -1) == MentionContext())
  }

  /// Traditional and simplified characters are the same words.
  @Test func scriptMakesNoDifference() {
    func context(_ body: String, _ name: String) -> MentionContext {
      ArticleEvidence(Samples.extracted(title: "", body: body, people: [(name, [name], [])])).context(of: 0)
    }
    #expect(context("檢察官閔珩璟遞交起訴書。", "閔珩璟") == context("检察官闵珩璟递交起诉书。", "闵珩璟"))
  }

  @Test func listsAreAscendingAndWithoutRepetitions() {
    let evidence = ArticleEvidence(Self.article)
    for ordinal in 0...1 {
      let context = evidence.context(of: ordinal)
      for list in [context.roles, context.words, context.topics, context.countries] {
        #expect(zip(list, list.dropFirst()).allSatisfy { $0 < $1 })
      }
      #expect(zip(context.people, context.people.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func anEmptyArticle() {
    let evidence = ArticleEvidence(Self.empty)
    #expect(evidence.people.isEmpty && evidence.topics.isEmpty && evidence.countries.isEmpty)
    #expect(evidence.source == 0 && evidence.day == nil && evidence.context(of: 0) == MentionContext())
    #expect(ArticleEvidence(encoded: evidence.encoded) == evidence)
  }

  /// Mentions that the text does not hold are left out rather than read.
  @Test func mentionsOutsideTheText() {
    var article = Self.article
    for (start, end) in [(5_000, 5_003), (3, 1), (0, 5_000)] {
      article.people[1].mentions = [
        Mention(field: .caption, start: start, end: end, text: "闵珩璟", rule: "sample", confidence: 1)
      ]
      #expect(ArticleEvidence(article).people[1].words.isEmpty)
    }
  }

  private func random(_ generator: inout SeededGenerator) -> ArticleEvidence {
    func list() -> [UInt16] {
      let count = Int.random(in: 0...30, using: &generator)
      return Set((0..<count).map { _ in UInt16.random(in: 0...UInt16.max, using: &generator) }).sorted()
    }
    let people = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      ArticleEvidence.Person(
        name: UInt32.random(in: 0...UInt32.max, using: &generator), roles: list(), words: list())
    }
    return ArticleEvidence(
      people: people, topics: list(), countries: list(),
      source: UInt16.random(in: 0...UInt16.max, using: &generator),
      day: Bool.random(using: &generator) ? Int.random(in: 0...40_000, using: &generator) : nil)
  }

  @Test(arguments: UInt64(1)...20) func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let evidence = random(&generator)
    #expect(ArticleEvidence(encoded: evidence.encoded) == evidence)
    #expect(ArticleEvidence(encoded: ArticleEvidence(Self.article).encoded) == ArticleEvidence(Self.article))
  }

  @Test(arguments: UInt64(1)...5) func damagedBytesGiveNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = random(&generator).encoded
    for count in 0..<bytes.count { #expect(ArticleEvidence(encoded: Array(bytes.prefix(count))) == nil) }
    #expect(ArticleEvidence(encoded: bytes + [0]) == nil)
    var other = bytes
    other[0] &+= 1
    #expect(ArticleEvidence(encoded: other) == nil)
    // Whatever the bytes are, nothing is read beyond them.
    for _ in 0..<2_000 {
      var noise = bytes
      noise[Int.random(in: 1..<noise.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      _ = ArticleEvidence(encoded: noise)?.context(of: 0)
    }
  }

  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 0xFFFF, UInt32.max]) func numbersOfVariableLength(
    number: UInt32
  ) {
    var bytes: [UInt8] = []
    VariableLength.append(number, to: &bytes)
    var rest = bytes[...]
    #expect(VariableLength.next(&rest) == number && rest.isEmpty)
    var short = bytes.dropLast()
    #expect(VariableLength.next(&short) == nil)
  }
}
