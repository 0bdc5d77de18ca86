import Testing

@testable import Commands

/// Which language a user's locale asks for.
@Suite struct LanguageTests {
  @Test(arguments: [
    ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "zh_TW.UTF-8"], .chinese),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"], .english),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": ""], .chinese),
    (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"], .chinese),
    (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"], .english), (["LC_ALL": "C"], .english),
  ])
  func ofALocale(_ variables: [String: String], _ language: Language) {
    #expect(Language { variables[$0] } == language)
  }
}
