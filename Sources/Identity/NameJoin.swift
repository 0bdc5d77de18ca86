package import Entities

/// Why two bearers are one person.
package struct NameJoin: Equatable, Sendable {
  /// The rules, strongest first.
  package enum Rule: String, CaseIterable, Sendable {
    /// A user merged them.
    case merge
    /// A user gave one as an alias of the other.
    case alias
    /// Both are in the list of well-known people.
    case listed
    /// Both have one full name: first and last component, or the whole of an undotted name.
    case name
    /// Both have the same Latin spelling, or spellings that agree.
    case latin
    /// Both spell one Latin name in Chinese characters, as outlets of different regions do.
    case spelling
    /// Contexts, or the number of articles, say that the bare name means the person.
    case context
  }

  /// The rule.
  package var rule: Rule
  /// The keys of the two names; for ``Rule/context`` the bare name and a name of the person.
  package var name: NameKey
  package var other: NameKey
  /// The Latin spelling, for ``Rule/latin``.
  package var spelling: String?
  /// In how many articles the evidence was seen; 0 where it comes from a list or a user.
  package var articles: Int

  /// A join of two names.
  package init(rule: Rule, name: NameKey, other: NameKey, spelling: String? = nil, articles: Int) {
    self.rule = rule
    self.name = name
    self.other = other
    self.spelling = spelling
    self.articles = articles
  }
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
