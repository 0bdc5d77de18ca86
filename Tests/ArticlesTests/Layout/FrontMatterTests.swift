import Testing

@testable import Articles

@Suite struct FrontMatterTests {
  private func read(_ text: String) throws -> FrontMatter {
    var lines = Array(text.utf8)
    lines.append(contentsOf: "\n---\n".utf8)
    return try lines.withUnsafeBufferPointer { bytes in
      var reader = LineReader(bytes)
      return try FrontMatter.read(&reader)
    }
  }

  @Test(
    arguments: [
      ("title: 题: 副题", "题: 副题"), ("title:   \"带 \\\"引号\\\" 的\\u9898\"", "带 \"引号\" 的题"),
      ("title: \"没转义 \"引号\" 的题\"", "没转义 \"引号\" 的题"), ("title: '它''好'", "它'好"),
      ("title: 题 # 注", "题"), ("title: C#入门", "C#入门"), ("Title: 题\r", "题"),
      ("title: >-\n  一\n  二", "一 二"), ("title: 一\n  二", "一 二"), ("title: \"\\x41\\n\\t\\\\\"", "A\n\t\\"),
      ("title: 一\ntitle: 二", "一"), ("title: \"\"", nil), ("title:", nil), ("other: 一", nil),
      ("title: \"", "\""),
    ] as [(String, String?)])
  func readsScalars(yaml: String, title: String?) throws {
    #expect(try read("---\n" + yaml)["title"] == title)
  }

  @Test func passesOverLists() throws {
    let matter = try read(
      "---\ntags:\n  - 一\n  - from: x\nfrom: https://a.example/?q=1#b\ncategories: [ a, b ]")
    #expect(matter["from"] == "https://a.example/?q=1#b")
  }
}
