/// What speaks for and against reading a piece of text as a person's name.
struct Evidence: OptionSet, Hashable {
  let rawValue: UInt32

  /// The kind of name it would be; one of these seven is always there.
  static let shortChinese = Evidence(rawValue: 1 << 0)
  static let chinese = Evidence(rawValue: 1 << 1)
  static let japanese = Evidence(rawValue: 1 << 2)
  static let shortTransliteration = Evidence(rawValue: 1 << 3)
  static let transliteration = Evidence(rawValue: 1 << 4)
  static let wellKnown = Evidence(rawValue: 1 << 5)
  static let dotted = Evidence(rawValue: 1 << 6)
  /// A title stands before it: 总统尹锡悦.
  static let titleBefore = Evidence(rawValue: 1 << 7)
  /// A verb of saying follows: 李强指出.
  static let saidAfter = Evidence(rawValue: 1 << 8)
  /// A title or honorific follows: 普京总统.
  static let honorificAfter = Evidence(rawValue: 1 << 9)
  /// Another word follows that goes with a subject: 李强在.
  static let verbAfter = Evidence(rawValue: 1 << 10)
  /// 和 or 、 stands beside it.
  static let linked = Evidence(rawValue: 1 << 11)
  /// A sign or the line's edge stands before it.
  static let edgeBefore = Evidence(rawValue: 1 << 12)
  /// A sign or the line's edge stands after it.
  static let edgeAfter = Evidence(rawValue: 1 << 13)
  /// Two or more Latin words follow in brackets: 季诺维也夫（Georgy Zinoviev）.
  static let latinName = Evidence(rawValue: 1 << 14)
  /// One Latin word follows in brackets.
  static let latinWord = Evidence(rawValue: 1 << 15)
  /// The word of an organisation or place follows: 胡佛研究所.
  static let organisationAfter = Evidence(rawValue: 1 << 16)
  /// It ends as names of things do: 尼米兹号.
  static let thingEnding = Evidence(rawValue: 1 << 17)
  /// It stands in a list with another name: 林志远、郭家荣.
  static let listed = Evidence(rawValue: 1 << 20)
  /// A word that goes with places stands before it: 首都.
  static let placeBefore = Evidence(rawValue: 1 << 19)
  /// It is written in Latin letters.
  static let latin = Evidence(rawValue: 1 << 18)
}
