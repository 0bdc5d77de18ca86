import Testing

@testable import Commands

/// Which command was meant by a word that is none.
@Suite struct MistypedCommandTests {
  private let names = ["search", "show", "people", "person", "split", "status", "sql", "help"]

  @Test(arguments: [
    ("serach", "search"), ("seach", "search"), ("shwo", "show"), ("poeple", "people"), ("stauts", "status"),
    ("sq", "sql"), ("普京", nil), ("ingestion", nil), ("", nil),
  ])
  func nearest(_ word: String, _ nearest: String?) {
    #expect(MistypedCommand(word, names: names).nearest == nearest)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func distance(_ first: String, _ second: String, _ distance: Int) {
    #expect(MistypedCommand.distance(Array(first), Array(second)) == distance)
  }
}
