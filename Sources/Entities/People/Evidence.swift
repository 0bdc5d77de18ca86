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
}
