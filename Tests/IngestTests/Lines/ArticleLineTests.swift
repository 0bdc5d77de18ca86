import ArticleStore
import Articles
import Entities
import Testing

@testable import Ingest

/// Lines that no `dossier extract` can have written, and why they are refused.
@Suite struct ArticleLineTests {
  private func read(_ line: String) throws -> ArticleLine {
    try ArticleLine(Array(line.utf8), name: FilePath("x.jsonl:1"))
  }

  private func problem(_ line: String) -> String? {
    do throws(ArticleLineError) {
      _ = try ArticleLine(Array(line.utf8), name: FilePath("x.jsonl:1"))
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: ["9223372036854775807", "-1", "33554433"]) func sizesThatNoFileHas(_ size: String) {
    #expect(
      problem(#"{"size":\#(size),"title":"甲","body":""}"#)?.hasPrefix("the member 'size' is not") == true)
    #expect(
      problem(#"{"path":"a","size":\#(size),"error":{"reason":"binary","detail":"d"}}"#)?
        .hasPrefix("the member 'size' is not") == true)
  }

  @Test func sizesOfFiles() throws {
    for size in [0, 33_554_432] {
      #expect(try read(#"{"size":\#(size),"title":"甲","body":""}"#).file.size == size)
    }
  }

  /// C0, DELETE and C1 in every text that is stored or shown; line ends in the body alone.
  @Test(
    arguments: ["\\u001b", "\\u007f", "\\u009b", "\\u0000", "\\n"]
  ) func controlCharacters(_ control: String) {
    let mention = #"{"field":"title","start":0,"end":1,"text":"甲","rule":"r","confidence":1}"#
    func person(_ name: String, _ form: String, _ latin: String, _ mention: String) -> String {
      #"{"name":"\#(name)","forms":["\#(form)"],"latin":["\#(latin)"],"mentions":[\#(mention)]}"#
    }
    func line(_ members: String) -> String {
      #"{"extractor_version":\#(EntityExtractor.version),\#(members)}"#
    }
    func people(_ person: String) -> String {
      #""title":"甲","body":"","countries":[],"people":[\#(person)]"#
    }
    let longer = mention.replacing("甲", with: "甲\(control)")
    let ruled = mention.replacing("\"r\"", with: "\"r\(control)\"")
    let country = #"{"code":"KR","forms":["a\#(control)"],"kind":"name","focus":true,"mentions":[]}"#
    let lines: [(String, String)] = [
      ("title", #""title":"a\#(control)","body":"""#),
      ("caption", #""title":"甲","body":"","caption":"a\#(control)""#),
      ("url", #""title":"甲","body":"","url":"https://e.example/\#(control)""#),
      ("image", #""title":"甲","body":"","image":"https://e.example/\#(control)""#),
      ("source", #""title":"甲","body":"","source":"a\#(control)""#),
      ("language", #""title":"甲","body":"","language":"zh\#(control)""#),
      ("path", #""title":"甲","body":"","path":"a\#(control)""#),
      ("error.reason", #""path":"a","error":{"reason":"a\#(control)","detail":"d"}"#),
      ("error.detail", #""path":"a","error":{"reason":"a","detail":"d\#(control)"}"#),
      ("people.name", people(person("李\(control)", "李", "Li", mention))),
      ("people.name", people(person("李", "李\(control)", "Li", mention))),
      ("people.name", people(person("李", "李", "Li\(control)", mention))),
      ("people.mentions.text", people(person("李", "李", "Li", longer))),
      ("people.mentions.rule", people(person("李", "李", "Li", ruled))),
      ("countries", #""title":"甲","body":"","people":[],"countries":[\#(country)]"#),
    ]
    for (name, members) in lines {
      #expect(problem(line(members)) == "the member '\(name)' holds control characters", "\(members)")
    }
    let body = problem(line(#""title":"甲","body":"a\#(control)b""#))
    #expect(control == "\\n" ? body == nil : body == "the member 'body' holds control characters")
  }

  @Test func aNameHoldsLetters() {
    let line =
      #"{"extractor_version":\#(EntityExtractor.version),"title":"甲","body":"","countries":[],"#
      + #""people":[{"name":"· -","forms":["李"],"latin":[],"mentions":[]}]}"#
    #expect(problem(line) == "the member 'people.name' holds nothing of a name")
  }

  /// Title, body and caption together: one byte more than a file may have.
  @Test func articlesAreNoLargerThanFiles() throws {
    let limit = ArticleParser.maximumFileSize
    let body = String(repeating: "长", count: (limit - 4) / 3)
    let title = String(repeating: "a", count: limit - body.utf8.count)
    let read = try read(#"{"path":"a","title":"\#(title)","body":"\#(body)","caption":"b"}"#)
    guard case .failure(let error) = read.result else {
      Issue.record("it was taken")
      return
    }
    #expect(error == .tooLarge(bytes: limit + 1, limit: limit))
    #expect(read.file.path == Array("a".utf8))
  }
}
