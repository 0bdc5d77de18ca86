import Testing

@testable import Commands

/// Words of a shell on the way to a name and back.
@Suite struct NameCompletionTests {
  @Test(arguments: [
    ("普", "普"), ("'Vladimir P", "Vladimir P"), ("\"Vladimir P", "Vladimir P"),
    ("Vladimir\\ P", "Vladimir P"), ("O\\'N", "O'N"), ("a\\\\b", "a\\b"), ("", ""),
  ])
  func unquoted(_ word: String, _ plain: String) {
    #expect(NameCompletion.unquoted(word) == plain)
  }

  /// What bash makes of an escaped word is the word.
  @Test(arguments: [
    ("普京", "普京"), ("Gleb Voronaev", "Gleb\\ Voronaev"), ("$(id)", "\\$\\(id\\)"),
    ("格列布·沃罗纳耶夫", "格列布·沃罗纳耶夫"), ("O'Neill\"`", "O\\'Neill\\\"\\`"),
  ])
  func escaped(_ word: String, _ escaped: String) {
    #expect(NameCompletion.escaped(word) == escaped)
    #expect(NameCompletion.unquoted(escaped) == word)
  }
}
