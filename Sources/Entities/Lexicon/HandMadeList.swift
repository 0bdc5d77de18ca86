import CEntityTables

/// A list of `Sources/CEntityTables/lists` that is part of the binary as it is. No trained table depends on
/// these lists: a changed line takes effect with the next build.
struct HandMadeList {
  /// The columns of each row; lines that begin with `#` and empty lines are skipped.
  let rows: [[String]]

  /// Spellings of well-known people.
  static let wellKnown = HandMadeList(entity_well_known)
  /// Strings that look like names of persons and are not.
  static let notPeople = HandMadeList(entity_not_people)
  /// Words that hold the name of a country and do not name it.
  static let notCountries = HandMadeList(entity_not_countries)
  /// Further names of countries in Chinese text.
  static let countryNames = HandMadeList(entity_country_names)
  /// Further English names of countries.
  static let countryEnglish = HandMadeList(entity_country_english)

  /// Parses text with one row per line and columns separated by tabs.
  init(text: String) {
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private init(_ table: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) {
    var size = 0
    guard let start = table(&size) else {
      self.init(text: "")
      return
    }
    self.init(text: String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self))
  }
}

extension String {
  /// The words between blanks.
  var blankSeparated: [String] { split(separator: " ").map(String.init) }
}
