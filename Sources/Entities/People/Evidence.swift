/// What stands around a piece of text that may be a person's name.
struct Evidence: OptionSet, Hashable {
  let rawValue: UInt32

  /// A title stands before it: 总统尹锡悦.
  static let titleBefore = Evidence(rawValue: 1 << 0)
  /// A verb of saying follows: 李强指出.
  static let saidAfter = Evidence(rawValue: 1 << 1)
  /// A title or honorific follows: 普京总统.
  static let honorificAfter = Evidence(rawValue: 1 << 2)
  /// Another word follows that goes with a subject: 李强在.
  static let verbAfter = Evidence(rawValue: 1 << 3)
  /// 和 or 、 stands beside it.
  static let linked = Evidence(rawValue: 1 << 4)
  /// A sign or the line's edge stands before it.
  static let edgeBefore = Evidence(rawValue: 1 << 5)
  /// A sign or the line's edge stands after it.
  static let edgeAfter = Evidence(rawValue: 1 << 6)
  /// Two or more Latin words follow in brackets: 季诺维也夫（Georgy Zinoviev）.
  static let latinName = Evidence(rawValue: 1 << 7)
  /// One Latin word follows in brackets.
  static let latinWord = Evidence(rawValue: 1 << 8)
  /// The word of an organisation or place follows: 胡佛研究所.
  static let organisationAfter = Evidence(rawValue: 1 << 9)
  /// It ends as names of things do: 尼米兹号.
  static let thingEnding = Evidence(rawValue: 1 << 10)
  /// A word that goes with places stands before it: 首都.
  static let placeBefore = Evidence(rawValue: 1 << 11)
  /// It stands in a list with another name: 林志远、郭家荣.
  static let listed = Evidence(rawValue: 1 << 12)
  /// The word of a thing that is named after people follows, two characters or more: 戴高乐机场.
  static let namesakeAfter = Evidence(rawValue: 1 << 13)
  /// The word for a kind of company stands before it: 评级机构穆迪.
  static let organisationBefore = Evidence(rawValue: 1 << 14)
  /// Latin letters in brackets after it name a company or a place: 强生（Johnson & Johnson）.
  static let thingLatin = Evidence(rawValue: 1 << 15)
  /// A policy that is called after people follows: 安倍经济学.
  static let policyAfter = Evidence(rawValue: 1 << 16)
  /// A word of the lexicon goes over one of its edges.
  static let crossed = Evidence(rawValue: 1 << 17)
  /// A plan, or the verb, follows: 马歇尔计划.
  static let planAfter = Evidence(rawValue: 1 << 18)
  /// It is a surname and two characters that make no word of the lexicon with each other or with their
  /// neighbours.
  static let unbrokenName = Evidence(rawValue: 1 << 19)
}
