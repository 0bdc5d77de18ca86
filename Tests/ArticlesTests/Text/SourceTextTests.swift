import Glibc
import Testing

@testable import Articles

@Suite struct SourceTextTests {
  private static let text = """
    <!--1740989999000-->
    [湖畔灯塔重新点亮](https://a.example/1)
    ------
    <p>灯塔星期一重新点亮，管理员说，这个工程用了两年时间，政府为此拨出一千万元。</p>

    """
  private static let traditional = """
    <!--1740989999000-->
    [湖畔燈塔重新點亮](https://a.example/1)
    ------
    <p>燈塔星期一重新點亮，管理員說，這個工程用了兩年時間，政府為此撥出一千萬元。</p>

    """

  private func encode(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var source = Array(text.utf8).map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4)
    let size = target.count
    let written = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (input, inputLeft) = (source.baseAddress, source.count)
        var (output, outputLeft) = (target.baseAddress, target.count)
        #expect(iconv(converter, &input, &inputLeft, &output, &outputLeft) == 0)
        return size - outputLeft
      }
    }
    return target.prefix(written).map { UInt8(bitPattern: $0) }
  }

  @Test(
    arguments: [
      (text, "UTF-8"), (text, "GB18030"), (text, "GBK"), (traditional, "BIG5-HKSCS"), (text, "UTF-16LE"),
      (text, "UTF-16BE"), ("\u{FEFF}" + text, "UTF-16LE"), ("\u{FEFF}" + traditional, "UTF-16BE"),
      ("\u{FEFF}" + traditional, "UTF-8"), (traditional, "GB18030"),
    ])
  func recognizes(text: String, encoding: String) throws {
    let article = try ArticleParser().parse(encode(text, encoding))
    let expected = try ArticleParser().parse(Array(text.utf8))
    #expect(article == expected)
  }

  @Test(arguments: [
    "<meta charset=\"gb2312\">", "<meta content='text/html; charset=GBK'>", "<?xml encoding='gb18030'?>",
  ])
  func believesDeclarations(declaration: String) throws {
    // Too few characters to tell by plausibility.
    let text = "[噪](https://a.example/)\n------\n\(declaration)<p>x</p>"
    #expect(try ArticleParser().parse(encode(text, "GB18030")).title == "噪")
  }

  @Test func reportsBrokenUTF8() throws {
    var bytes = Array(Self.text.utf8)
    let offset = try #require(bytes.lastIndex(of: 0xE3))
    bytes.removeSubrange((offset + 1)..<(offset + 3))
    #expect(throws: ArticleParsingError.undecodable(line: 4, offset: offset, encoding: "UTF-8")) {
      try ArticleParser().parse(bytes)
    }
    let cut = Array(Array(Self.text.utf8).prefix(40))
    #expect(throws: ArticleParsingError.self) { try ArticleParser().parse(cut) }
  }

  @Test func reportsBrokenDeclaredText() throws {
    let bytes =
      try encode("[题](https://a.example/)\n<meta charset=gbk>\n<p>", "GB18030") + [0xB5, 0x0A, 0xFF]
    let error = #expect(throws: ArticleParsingError.self) { try ArticleParser().parse(bytes) }
    #expect(error?.reason == "undecodable")
    #expect(error?.line == 3)
  }

  @Test func refusesBinaryData() {
    let image: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52,
    ]
    let error = #expect(throws: ArticleParsingError.self) {
      try ArticleParser().parse(image + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) })
    }
    #expect(error?.reason == "binary")
  }
}
