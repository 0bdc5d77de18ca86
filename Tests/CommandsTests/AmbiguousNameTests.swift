import Testing

@testable import ArticleStore
@testable import Commands

/// Names that several people bear, as commands list them.
@Suite struct AmbiguousNameTests {
  private let ambiguous = AmbiguousName(
    name: "史密斯",
    people: [
      PersonSummary(
        id: 12, name: "亚当·史密斯", latinName: "Adam Smith", otherNames: [], isOpen: false, articles: 27,
        firstSeen: "2016-01-01T00:00:00Z", lastSeen: "2024-01-01T00:00:00Z", roles: ["众议员"]),
      PersonSummary(
        id: 7, name: "史密斯", latinName: nil, otherNames: [], isOpen: true, articles: 1, firstSeen: nil,
        lastSeen: nil),
    ])

  @Test func text() {
    #expect(
      ambiguous.message.split(separator: "\n") == [
        "2 people are called '史密斯'; give the number of one of them:",
        "  12  亚当·史密斯 Adam Smith  众议员  2016–2024  27 articles",
        "   7  史密斯 (open)                   –          1 article",
      ])
  }

  @Test func json() {
    #expect(
      ambiguous.json.text
        == #"{"version":1,"error":"ambiguous","name":"史密斯","candidates":[{"id":12,"name":"亚当·史密斯","#
        + #""latin_name":"Adam Smith","roles":["众议员"],"first_seen":"2016-01-01T00:00:00Z","#
        + #""last_seen":"2024-01-01T00:00:00Z","articles":27,"is_open":false},{"id":7,"name":"史密斯","#
        + #""latin_name":null,"roles":[],"first_seen":null,"last_seen":null,"articles":1,"is_open":true}]}"#)
  }
}
