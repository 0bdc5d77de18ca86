import CEntityTables

/// All countries that the extractor knows: every code of ISO 3166-1, Kosovo, and four historical states.
package enum CountryGazetteer {
  /// Rises when codes, names or kinds change.
  package static let version = 2

  /// The countries in the order of their codes.
  package static let all: [Country] = {
    var size = 0
    guard let start = entity_countries(&size) else { return [] }
    let text = String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
    return text.split(separator: "\n").compactMap(country)
  }()

  private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The country with a code, `nil` for a code that is none.
  package static func country(code: String) -> Country? { byCode[code] }

  /// The country of one line of the generated table; `nil` for its header.
  private static func country(_ line: Substring) -> Country? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard !line.hasPrefix("#"), fields.count == 7, let kind = Country.Kind(rawValue: fields[4]) else {
      return nil
    }
    return Country(
      code: fields[0], nameZh: fields[1], nameZhHant: fields[2], nameEn: fields[3], kind: kind,
      successor: fields[5].isEmpty ? nil : fields[5], names: fields[6].split(separator: "|").map(String.init))
  }
}
