import Testing

@testable import Identity

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
    ("gleb", "gleb", 0),
    ("ab", "ba", 2),
  ])
  func knownDistances(_ one: String, _ other: String, _ distance: Int) {
    #expect(EditDistance.between(Array(one), Array(other)) == distance)
    #expect(EditDistance.between(Array(other), Array(one)) == distance)
  }
}
