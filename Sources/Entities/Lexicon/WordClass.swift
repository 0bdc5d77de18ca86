/// What a word of the lexicon can be; the bits are written by `scripts/entity-tables/words.py`.
struct WordClass: OptionSet {
  let rawValue: UInt16

  /// Names one or more countries; the reading says which.
  static let country = WordClass(rawValue: 1 << 0)
  /// Stands before a person's name: 总统.
  static let title = WordClass(rawValue: 1 << 1)
  /// Follows a name that is a subject: 宣布, 在.
  static let speech = WordClass(rawValue: 1 << 2)
  /// Says that somebody says: 表示, 指出.
  static let said = WordClass(rawValue: 1 << 3)
  /// Follows a name or a surname: 女士.
  static let honorific = WordClass(rawValue: 1 << 4)
  /// Follows a name inside the name of something else: 大学, 机场.
  static let organisation = WordClass(rawValue: 1 << 5)
  /// Joins two names: 和.
  static let link = WordClass(rawValue: 1 << 6)
  /// Opens a byline: 责编.
  static let credit = WordClass(rawValue: 1 << 7)
  /// Looks like a person's name and is none.
  static let notPerson = WordClass(rawValue: 1 << 8)
  /// A place, an organisation, a brand of the dictionary.
  static let place = WordClass(rawValue: 1 << 9)
  /// The name by which a well-known person is called without introduction.
  static let knownPerson = WordClass(rawValue: 1 << 10)
  /// Ends names of places and things, not of people: 号, 州.
  static let thingEnding = WordClass(rawValue: 1 << 11)
  /// An ordinary word of the dictionary.
  static let word = WordClass(rawValue: 1 << 12)
  /// A body of a state: 外交部; the country's name before it is part of the body's name.
  static let institution = WordClass(rawValue: 1 << 13)
  /// Stands before the name of a place: 位于, 首都.
  static let placeBefore = WordClass(rawValue: 1 << 14)
}
