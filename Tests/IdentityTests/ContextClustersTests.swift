import Entities
import TestSupport
import Testing

@testable import Identity

@Suite struct ContextClustersTests {
  private func people(_ bodies: [String]) -> [NamedPerson] {
    bodies.enumerated().map { number, body in
      let article = Samples.extracted(title: "", body: body, people: [("李伟", ["李伟"], [])])
      return NamedPerson(
        article: Int64(number), ordinal: 0, bearer: 0, sample: StableHash.hash("\(number)"),
        context: ArticleEvidence(article).context(of: 0))
    }
  }

  private static let court = "检察官李伟向法院提交起诉书，被告律师要求法官驳回诈骗案。"
  private static let pitch = "主教练李伟率领球队在联赛中夺得冠军，前锋两次进球。"

  @Test func commonNamesHaveAThreshold() throws {
    let (wei, rare) = (ContextClusters.threshold(forName: "李伟"), ContextClusters.threshold(forName: "闵珩璟"))
    #expect(rare == nil)
    // The commoner the given name, the more must speak for one person.
    #expect(try #require(wei) > (try #require(ContextClusters.threshold(forName: "李刚"))))
    for name in ["", "伟", "格列布沃", "格列布·沃罗宁"] { #expect(ContextClusters.threshold(forName: name) == nil) }
  }

  @Test func twoContextsAreTwoGroups() throws {
    let people = people((0..<12).map { $0 % 2 == 0 ? Self.court : Self.pitch })
    let clusters = ContextClusters.clusters(
      of: people, threshold: try #require(ContextClusters.threshold(forName: "李伟")))
    #expect(clusters.count == 2)
    #expect(clusters.allSatisfy { Set($0.map { $0.article % 2 }).count == 1 && $0.count == 6 })
  }

  @Test func everyMentionIsInOneGroup() {
    let people = people((0..<300).map { $0 % 2 == 0 ? Self.court : Self.pitch })
    for threshold in [-100.0, 0, 100] {
      let clusters = ContextClusters.clusters(of: people.shuffled(), threshold: threshold)
      #expect(clusters.joined().map(\.article).sorted() == people.map(\.article).sorted())
    }
    #expect(ContextClusters.clusters(of: people, threshold: -100).count == 1)
    #expect(ContextClusters.clusters(of: [], threshold: 0).isEmpty)
    #expect(ContextClusters.clusters(of: Array(people.prefix(1)), threshold: 0).count == 1)
  }

  @Test func theOrderOfMentionsDoesNotMatter() {
    var generator = SeededGenerator(seed: 5)
    let people = people((0..<280).map { [Self.court, Self.pitch, "画家李伟展出水彩。"][$0 % 3] })
    func groups(_ people: [NamedPerson]) -> Set<[Int64]> {
      Set(ContextClusters.clusters(of: people, threshold: 0).map { $0.map(\.article) })
    }
    let wanted = groups(people)
    for _ in 0..<2 { #expect(groups(people.shuffled(using: &generator)) == wanted) }
  }
}
