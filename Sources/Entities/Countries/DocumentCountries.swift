import Articles

/// Brings the findings of an article together: one entry a country.
enum DocumentCountries {
  /// The countries of an article, in the order of their first mention. `leadEnd` is where the first paragraph
  /// of the body ends.
  static func countries(from findings: [CountryFinder.Finding], leadEnd: Int) -> [DocumentCountry] {
    let named = Set(findings.lazy.filter { $0.countries.count == 1 }.map { $0.countries[0] })
    // Articles name a handful of countries: they are looked for one after the other.
    var countries: [Int] = []
    var entries: [DocumentCountry] = []
    var scores: [Int] = []
    for finding in findings {
      guard let country = resolve(finding, named: named) else { continue }
      let index = countries.firstIndex(of: country) ?? countries.count
      if index == countries.count {
        countries.append(country)
        scores.append(0)
        entries.append(
          DocumentCountry(
            code: CountryGazetteer.all[country].code, forms: [], kind: finding.kind, focus: false,
            mentions: []))
      }
      entries[index].mentions.append(finding.mention)
      if !entries[index].forms.contains(finding.mention.text) {
        entries[index].forms.append(finding.mention.text)
      }
      entries[index].kind = max(entries[index].kind, finding.kind)
      if finding.kind.isNaming { scores[index] += weight(finding.mention, leadEnd: leadEnd) }
    }
    let top = scores.max() ?? 0
    for (index, score) in scores.enumerated() {
      entries[index].focus = entries[index].kind.isNaming && score > 0 && (score == top || 2 * score > top)
    }
    return entries
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
