import Glibc

/// The language of what people read: headings, hints, messages of commands. What programs read, and what libraries
/// say of an error, is the same everywhere.
enum Language {
  case english
  /// Simplified Chinese.
  case chinese

  /// The language of a locale, as POSIX names it: the first variable of these that is set counts.
  init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    self = locale?.hasPrefix("zh") == true ? .chinese : .english
  }

  /// The user's.
  static let current = Language { getenv($0).map { String(cString: $0) } }
}

/// A text in the user's language.
func said(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
  switch Language.current {
  case .english: english()
  case .chinese: chinese()
  }
}

/// A number of things in the user's language: `1 article`, `2 articles`, `2 篇文章`.
///
/// - Parameter chinese: the thing with its measure word.
func counted(_ number: Int, _ one: String, _ many: String, _ chinese: String) -> String {
  said("\(number) \(number == 1 ? one : many)", "\(number) \(chinese)")
}

/// A number of articles in the user's language.
func articleCount(_ number: Int) -> String { counted(number, "article", "articles", "篇文章") }
