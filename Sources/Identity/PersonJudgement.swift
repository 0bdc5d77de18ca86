package import Entities

/// What a user says about people. It names them by folded names and articles, never by row ids, so that it holds
/// whatever is ingested, taken out or extracted again; it wins over every rule.
package struct PersonJudgement: Equatable, Sendable {
  /// What is said.
  package enum Ruling: Equatable, Sendable {
    /// The person of the name `other` is the same; the judgement's own name is the one shown.
    case merge(other: NameKey)
    /// The name `other` belongs to somebody else.
    case split(other: NameKey)
    /// In the article with this canonical address, the name means somebody else, told apart by `label`.
    case separate(article: String, label: String)
    /// The person is no person, or of no interest: it is not listed.
    case hide
    /// The person is also called so; found by this name even where no article gives it.
    case alias(String)
  }

  /// The kinds as the database and the commands call them.
  package enum Kind: String, CaseIterable, Sendable { case merge, split, hide, alias }

  /// The kind of the ruling.
  package var kind: Kind {
    switch ruling {
    case .merge: .merge
    case .split, .separate: .split
    case .hide: .hide
    case .alias: .alias
    }
  }

  /// The key of the name that it is about (``NameKey``).
  package var name: NameKey
  /// What is said of it.
  package var ruling: Ruling

  /// A judgement about the person of the name with this key.
  package init(name: NameKey, ruling: Ruling) {
    self.name = name
    self.ruling = ruling
  }

  /// The keys of all names that it is about.
  package var names: [NameKey] {
    switch ruling {
    case .merge(let other), .split(let other): [name, other]
    case .separate(_, let label): [name, Self.separatedKey(name, label: label)]
    case .alias(let text): [name, NameKey(text)]
    case .hide: [name]
    }
  }

  /// Stands between a name and the label of those who were separated from others of that name: 李明/2.
  package static let separator: Character = "/"

  /// The key of a name as a user writes it, which may have the label of those who were separated: 李明/教练.
  package static func key(ofWritten text: String) -> NameKey {
    let parts = text.split(separator: separator, maxSplits: 1)
    guard parts.count == 2 else { return NameKey(text) }
    return separatedKey(NameKey(String(parts[0])), label: String(parts[1]))
  }

  /// The key of a name in articles that were separated.
  package static func separatedKey(_ name: NameKey, label: String) -> NameKey {
    NameKey(stored: "\(name)\(separator)\(label)")
  }
}

/// All judgements of an archive, in the order in which they were made.
package struct PersonJudgements: Equatable, Sendable {
  /// Pairs of keys that are one person, the latest first.
  let joins: [Join]
  private let joined: Set<NameKey>
  /// Names that users gave, by the key of the person's name.
  private var aliases: [NameKey: [String]] = [:]
  /// Names kept for their person, the latest first.
  let preferred: [NameKey]
  private var apart: [NameKey: Set<NameKey>] = [:]
  private let hidden: Set<NameKey>
  private var separated: [String: [NameKey: NameKey]] = [:]

  /// Two names that a user joined.
  struct Join: Equatable, Sendable {
    let name: NameKey
    let other: NameKey
    let isAlias: Bool
  }

  /// The judgements, earliest first.
  package init(_ judgements: [PersonJudgement] = []) {
    var joins: [Join] = []
    var hidden: Set<NameKey> = []
    var labels: [NameKey: Set<NameKey>] = [:]
    for judgement in judgements {
      switch judgement.ruling {
      case .merge(let other): joins.append(Join(name: judgement.name, other: other, isAlias: false))
      case .alias(let text):
        aliases[judgement.name, default: []].append(text)
        joins.append(Join(name: judgement.name, other: NameKey(text), isAlias: true))
      case .split(let other):
        apart[judgement.name, default: []].insert(other)
        apart[other, default: []].insert(judgement.name)
      case .separate(let article, let label):
        let key = PersonJudgement.separatedKey(judgement.name, label: label)
        separated[article, default: [:]][judgement.name] = key
        labels[judgement.name, default: [judgement.name]].insert(key)
      case .hide: hidden.insert(judgement.name)
      }
    }
    // Those who were separated from each other are different people whatever else agrees. Where a user also said who
    // they are, that person may bear the name too.
    let identified = Set(joins.filter { !$0.isAlias }.flatMap { [$0.name, $0.other] })
    for (name, keys) in labels {
      for key in keys {
        var others = keys.subtracting([key])
        if key == name {
          others.subtract(identified)
        } else if identified.contains(key) {
          others.remove(name)
        }
        apart[key, default: []].formUnion(others)
      }
    }
    self.joins = joins.reversed()
    joined = Set(joins.flatMap { [$0.name, $0.other] })
    preferred = self.joins.map(\.name)
    self.hidden = hidden
  }

  /// The key under which an article's person of a name is counted.
  package func key(of name: NameKey, inArticle article: String) -> NameKey {
    separated[article]?[name] ?? name
  }

  /// What the person of a name is told apart by in an article; `nil` where no user did so.
  package func label(of name: NameKey, inArticle article: String) -> String? {
    separated[article]?[name].map { key in
      String(key.text.dropFirst(name.text.count + 1))
    }
  }

  /// Whether a user joined a name to another.
  func joins(_ name: NameKey) -> Bool { joined.contains(name) }

  /// Whether any article's persons were separated from others of their name.
  package var separatesArticles: Bool { !separated.isEmpty }

  /// Whether somebody with one of the names is hidden.
  package func hides(_ names: some Sequence<NameKey>) -> Bool { !hidden.isDisjoint(with: names) }

  /// The aliases that users gave somebody with one of the names.
  package func aliases(of names: Set<NameKey>) -> [String] {
    aliases.isEmpty ? [] : names.sorted().flatMap { aliases[$0] ?? [] }
  }

  /// The names from which a name is kept apart.
  func namesApart(from name: NameKey) -> Set<NameKey> { apart[name] ?? [] }

  /// All names that some judgement joins to one of the given ones, directly or through names that no article
  /// gives, without the given ones.
  package func names(joinedTo names: Set<NameKey>) -> Set<NameKey> {
    if joins.isEmpty { return [] }
    var reached = names
    var grows = true
    while grows {
      grows = false
      for join in joins where reached.contains(join.name) != reached.contains(join.other) {
        reached.formUnion([join.name, join.other])
        grows = true
      }
    }
    return reached.subtracting(names)
  }
}
