import TestSupport
import Testing

@testable import ArticleSearch

/// Which articles a query finds.
@Suite struct QueryMatchingTests {
  private static let bodies = [
    1: "外交部召见大使，抗议气球越界。",
    2: "外交部召見大使，抗議氣球越界。",
    3: "見面之后，他被召回。",
    4: "这部iPhone15支持5G网络。",
    5: "全新ＡＩ芯片在Taiwan发布，售价２０万。",
    6: "他等了13年；3年后又来，花费1.5亿。",
    7: "弗拉基米尔·伏尔科夫，Vladimir Volkov，到访。",
    8: "Élodie Zinoveva、Zinovyev与Zino同行。",
    9: "第一段以伊朗结尾\n俄罗斯在第二段开头。",
    10: "伊朗，俄罗斯，都说“不”。",
    11: "C++与50%的a-b：😀 ok?",
    12: "東京タワーで서울を見る。",
  ]

  private let archive: SearchedArchive

  init() throws {
    archive = try SearchedArchive(bodies: Self.bodies.sorted { $0.key < $1.key }.map(\.value))
  }

  @Test(
    "from one character up, in both scripts",
    arguments: [
      ("召", [1, 2, 3]), ("见", [1, 2, 3, 12]), ("見", [1, 2, 3, 12]), ("召见", [1, 2]), ("召見", [1, 2]),
      ("見大", [1, 2]), ("抗议气球", [1, 2]), ("抗議氣球", [1, 2]), ("气球越", [1, 2]), ("召回大使", []),
      ("の", []), ("で", [12]), ("タワー", [12]), ("ﾀﾜｰ", [12]), ("서", [12]), ("울을", []),
    ])
  func scripts(_ query: String, _ expected: [Int64]) throws {
    #expect(try archive.exact(query) == expected)
  }

  @Test(
    "signs, blanks and paragraphs",
    arguments: [
      ("\"伊朗，俄罗斯\"", [10]), ("伊朗,俄罗斯", [10]), ("伊朗俄罗斯", []), ("伊朗 俄罗斯", [9, 10]),
      ("结尾俄罗斯", []), ("“不”", [10]), ("弗拉基米尔伏尔科夫", [7]), ("弗拉基米爾‧伏爾科夫", [7]),
      ("米尔·伏", [7]), ("C++", [11]), ("50%", [11]), ("a-b", [11]), ("b-a", []), ("😀", [11]),
      ("，", [1, 2, 3, 5, 6, 7, 10]),
      ("·", []),
    ])
  func signs(_ query: String, _ expected: [Int64]) throws {
    #expect(try archive.exact(query) == expected)
  }

  @Test(
    "runs of Latin letters and digits are whole",
    arguments: [
      ("iphone", [4]), ("IPHONE15", [4]), ("phone", []), ("15", [4]), ("5", [4, 6]), ("5g", [4]), ("AI", [5]),
      ("ai芯片", [5]), ("ＡＩ", [5]), ("taiwan", [5]), ("wan", []), ("20", [5]), ("20万", [5]), ("0万", []),
      ("3年", [6]), ("13年", [6]), ("3", [6]), ("1", [6]), ("1.5亿", [6]), ("elodie", [8]), ("Élodie", [8]),
      ("Zino", [8]), ("zino*", [8]), ("Zinov*", [8]), ("inov*", []), ("1*", [4, 6]), ("vladimir volkov", [7]),
      ("\"volkov vladimir\"", []), ("VladimirVolkov", []),
    ])
  func runs(_ query: String, _ expected: [Int64]) throws {
    #expect(try archive.exact(query) == expected)
  }

  @Test(
    "words, OR, exclusions and phrases",
    arguments: [
      ("召 越界", [1, 2]), ("召 越界 iPhone15", []), ("越界 OR iPhone", [1, 2, 4]), ("召 越界 OR 召回", [1, 2, 3]),
      ("越界 OR 伊朗 俄罗斯", [9, 10]), ("召 -越界", [3]), ("召 -越界 -召回", []), ("伊朗 -第一段", [10]),
      ("\"伊朗 俄罗斯\"", []), ("\"召见 大使\"", [1, 2]), ("\"召见大使", []), ("OR", []), ("越界 OR", []),
      ("or", []), ("-召", []), ("伊朗 OR 俄罗斯 -都说", [9]),
    ])
  func operators(_ query: String, _ expected: [Int64]) throws {
    #expect(try archive.exact(query) == expected)
  }

  @Test func columns() throws {
    let archive = try SearchedArchive([
      Samples.extracted(title: "气球落地", body: "正文。", caption: "照片"),
      Samples.extracted(title: "照片展", body: "气球落地。", caption: nil),
      Samples.extracted(title: "标题", body: "照片。", caption: "氣球落地"),
    ])
    #expect(try archive.exact("气球") == [1, 2, 3])
    #expect(try archive.exact("title:气球") == [1])
    #expect(try archive.exact("Title：氣球") == [1])
    #expect(try archive.exact("body:气球") == [2])
    #expect(try archive.exact("caption:气球") == [3])
    #expect(try archive.exact("title:\"气球落地\" OR caption:照片") == [1])
    #expect(try archive.exact("气球 -title:照片") == [1, 3])
    #expect(try archive.exact("body:照片 caption:气球") == [3])
    // A match never runs from one column into another, and an unknown column is text.
    #expect(try archive.exact("落地正文") == [])
    #expect(try archive.exact("url:气球") == [])
  }

  /// An empty query leaves it to the filters; one of signs that are no unit finds nothing.
  @Test func queriesWithoutText() throws {
    #expect(try archive.exact("").count == 12)
    #expect(try archive.exact(" \u{3000}\t\n").count == 12)
    #expect(try archive.exact("··") == [])
    #expect(try archive.search("·").exactTotal == 0)
  }
}
