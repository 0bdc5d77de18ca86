import Testing

@testable import Articles

@Suite struct SeedHeaderTests {
  private func read(_ text: String) -> (header: SeedHeader?, rest: String) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = LineReader(bytes)
      let header = SeedHeader.read(&reader)
      return (header, String(decoding: reader.rest, as: UTF8.self))
    }
  }

  @Test(
    arguments: [
      ("[题](https://a.example/1)", "题", "https://a.example/1"),
      ("[[國際] 新聞](https://a.example/1)", "[國際] 新聞", "https://a.example/1"),
      ("[影片[影]](https://a.example/1)", "影片[影]", "https://a.example/1"),
      ("[见](此处) 再见](https://a.example/1)", "见](此处) 再见", "https://a.example/1"),
      ("[题](https://a.example/甲 乙(丙)/a-1)", "题", "https://a.example/甲 乙(丙)/a-1"),
      ("[\"题\" 'x' &amp; (一)](http://a.example/x)  ", "\"题\" 'x' &amp; (一)", "http://a.example/x"),
      ("[断\n行](https://a.example/1)", "断\n行", "https://a.example/1"),
      ("[题](/a/1)", "题", "/a/1"), ("[题]()", "题", nil),
    ] as [(String, String, String?)])
  func splitsTitleAndAddress(line: String, title: String, url: String?) {
    let (header, rest) = read("<!--1740989999000-->\n\(line)\n------\n<p>文</p>")
    #expect(header?.title == title)
    #expect(header?.url == url)
    #expect(header?.capturedAt == Timestamp(secondsSince1970: 1_740_989_999))
    #expect(rest == "<p>文</p>")
  }

  @Test func leavesMarkupOnTheSameLine() {
    let (header, rest) = read("[题](https://a.example/b(c)d)<p>见[此](https://b.example/)</p> (完)")
    #expect(header?.url == "https://a.example/b(c)d")
    #expect(rest == "<p>见[此](https://b.example/)</p> (完)")
  }

  @Test(
    arguments: [
      ("<!-- 1740989999 -->", 1_740_989_999), ("<!--0-->", 0), ("<!--note-->", nil),
      ("<!--99999999999999999999-->", nil), ("<!--note-->\n<!--1740989999000-->", 1_740_989_999),
    ] as [(String, Int64?)])
  func readsEpochs(comments: String, seconds: Int64?) {
    let (header, _) = read(comments + "\n[题](https://a.example/1)\n")
    #expect(header?.capturedAt?.secondsSince1970 == seconds)
  }

  @Test(arguments: ["", "题", "(题)[x]", "[题]", "[题\n------\n[a](b)", "<!--1-->", "[题](a"])
  func leavesOtherTextAlone(text: String) {
    let (header, rest) = read(text)
    #expect(header == nil)
    #expect(rest == text)
  }
}
