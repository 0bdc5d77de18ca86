/// One person across articles: who is who, as a pure function of the names of all articles and of a user's
/// judgements. The archive keeps its result up to date piece by piece with the same steps; this is the whole.
///
/// 1. Equal keys are one name (``NameKey``).
/// 2. Names are brought together to cores by judgements, the list of well-known spellings and Latin spellings
///    (``NameCores``).
/// 3. Short forms that stand alone are attached to the core that owns them (``ShortForms``).
/// 4. Cores and what is attached to them are people (``PersonGroup``).
package struct PersonIdentity {
  /// The version of the rules and of the list; it rises whenever results change.
  package static let version = 1

  /// The names with their cores and owners, by key.
  package let names: [NameKey: CoredName]
  /// The people, in the order of their keys.
  package let people: [PersonGroup]

  /// The people of an archive.
  package init(names records: [RecordedName], judgements: PersonJudgements) {
    let cores = NameCores(of: records, judgements: judgements).cores
    var names: [NameKey: CoredName] = [:]
    for record in records where record.articles > 0 {
      names[record.key] = CoredName(
        key: record.key, articles: record.articles, isDotted: record.isDotted,
        core: cores[record.key] ?? record.key)
    }
    let resolved = Self.resolutions(records, cores)
    let listed = Self.listedCores(records, cores)
    for key in names.keys {
      let core = KnownSpellings.shared.number(ofShort: key).flatMap { listed[$0] }
      guard let owner = ShortForms.owner(resolved: resolved[key] ?? [:], listed: core) else { continue }
      names[key]?.owner = owner.core
      names[key]?.ownerArticles = owner.articles
    }
    self.names = names
    people = PersonGroup.groups(of: Array(names.values), judgements: judgements)
  }

  /// For each short form, in how many articles it belongs to each core.
  private static func resolutions(
    _ records: [RecordedName], _ cores: [NameKey: NameKey]
  ) -> [NameKey: [NameKey: Int]] {
    var resolved: [NameKey: [NameKey: Int]] = [:]
    for record in records where record.articles > 0 {
      for (form, articles) in record.forms where form.kind == .short {
        guard let key = form.key else { continue }
        resolved[key, default: [:]][cores[record.key] ?? record.key, default: 0] += articles
      }
    }
    return resolved
  }

  /// For each well-known person, the core that short forms of the list belong to.
  private static func listedCores(_ records: [RecordedName], _ cores: [NameKey: NameKey]) -> [Int: NameKey] {
    var bearers: [Int: [(key: NameKey, articles: Int)]] = [:]
    for record in records where record.articles > 0 {
      guard let number = KnownSpellings.shared.number(of: record) else { continue }
      bearers[number, default: []].append((record.key, record.articles))
    }
    return bearers.compactMapValues { names in KnownSpellings.shared.owner(of: names).map { cores[$0] ?? $0 }
    }
  }
}
