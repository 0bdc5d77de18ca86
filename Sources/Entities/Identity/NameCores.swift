/// Names that are one person by themselves: by a user's word, the list of well-known spellings, or the same
/// Latin spelling. Short forms are attached to cores afterwards (``ShortForms``).
package struct NameCores {
  /// The core of each name; a core goes by the least of its keys, names without articles among them.
  package private(set) var cores: [NameKey: NameKey] = [:]
  /// Why names are together.
  package private(set) var joins: [NameJoin] = []

  /// The cores of names that are closed: whoever shares a spelling, a listed person or a judgement with one of
  /// them is among them.
  package init(of names: [RecordedName], judgements: PersonJudgements) {
    let names = names.filter { $0.articles > 0 }.sorted { $0.key < $1.key }
    var union = NameUnion(judgements)
    for join in judgements.joins {
      union.join(
        NameJoin(rule: join.isAlias ? .alias : .merge, name: join.name, other: join.other, articles: 0))
    }
    // Names that a user separated join nobody but by another judgement.
    let free = names.filter { !$0.key.text.contains(PersonJudgement.separator) }
    for join in Self.listedJoins(free) + Self.latinJoins(free) { union.join(join) }
    for name in names { cores[name.key] = union.group(of: name.key) }
    joins = union.joins
  }

  /// Well-known persons in full spellings: 唐纳德·特朗普 and 唐纳·川普.
  private static func listedJoins(_ names: [RecordedName]) -> [NameJoin] {
    var groups: [Int: [RecordedName]] = [:]
    for name in names {
      guard let number = KnownSpellings.shared.number(ofFull: name) else { continue }
      groups[number, default: []].append(name)
    }
    return groups.sorted { $0.key < $1.key }.flatMap { _, group in
      let ranked = group.sorted { ($1.articles, $0.key) < ($0.articles, $1.key) }
      return ranked.dropFirst().map {
        NameJoin(rule: .listed, name: ranked[0].key, other: $0.key, articles: 0)
      }
    }
  }

  /// Names of one spelling in characters join all that they do not conflict with: what links two of them is one
  /// person with both. A name in Latin letters links nothing, it joins the commonest: 王伟 and 王维 stay apart
  /// beside Wang Wei.
  private static func latinJoins(_ names: [RecordedName]) -> [NameJoin] {
    var bearers: [NameKey: [(name: RecordedName, articles: Int)]] = [:]
    for name in names {
      for spelling in name.spellings {
        bearers[spelling, default: []].append((name, name.articles(spelled: spelling)))
      }
    }
    func rank(_ bearer: (name: RecordedName, articles: Int)) -> (Int, Int, NameKey) {
      (NameConflict.hasHan(bearer.name.key) ? 0 : 1, -bearer.articles, bearer.name.key)
    }
    var joins: [NameJoin] = []
    for (spelling, group) in bearers where group.count > 1 {
      var ranked: [RecordedName] = []
      for (name, articles) in group.sorted(by: { rank($0) < rank($1) }) {
        let agreeing = ranked.filter { !NameConflict.conflict($0, name, spelled: spelling) }
        for other in NameConflict.hasHan(name.key) ? agreeing[...] : agreeing.prefix(1) {
          joins.append(
            NameJoin(rule: .latin, name: other.key, other: name.key, spelling: spelling, articles: articles))
        }
        ranked.append(name)
      }
    }
    return joins.sorted {
      ($1.articles, $0.name, $0.other, $0.spelling?.text ?? "") < (
        $0.articles, $1.name, $1.other, $1.spelling?.text ?? ""
      )
    }
  }
}
