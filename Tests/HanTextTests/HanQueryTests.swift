import Testing

@testable import HanText

@Suite struct HanQueryTests {
  static func expression(_ text: String) -> String? {
    HanQuery(text, columns: ["title", "body"])?.matchExpression
  }

  @Test(
    arguments: [
      ("普京", #""普京""#),
      ("普京 朝鲜", #""普京" AND "朝鲜""#),
      ("普京　朝鲜\t特战\n部队", #""普京" AND "朝鲜" AND "特战" AND "部队""#),
      (#""朝鲜 特战部队""#, #""朝鲜 特战部队""#),
      ("＂朝鲜 特战部队＂", #""朝鲜 特战部队""#),
      ("普京 OR 泽连斯基", #"("普京" OR "泽连斯基")"#),
      ("普京 OR 泽连斯基 OR 特朗普 会谈", #"("普京" OR "泽连斯基" OR "特朗普") AND "会谈""#),
      ("普京 -乌克兰", #""普京" NOT "乌克兰""#),
      ("-乌克兰 普京 朝鲜 -制裁", #"("普京" AND "朝鲜") NOT ("乌克兰" OR "制裁")"#),
      ("a OR b c -d", #"(("a" OR "b") AND "c") NOT "d""#),
      (#"普京 -"特战 部队""#, #""普京" NOT "特战 部队""#),
      ("title:制裁", #"{"title"} : "制裁""#),
      ("TITLE：制裁", #"{"title"} : "制裁""#),
      (#"title:"经济 制裁" 北京"#, #"{"title"} : "经济 制裁" AND "北京""#),
      ("北京 -title:制裁", #""北京" NOT {"title"} : "制裁""#),
      ("Zinov*", #""Zinov" *"#),
      (#""Ivan Zinov"*"#, #""Ivan Zinov" *"#),
      ("title:Zinov＊", #"{"title"} : "Zinov" *"#),
      ("202*", #""202" *"#),
      ("普京*", #""普京""#),
    ])
  func understands(text: String, expected: String) {
    #expect(Self.expression(text) == expected)
  }

  @Test(
    arguments: [
      ("C++", #""C++""#),
      ("50%", #""50%""#),
      ("it's a-b", #""it's" AND "a-b""#),
      (#""朝鲜 特战"#, #""""朝鲜" AND "特战""#),
      (#"5" 屏幕"#, #""5""" AND "屏幕""#),
      ("*", #""*""#),
      ("**", #""*""#),
      ("-", #""-""#),
      ("a - b", #""a" AND "-" AND "b""#),
      ("--乌克兰 a", #""a" NOT "-乌克兰""#),
      ("-乌克兰", #""-乌克兰""#),
      ("-a -b", #""-a" AND "-b""#),
      ("-title:制裁", #"{"title"} : "-制裁""#),
      ("OR", #""OR""#),
      ("OR 普京", #""OR" AND "普京""#),
      ("普京 OR", #""普京" AND "OR""#),
      ("普京 OR OR", #"("普京" OR "OR")"#),
      ("-a OR b", #"("OR" AND "b") NOT "a""#),
      ("a OR -b", #"("a" OR "-b")"#),
      ("普京 or 泽连斯基", #""普京" AND "or" AND "泽连斯基""#),
      (#"a "OR" b"#, #""a" AND "OR" AND "b""#),
      ("a AND b NOT c NEAR(d e)", #""a" AND "AND" AND "b" AND "NOT" AND "c" AND "NEAR(d" AND "e)""#),
      ("title:", #""title:""#),
      ("title: 制裁", #""title:" AND "制裁""#),
      ("source:法新社", #""source:法新社""#),
      ("^普京 {body}:x (a)", #""^普京" AND "{body}:x" AND "(a)""#),
      ("😀", #""😀""#),
      ("a\0b", #""a" AND "b""#),
      ("\"a\0b\"", #""a b""#),
    ])
  func everythingElseIsText(text: String, expected: String) {
    #expect(Self.expression(text) == expected)
  }

  @Test(
    arguments: [
      ("", nil), ("  \u{3000}\n", nil), (#""""#, nil), ("·", nil), (#""·" "" "#, nil), ("\u{200B}", nil),
      (#"普京 "" ·"#, #""普京""#),
      (#""" OR 普京"#, #""普京""#),
      (#"普京 OR """#, #""普京""#),
      (#"普京 OR "" OR 金正恩"#, #"("普京" OR "金正恩")"#),
      (#""·" -a"#, #""-a""#),
      (#"a -"·""#, #""a""#),
    ] as [(String, String?)])
  func termsWithoutAUnitAreDropped(text: String, expected: String?) {
    #expect(Self.expression(text) == expected)
  }

  @Test(
    arguments: [
      ("中国人民", #"("中国" OR "国人" OR "人民")"#),
      ("人", #""人""#),
      ("AI芯片AI，5G", #"("ai" OR "芯片" OR "5" OR "g")"#),
      ("他5岁", #"("他" OR "5" OR "岁")"#),
      ("！？", #"("!" OR "?")"#),
      (#"a OR -b "c"#, #"("a" OR "or" OR "b" OR "c")"#),
    ])
  func anyPartOfASentence(text: String, expected: String) {
    var text = text
    let query = text.withUTF8 { HanQuery.any($0) }
    #expect(query?.matchExpression == expected)
  }

  @Test func looseningKeepsColumnsExclusionsAndPrefixes() {
    let query = HanQuery("title:中国人 Zinov* -制裁", columns: ["title"])
    #expect(
      query?.loosened.matchExpression
        == #"({"title"} : "中国" OR {"title"} : "国人" OR "zinov" *) NOT "制裁""#)
  }

  @Test func sizesAreBounded() throws {
    let long = try #require(HanQuery(String(repeating: "京 ", count: 5000), columns: []))
    #expect(long.groups.count == HanQuery.maximumUnits)
    let phrase = try #require(HanQuery("\"" + String(repeating: "京", count: 5000) + "\" a", columns: []))
    #expect(phrase.groups.count == 1)
    #expect(phrase.groups[0][0].text.count == 3 * HanQuery.maximumUnits)
    let letters = String(String.UnicodeScalarView((0..<500).compactMap { Unicode.Scalar(0x4E00 + $0) }))
    #expect(HanQuery(letters, columns: [])?.loosened.groups[0].count == HanQuery.maximumAlternatives)
  }

  /// The expression of anything at all is well-formed by FTS5's grammar, nests at most two deep, and each of
  /// its strings has a unit.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func anyBytesGiveAValidExpression(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = ["\"", "*", "-", "title:", " OR ", " ", "普京", "a", "＂", "\0", "·", "(", "NOT "]
    for _ in 0..<100 {
      var bytes = random.bytes(upTo: 12)
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        bytes += (pieces.randomElement(using: &random) ?? "").utf8
      }
      let query = bytes.withUnsafeBufferPointer { HanQuery($0, columns: [Array("title".utf8)]) }
      for expression in [query?.expression, query?.loosened.expression].compactMap(\.self) {
        #expect(ExpressionGrammar.accepts(expression), "seed \(seed): \(bytes)")
      }
    }
  }
}

/// FTS5's grammar as far as our expressions use it.
private struct ExpressionGrammar {
  private var rest: Substring.UnicodeScalarView
  private var depth = 0

  static func accepts(_ expression: [UInt8]) -> Bool {
    guard let text = String(validating: expression, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
      return false
    }
    var grammar = ExpressionGrammar(rest: Substring(text).unicodeScalars)
    return grammar.chain() && grammar.rest.isEmpty
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest.removeFirst(text.unicodeScalars.count)
    return true
  }

  /// Operands joined by one operator, or two by NOT.
  private mutating func chain() -> Bool {
    guard operand() else { return false }
    if take(" NOT ") { return operand() }
    for joint in [" AND ", " OR "] where take(joint) {
      repeat { guard operand() else { return false } } while take(joint)
      return !take(" AND ") && !take(" OR ") && (joint == " AND " && take(" NOT ") ? operand() : true)
    }
    return true
  }

  private mutating func operand() -> Bool {
    if take("(") {
      depth += 1
      defer { depth -= 1 }
      return depth <= 2 && chain() && take(")")
    }
    if take("{") { guard string(), take("} : ") else { return false } }
    guard string() else { return false }
    _ = take(" *")
    return true
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    var content = ""
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard take("\"") else { return !units(content).isEmpty }
      }
      content.unicodeScalars.append(scalar)
    }
    return false
  }
}
