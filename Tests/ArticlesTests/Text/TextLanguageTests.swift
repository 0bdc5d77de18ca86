import Testing

@testable import Articles

@Suite struct TextLanguageTests {
  @Test(
    arguments: [
      ("外交部发言人说，这个问题应该由两国政府通过对话来解决。", "zh-Hans"),
      ("外交部發言人說，這個問題應該由兩國政府通過對話來解決。", "zh-Hant"), ("天地玄黄宇宙洪荒日月盈昃辰宿列", "zh"),
      (
        "The lighthouse was lit again on Monday after two years of work, and visitors may climb to the top of it.",
        "en"
      ),
      ("灯台は月曜日に再び点灯され、観光客は塔の上に登ることができるようになりました。", "ja"),
      ("등대는 월요일에 다시 불을 밝혔고 관광객들은 탑 꼭대기에 오를 수 있습니다.", "ko"),
      (
        "Le phare a été rallumé lundi après deux ans de travaux, et les visiteurs peuvent monter au sommet.",
        nil
      ),
      ("灯塔", nil), ("", nil),
    ] as [(String, String?)])
  func tells(text: String, tag: String?) {
    #expect(TextLanguage.tag(of: text) == tag)
  }
}
