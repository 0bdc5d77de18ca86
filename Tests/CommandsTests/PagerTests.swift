import Testing

@testable import Commands

/// Which pager a user has, and what is longer than a screen.
@Suite struct PagerTests {
  @Test(arguments: [
    ([:], "less"), (["PAGER": "more"], "more"), (["PAGER": "more", "DOSSIER_PAGER": "most -s"], "most -s"),
    (["PAGER": "cat"], nil), (["PAGER": ""], nil), (["DOSSIER_PAGER": "", "PAGER": "more"], nil),
    (["DOSSIER_PAGER": " cat"], nil), (["DOSSIER_PAGER": "catalogue"], "catalogue"),
  ])
  func ofAnEnvironment(_ variables: [String: String], _ command: String?) {
    #expect(Pager { variables[$0] }?.command == command)
  }

  @Test(arguments: [
    ("", 0), ("a\n", 1), ("a\n\nb\n", 3), ("1234567890\n", 1), ("12345678901\n", 2), ("普京普京普\n", 1),
    ("普京普京普京\n", 2), ("\u{1B}[1;31m1234567890\u{1B}[0m\n", 1),
  ])
  func rows(_ text: String, _ rows: Int) {
    #expect(Terminal.rows(of: text, width: 10) == rows)
  }
}
