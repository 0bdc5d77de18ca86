/// A name with what is known of it beside its articles: its core, and whose short form it is.
package struct CoredName: Equatable, Sendable {
  /// The name's key.
  package var key: NameKey
  /// In how many articles a person bears it.
  package var articles: Int
  /// Whether articles write it with dots.
  package var isDotted: Bool
  /// Its core (``NameCores``).
  package var core: NameKey
  /// The core that owns it as a short form, with the number of articles that say so (``ShortForms``).
  package var owner: NameKey?
  package var ownerArticles: Int

  /// A name of a core.
  package init(
    key: NameKey, articles: Int, isDotted: Bool, core: NameKey, owner: NameKey? = nil, ownerArticles: Int = 0
  ) {
    self.key = key
    self.articles = articles
    self.isDotted = isDotted
    self.core = core
    self.owner = owner
    self.ownerArticles = ownerArticles
  }
}

/// One person: the names that are one person's.
package struct PersonGroup: Equatable, Sendable {
  /// What a name is among the names of a person.
  package enum Role: String, CaseIterable, Sendable {
    /// The name by which the person is known.
    case full
    /// Another spelling or name.
    case variant
    /// A short form that stands alone in some articles.
    case short
  }

  /// The key of the name by which the person is known.
  package var key: NameKey
  /// The role of each name.
  package var roles: [NameKey: Role]
  /// Whether a user hid the person.
  package var isHidden: Bool
  /// The short forms that were attached.
  package var joins: [NameJoin]

  /// A person as stored.
  package init(key: NameKey, roles: [NameKey: Role], isHidden: Bool, joins: [NameJoin]) {
    self.key = key
    self.roles = roles
    self.isHidden = isHidden
    self.joins = joins
  }

  /// The people of names that are closed: whole cores, with the owners of their short forms and the short forms
  /// they own. In the order of their keys.
  package static func groups(of names: [CoredName], judgements: PersonJudgements) -> [PersonGroup] {
    let names = names.filter { $0.articles > 0 }
    let cores = Dictionary(grouping: names, by: \.core).mapValues { $0.sorted { $0.key < $1.key } }
    var union = NameUnion(judgements)
    for names in cores.values { union.unite(names.map(\.key)) }
    for join in attachments(cores) { union.join(join) }
    let groups = Dictionary(grouping: names) { union.group(of: $0.key) }
    let joins = Dictionary(grouping: union.joins.enumerated(), by: \.element.name)
    return groups.values.map { group in
      let own = group.flatMap { joins[$0.key] ?? [] }.sorted { $0.offset < $1.offset }
      return PersonGroup(group, joins: own.map(\.element), judgements)
    }.sorted { $0.key < $1.key }
  }

  /// The strongest attachment of each core, the strongest core first.
  private static func attachments(_ cores: [NameKey: [CoredName]]) -> [NameJoin] {
    let joins = cores.values.compactMap { names -> NameJoin? in
      let owned = names.filter { $0.owner != nil && $0.owner != $0.core }
      guard let best = owned.min(by: { ($1.ownerArticles, $0.key) < ($0.ownerArticles, $1.key) }),
        let owner = best.owner.flatMap({ cores[$0] })?.first
      else { return nil }
      return NameJoin(rule: .short, name: best.key, other: owner.key, articles: best.ownerArticles)
    }
    return joins.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }
  }

  private init(_ names: [CoredName], joins: [NameJoin], _ judgements: PersonJudgements) {
    let short = Self.shortForms(names, attached: Set(joins.map(\.name)))
    let shortNames = names.filter { short.contains($0.key) }
    /// A name is as common as its articles and those of its short forms. Latin names are shown where there is no
    /// other.
    func rank(_ name: CoredName) -> (Int, Int, Int, Int, Int, NameKey) {
      let preference = judgements.preferred.firstIndex(of: name.key) ?? Int.max
      let form = short.contains(name.key) ? 2 : NameConflict.hasHan(name.key) ? 0 : 1
      let uses = name.articles + shortNames.reduce(0) { $0 + (Self.isPart($1, of: name) ? $1.articles : 0) }
      return (preference, form, -uses, name.isDotted ? 0 : 1, name.key.text.unicodeScalars.count, name.key)
    }
    let best = names.min { rank($0) < rank($1) }?.key ?? NameKey(stored: "")
    key = best
    roles = [:]
    for name in names {
      roles[name.key] = name.key == best ? .full : short.contains(name.key) ? .short : .variant
    }
    isHidden = judgements.hides(roles.keys)
    self.joins = joins
  }

  /// The names that are short forms of another of the names: those that were attached, surnames of the list, and
  /// parts of a dotted name. A dotted name that is a hundred times rarer is more likely a slip, and so is an
  /// undotted one that is rarer at all (和张展 for 张展): then the name is no short form.
  private static func shortForms(_ names: [CoredName], attached: Set<NameKey>) -> Set<NameKey> {
    let dotted = names.filter(\.isDotted)
    let candidates = names.filter { name in
      !name.isDotted
        && (attached.contains(name.key) || KnownSpellings.shared.isSurname(name.key)
          || dotted.contains { isPart(name, of: $0) })
    }
    let keys = Set(candidates.map(\.key))
    let full = names.filter { !keys.contains($0.key) }
    return Set(
      candidates.filter { name in
        full.contains { $0.articles * ($0.isDotted ? 100 : 1) >= name.articles }
      }.map(\.key))
  }

  private static func isPart(_ name: CoredName, of other: CoredName) -> Bool {
    other.key != name.key && (other.key.ends(with: name.key) || other.key.starts(with: name.key))
  }
}

/// Compares tuples of six, for which the library has no operator.
private func < (
  _ one: (Int, Int, Int, Int, Int, NameKey), _ other: (Int, Int, Int, Int, Int, NameKey)
) -> Bool {
  (one.0, one.1, one.2) == (other.0, other.1, other.2)
    ? (one.3, one.4, one.5) < (other.3, other.4, other.5)
    : (one.0, one.1, one.2) < (other.0, other.1, other.2)
}
