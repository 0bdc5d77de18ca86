import CEntityTables

/// All countries that the extractor knows: every code of ISO 3166-1, Kosovo, and four historical states.
package enum CountryGazetteer {
  /// Changes when codes, names or kinds change: a digest (FNV-1a) of all that the gazetteer holds.
  package static let version: Int = {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for country in all {
      let fields = [
        country.code, country.nameZh, country.nameEn, country.kind.rawValue, country.successor ?? "",
      ]
      for byte in (fields + country.names).joined(separator: "|").utf8 {
        digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return Int(digest >> 1)
  }()

  /// The countries in the order of their codes.
  package static let all: [Country] = {
    var size = 0
    guard let start = entity_countries(&size) else { return [] }
    let text = String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
    return text.split(separator: "\n").compactMap(country)
  }()

  /// The names of countries in Chinese text that the generated table lacks, by code
  /// (`lists/country-names.tsv`).
  static let furtherNames = names(.countryNames) { $0.blankSeparated }
  /// The English names to search by that the generated table lacks (`lists/country-english.tsv`).
  private static let furtherEnglishNames = names(.countryEnglish) {
    $0.split(separator: "|").map(String.init)
  }

  private static func names(_ list: HandMadeList, _ split: (String) -> [String]) -> [String: [String]] {
    var names: [String: [String]] = [:]
    for row in list.rows where row.count == 2 { names[row[0], default: []] += split(row[1]) }
    return names
  }

  private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The country with a code, `nil` for a code that is none.
  package static func country(code: String) -> Country? { byCode[code] }

  /// The country of one line of the generated table; `nil` for its header.
  private static func country(_ line: Substring) -> Country? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard !line.hasPrefix("#"), fields.count == 7, let kind = Country.Kind(rawValue: fields[4]) else {
      return nil
    }
    var names = fields[6].split(separator: "|").map(String.init)
    for name in (furtherNames[fields[0]] ?? []) + (furtherEnglishNames[fields[0]] ?? [])
    where name.unicodeScalars.count > 1 && !names.contains(name) {
      names.append(name)
    }
    return Country(
      code: fields[0], nameZh: fields[1], nameZhHant: fields[2], nameEn: fields[3], kind: kind,
      successor: fields[5].isEmpty ? nil : fields[5], names: names)
  }
}
