/// Why two names are one person.
package struct NameJoin: Equatable, Sendable {
  /// The rules, strongest first.
  package enum Rule: String, CaseIterable, Sendable {
    /// A user merged them.
    case merge
    /// A user gave one as an alias of the other.
    case alias
    /// Both are in the list of well-known spellings.
    case listed
    /// Both have the same Latin spelling in most of their articles.
    case latin
    /// Articles that give both use one as the short form of the other.
    case short
  }

  /// The rule.
  package var rule: Rule
  /// The keys of the two names; for ``Rule/short`` the short form and a name of its owner.
  package var name: NameKey
  package var other: NameKey
  /// The folded Latin spelling, for ``Rule/latin``.
  package var spelling: NameKey?
  /// In how many articles the evidence was seen; 0 where it comes from a list or a user.
  package var articles: Int
}

extension NameJoin {
  /// The joins that connect names with `first`, each after the one that reaches its second name: (name, the
  /// name it was joined to, why).
  package static func chain(
    from first: NameKey, _ joins: [NameJoin]
  ) -> [(name: NameKey, other: NameKey, join: NameJoin)] {
    var reached: Set = [first]
    var rest = joins
    var chain: [(name: NameKey, other: NameKey, join: NameJoin)] = []
    while let index = rest.firstIndex(where: { reached.contains($0.name) != reached.contains($0.other) }) {
      let join = rest.remove(at: index)
      let (name, other) = reached.contains(join.name) ? (join.other, join.name) : (join.name, join.other)
      chain.append((name, other, join))
      reached.insert(name)
    }
    return chain
  }
}

/// Joins names step by step, the strongest evidence first, and never two that a user keeps apart.
struct NameUnion {
  private let judgements: PersonJudgements
  private var root: [NameKey: NameKey] = [:]
  private var members: [NameKey: Set<NameKey>] = [:]
  /// The joins that brought two groups together.
  private(set) var joins: [NameJoin] = []

  init(_ judgements: PersonJudgements) {
    self.judgements = judgements
  }

  /// Brings the groups of two names together unless a user keeps some of them apart.
  mutating func join(_ join: NameJoin) {
    let (one, other) = (group(of: join.name), group(of: join.other))
    let (left, right) = (members[one] ?? [one], members[other] ?? [other])
    if one == other { return }
    let (small, large) = left.count < right.count ? (left, right) : (right, left)
    if small.contains(where: { !judgements.namesApart(from: $0).isDisjoint(with: large) }) { return }
    let (kept, lost) = one < other ? (one, other) : (other, one)
    for name in members[lost] ?? [lost] { root[name] = kept }
    members[kept] = left.union(right)
    members[lost] = nil
    joins.append(join)
  }

  /// Names that are together without further evidence.
  mutating func unite(_ names: [NameKey]) {
    guard let first = names.min() else { return }
    for name in names { root[name] = first }
    members[first] = Set(names)
  }

  /// The least name of a name's group.
  func group(of name: NameKey) -> NameKey { root[name] ?? name }
}
