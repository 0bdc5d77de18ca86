import ArticleSearch
import Articles
import Entities
import Identity
import TestSupport
import Testing

@testable import ArticleStore
@testable import Commands

/// One person as `dossier person` writes it, and how a user names one.
@Suite struct PersonPageTests {
  private let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", title: "甲稿", body: "格列布·沃罗宁与李明在韩国。",
        people: [("格列布·沃罗宁", ["格列布·沃罗宁"], ["Gleb Voronin"]), ("李明", ["李明"], [])], countries: [("KR", "韩国")]),
      Samples.extracted(
        url: "https://e.example/2", title: "乙稿", body: "佛羅寧说。", published: 1_735_000_000,
        people: [("佛羅寧", ["佛羅寧"], ["Gleb Voronin"])]),
      Samples.extracted(
        url: "https://e.example/3", body: "伊戈尔·沃罗宁说。", people: [("伊戈尔·沃罗宁", ["伊戈尔·沃罗宁"], [])]),
    ])
    _ = try archive.store.judge(
      [ArticleStore.Verdict(PersonJudgement(name: "李明", ruling: .alias("小李")), name: "李明", other: "小李")],
      at: Timestamp(secondsSince1970: 1_730_000_000))
  }

  private func page(_ name: String, why: Bool) throws -> PersonPage {
    let person = try PersonReference(name, in: archive.store).person
    let profile = try #require(try archive.store.profile(of: person.id, limit: 10))
    return PersonPage(
      profile: profile, explanation: why ? try archive.store.explanation(of: person.id) : nil,
      style: Style(isEnabled: false))
  }

  @Test func text() throws {
    let page = try page("佛罗宁", why: true)
    #expect(
      page.lines == [
        "格列布·沃罗宁  Gleb Voronin", "2 articles, 2024-10-21 to 2024-12-24, number \(page.profile.summary.id)",
        "", "names", "  articles  name           script", "         1  格列布·沃罗宁  simplified",
        "         2  Gleb Voronin   Latin", "         1  佛羅寧         traditional, variant", "",
        "articles by week (from Monday)", "  2024-10-21  1 ████████", "  ⋮           none for 8 weeks",
        "  2024-12-23  1 ████████", "", "people in the same articles, closest first",
        "  articles  lift  name", "         1     –  李明", "", "countries in the same articles, closest first",
        "  articles  lift  name", "         1     –  KR 韩国", "", "newest articles", "  2  乙稿",
        "     2024-12-24  news.example.com", "     佛羅寧说。", "  1  甲稿", "     2024-10-21  news.example.com",
        "     格列布·沃罗宁与李明在韩国。", "", "why",
        "  佛羅寧 (1 article): articles give it a Latin spelling that agrees with that of 格列布·沃罗宁: Gleb Voronin",
      ])
    #expect(
      try self.page("李明", why: true).lines.contains("  小李 (in no article): an alias of 李明, by an override"))
    #expect(try self.page("伊戈尔·沃罗宁", why: true).lines.suffix(2) == ["why", "  it bears one name"])
    #expect(try !self.page("伊戈尔·沃罗宁", why: false).lines.contains("why"))
  }

  @Test func json() throws {
    let text = try page("Gleb Voronin", why: true).json.text
    #expect(text.hasPrefix(#"{"version":1,"id":"#))
    #expect(text.contains(#""names":[{"name":"格列布·沃罗宁","kind":"full","script":"Hans","articles":1},"#))
    #expect(text.contains(#"{"name":"佛羅寧","kind":"variant","script":"Hant","articles":1}"#))
    #expect(
      text.contains(
        #""timeline":{"by":"week","undated":0,"buckets":[{"start":"2024-10-21","end":"2024-10-28","#))
    #expect(
      text.contains(
        #""countries":[{"code":"KR","name_zh":"韩国","articles":1,"lift":1.5,"least_lift":0.093}]"#))
    #expect(text.contains(#""title":"乙稿","snippet":"佛羅寧说。"}"#))
    #expect(
      text.hasSuffix(
        #""joins":[{"name":"佛羅寧","other":"格列布·沃罗宁","rule":"latin","spelling":"gleb voronin","articles":1,"#
          + #""link":null}],"namesakes":[]}"#))
    #expect(try !page("Gleb Voronin", why: false).json.text.contains("joins"))
  }

  @Test func aNameNobodyOrSeveralBear() throws {
    let nobody = #expect(throws: CommandError.self) { _ = try PersonReference("无人", in: archive.store) }
    #expect(
      nobody?.status == .nothingFound
        && nobody?.description.hasPrefix("nobody in the archive is called '无人': ") == true)
    // A part of a name is nobody's name until articles call somebody so.
    let part = #expect(throws: CommandError.self) { _ = try PersonReference("沃罗宁", in: archive.store) }
    #expect(part?.status == .nothingFound)
    try archive.save(
      [("格列布·沃罗宁", "Gleb Voronin"), ("伊戈尔·沃罗宁", "Igor Voronin")].enumerated().map { number, person in
        Samples.extracted(
          url: "https://e.example/short/\(number)", body: "\(person.0)说。沃罗宁否认。",
          people: [(person.0, [person.0, "沃罗宁"], [person.1])])
      })
    let several = #expect(throws: ArticleSearchError.self) {
      _ = try PersonReference("沃罗宁", in: archive.store)
    }
    guard case .ambiguousPerson("沃罗宁", let people) = several else {
      Issue.record("nobody else is called so")
      return
    }
    #expect(people.map(\.name) == ["格列布·沃罗宁", "伊戈尔·沃罗宁"])
    // A number, a spelling, a name as a whole, and the name that a judgement then refers to.
    let person = try PersonReference("佛罗宁", in: archive.store)
    #expect(try person.key() == "佛罗宁" && person.person.name == "格列布·沃罗宁")
    #expect(try PersonReference("\(person.person.id)", in: archive.store).key() == "格列布沃罗宁")
    #expect(try PersonReference("gleb voronin", in: archive.store).key() == "格列布沃罗宁")
  }

  @Test func effectsAsRecords() throws {
    let effect = try archive.store.judge(
      [ArticleStore.Verdict(PersonJudgement(name: "李明", ruling: .hide), name: "李明")],
      at: Timestamp(secondsSince1970: 0), dryRun: true)
    let id = try PersonReference("李明", in: archive.store).person.id
    #expect(
      JudgementOptions.records(effect, dryRun: true).lines(.json) == [
        #"{"version":1,"dry_run":true,"changed":1,"people":[{"when":"before","id":\#(id),"name":"李明","#
          + #""latin_name":null,"other_names":["小李"],"articles":1,"is_open":false}]}"#
      ])
  }

  @Test(arguments: [("習近平", NameScript.traditional), ("习近平", .simplified), ("Xi Jinping", .latin)])
  func scripts(_ name: String, _ script: NameScript) {
    #expect(NameScript(name) == script)
  }
}
