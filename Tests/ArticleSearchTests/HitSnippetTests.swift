import TestSupport
import Testing

@testable import ArticleSearch
@testable import ArticleStore

/// The part of an article that a hit shows.
@Suite struct HitSnippetTests {
  private func snippet(_ query: String, body: String, caption: String? = nil) throws -> HitSnippet {
    let archive = try SearchedArchive([Samples.extracted(title: "※", body: body, caption: caption)])
    return try #require(try archive.search(query).hits.first).snippet
  }

  private func matches(_ snippet: HitSnippet) -> [String] { snippet.pieces.filter(\.isMatch).map(\.text) }

  @Test(arguments: [
    ("召见", "他被召見，又被召见。", ["召見", "召见"]), ("ai芯片", "新 ＡＩ\u{200B} 芯片上市。", ["ＡＩ\u{200B} 芯片"]),
    ("Zinov*", "Zinoveva与Zino", ["Zinoveva"]), ("3年", "13年与3年", ["3年"]),
    ("大使 召见", "召见大使", ["召见", "大使"]), ("米尔伏尔", "弗拉基米尔·伏尔科夫", ["米尔·伏尔"]),
    ("人人", "人人人", ["人人人"]), ("🎈", "放🎈了", ["🎈"]), ("𠮷野", "见𠮷野家", ["𠮷野"]),
    ("召见 -抗议", "召见", ["召见"]),
  ])
  func matchesAreMarkedWhereTheyAre(_ query: String, _ body: String, _ expected: [String]) throws {
    let snippet = try snippet(query, body: body)
    #expect(matches(snippet) == expected)
    #expect(snippet.text == body)
  }

  /// The approximate tier marks the parts that it found.
  @Test func partsAreMarked() throws {
    #expect(matches(try snippet("海底电缆厂", body: "海底有鱼，电缆在上。")) == ["海底", "电缆"])
  }

  @Test func aLongTextIsCutAroundTheMatch() throws {
    let filler = String(repeating: "这一句话里什么都没有。", count: 60)
    let body = filler + "\n这里有气球。\n" + filler
    let snippet = try snippet("气球", body: body)
    #expect(matches(snippet) == ["气球"])
    #expect(snippet.pieces.first == HitSnippet.Piece(text: "…", isMatch: false))
    #expect(snippet.pieces.last == HitSnippet.Piece(text: "…", isMatch: false))
    let shown = snippet.pieces.dropFirst().dropLast().map(\.text).joined()
    #expect(body.replacing("\n", with: " ").contains(shown))
    #expect((10...100).contains(shown.count))
  }

  @Test func theBestColumnIsShown() throws {
    #expect(try snippet("气球", body: "正文。", caption: "气球照片").text == "气球照片")
    #expect(try snippet("气球", body: "气球。", caption: "气球照片").text == "气球。")
    #expect(try snippet("气球 鸭子", body: "气球。", caption: "鸭子看气球").text == "鸭子看气球")
    #expect(matches(try snippet("caption:气球", body: "气球。", caption: "气球照片")) == ["气球"])
    #expect(try snippet("caption:气球", body: "气球。", caption: "气球照片").text == "气球照片")
  }

  /// Nothing to mark: the beginning of the body.
  @Test func withoutAMatchItIsTheBeginning() throws {
    #expect(try snippet("title:※", body: "开头。\n第二段。").pieces == [.init(text: "开头。 第二段。", isMatch: false)])
    #expect(try snippet("", body: "开头。").text == "开头。")
    #expect(try snippet("※", body: "").pieces == [])
  }

  /// However a text is cut, what is shown stands in it, and every mark is the term.
  @Test func piecesAreTheText() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededGenerator(seed: seed)
    let sentences = ["气球飞走了。", "鸭子，鸭子！", "AI芯片13年", "《天灯》\n", "没有人说话……", "𠮷野家"]
    for _ in 0..<40 {
      let body = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        sentences.randomElement(using: &random) ?? ""
      }.joined()
      let term = ["气球", "鸭", "芯片", "天灯", "，"].randomElement(using: &random) ?? ""
      let snippet = try snippet(term, body: body + term)
      let shown = snippet.pieces.filter { $0.text != "…" }.map(\.text).joined()
      #expect((body + term).replacing("\n", with: " ").contains(shown), "seed \(seed)")
      #expect(matches(snippet).allSatisfy { $0 == term }, "seed \(seed)")
      #expect(!matches(snippet).isEmpty, "seed \(seed)")
    }
  }

  private func snippet(
    body: String, _ places: [Range<Int>], caption: String? = nil, _ inCaption: [Range<Int>] = []
  )
    -> HitSnippet
  {
    HitSnippet(
      of: MentioningArticle(
        id: 1, title: "※", body: body, caption: caption, bodyPlaces: places, captionPlaces: inCaption))
  }

  /// Places are code points of the text as written, so that 韩 of 韩美 is marked and another 韩 is not.
  @Test func placesOfMentionsAreMarked() {
    #expect(matches(snippet(body: "韩先生说𠮷野🎈见韩美。", [8..<9])) == ["韩"])
    #expect(snippet(body: "韩先生说𠮷野🎈见韩美。", [8..<9]).pieces.first?.text == "韩先生说𠮷野🎈见")
    #expect(matches(snippet(body: "见Kim Jong Un。", [1..<12])) == ["Kim Jong Un"])
    #expect(matches(snippet(body: "没有。", [], caption: "普京", [0..<2])) == ["普京"])
    #expect(snippet(body: "没有。", [], caption: "普京").text == "没有。")
    // Places beyond the text mark nothing.
    #expect(matches(snippet(body: "没有。", [2..<9, 7..<8])) == [])
  }

  @Test func theStretchWithMostMentionsIsShown() {
    let filler = String(repeating: "这一句话里什么都没有。", count: 30)
    let body = "普京。" + filler + "普京见了普京。" + filler
    let start = 3 + filler.unicodeScalars.count
    #expect(
      matches(snippet(body: body, [0..<2, start..<(start + 2), (start + 4)..<(start + 6)])) == ["普京", "普京"])
  }
}
