import Testing

@testable import Commands

/// Words of examples as a shell takes them.
@Suite struct ShellWordTests {
  @Test(arguments: [
    ("唐纳德·特朗普", "唐纳德·特朗普"), ("/srv/news/inbox/", "/srv/news/inbox/"), ("", "''"),
    ("Gleb Voronaev", "'Gleb Voronaev'"), ("O'Neill", "'O'\\''Neill'"), ("$HOME", "'$HOME'"),
  ])
  func quoted(_ word: String, _ quoted: String) {
    #expect(ShellWord.quoted(word) == quoted)
  }
}
