import Articles
import Testing

@testable import Entities

/// The figure whom an article is about has a rare name, and the tagger is not sure of any one place. Titles,
/// verbs and the other places decide.
@Suite struct MainFigureTests {
  private func people(_ body: String) -> [DocumentPerson] {
    EntityExtractor().extract(.of(title: "韩国召见俄罗斯大使，抗议气球飞入首尔", body: body)).people
  }

  @Test func aTitleExplainedInBracketsIntroducesTheName() {
    let found = people(
      """
      韩国外交部第一次官（副部长）郑烘镇星期四召见俄罗斯大使格列布·沃罗纳耶夫（Gleb Voronaev），抗议气球。
      根据声明，郑烘镇强调，气球必须归还。俄罗斯外交部称，沃罗纳耶夫回复说，他会转达。
      国家安保室室长裴虎烈星期五主持了会议，并表示将重新研讨气球的问题。
      """)
    #expect(found.map(\.forms) == [["郑烘镇"], ["格列布·沃罗纳耶夫", "沃罗纳耶夫"], ["裴虎烈"]])
    #expect(found.first?.mentions.count == 2)
  }

  @Test func aRareNameThatRecursIsFoundEverywhere() {
    let found = people(
      """
      韩国外交部第一次官朴烘镇星期一召见大使格列布·沃罗纳耶夫（Gleb Voronaev）。
      朴烘镇在召见沃罗纳耶夫时表示，气球违反了约定。外交部援引朴烘镇的话说，这不是玩笑。
      “我们会寄回，”朴烘镇又说。沃罗纳耶夫向朴烘镇表示，气球没有恶意。
      """)
    #expect(found.map(\.forms) == [["朴烘镇"], ["格列布·沃罗纳耶夫", "沃罗纳耶夫"]])
    #expect(found.first?.mentions.count == 5)
  }

  @Test func aTitleBeforeOrdinaryWordsIntroducesNobody() {
    #expect(people("室长高度评价了会议。次官全面检查了气球。部长任何时候都可以作证。").isEmpty)
  }
}
