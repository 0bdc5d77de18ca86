import Articles

/// Brings the findings of an article together: one entry a country.
enum DocumentCountries {
  /// The countries of an article, in the order of their first mention. `leadEnd` is where the first paragraph
  /// of the body ends.
  static func countries(from findings: [CountryFinder.Finding], leadEnd: Int) -> [DocumentCountry] {
    let named = Set(findings.filter { $0.countries.count == 1 }.flatMap(\.countries))
    var order: [Int] = []
    var entries: [Int: DocumentCountry] = [:]
    var scores: [Int: Int] = [:]
    for finding in findings {
      guard let country = resolve(finding, named: named) else { continue }
      let known = CountryGazetteer.all[country]
      var entry =
        entries[country]
        ?? DocumentCountry(code: known.code, forms: [], kind: finding.kind, focus: false, mentions: [])
      if entry.mentions.isEmpty { order.append(country) }
      entry.mentions.append(finding.mention)
      if !entry.forms.contains(finding.mention.text) { entry.forms.append(finding.mention.text) }
      entry.kind = max(entry.kind, finding.kind)
      entries[country] = entry
      if finding.kind.isNaming { scores[country, default: 0] += weight(finding.mention, leadEnd: leadEnd) }
    }
    let top = scores.values.max() ?? 0
    return order.compactMap { country in
      guard var entry = entries[country] else { return nil }
      let score = scores[country] ?? 0
      entry.focus = entry.kind.isNaming && score > 0 && (score == top || 2 * score > top)
      return entry
    }
  }

  /// The country that a finding means. An open one (巴方) is one that the article names otherwise, else none;
  /// a usual one (印方) gives way only to another candidate that the article names while it names not this one.
  private static func resolve(_ finding: CountryFinder.Finding, named: Set<Int>) -> Int? {
    if finding.countries.count == 1, finding.isCertain { return finding.countries.first }
    if let country = finding.countries.first(where: named.contains) { return country }
    return finding.isCertain ? finding.countries.first : nil
  }

  /// What a mention counts towards the article's focus: title 3, first paragraph 2, other places 1.
  private static func weight(_ mention: Mention, leadEnd: Int) -> Int {
    switch mention.field {
    case .title: 3
    case .body: mention.start < leadEnd ? 2 : 1
    case .caption: 1
    }
  }
}
