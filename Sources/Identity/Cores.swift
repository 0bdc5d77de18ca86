import Entities

/// Bearers that strong evidence joins to one person: a user's merge, the list of well-known people, or a Latin
/// spelling and a full name that agree.
///
/// A bare family name without a Latin spelling is in no core: whom it means is decided article by article
/// (``BareName``).
package struct Core: Equatable, Sendable {
  /// The bearers, in the order of ``Bearer``.
  package let members: [BearerRecord]
  /// Why they are together.
  package let joins: [NameJoin]

  /// What the core is called in the archive: its least bearer.
  package var key: String { members[0].bearer.text }
  /// The number of articles of all bearers together.
  package var articles: Int { members.reduce(0) { $0 + $1.articles } }
}

/// Finds the cores around bearers.
package struct CoreFinder<Source: IdentitySource> {
  private let source: Source
  private let judgements: PersonJudgements
  private var families: [String: Bool] = [:]
  private var named: [String: [BearerRecord]] = [:]
  private var ofFamily: [String: [BearerRecord]] = [:]
  private var neighbours: [Int64: [(BearerRecord, NameJoin)]] = [:]

  /// A finder that reads from `source`.
  package init(_ source: Source, judgements: PersonJudgements) {
    self.source = source
    self.judgements = judgements
  }

  /// The cores of all bearers that may depend on the given ones; bare names are left out.
  package mutating func cores(around bearers: [BearerRecord]) throws -> [Core] {
    var found: [Int64: BearerRecord] = [:]
    var queue = bearers
    while let record = queue.popLast() {
      guard record.articles > 0, found[record.id] == nil, try !isBare(record.bearer) else { continue }
      found[record.id] = record
      for (other, _) in try neighbours(of: record) where found[other.id] == nil { queue.append(other) }
    }
    return try cores(of: Array(found.values))
  }

  /// Whether a bearer is a bare name whose meaning is decided article by article: a family name or a short form
  /// without a Latin spelling, or a Chinese name that many people bear.
  package mutating func isBare(_ bearer: Bearer) throws -> Bool {
    guard !bearer.isDotted, bearer.label == nil, !judgements.joins(bearer.key) else { return false }
    if try isFamilyName(bearer.name) || isShortForm(bearer.name) { return bearer.latin == nil }
    return ContextClusters.threshold(forName: bearer.name) != nil
  }

  /// Whether articles call people so whom they also name in full, often enough to tell (``BareName/isTelling(_:of:_:)``).
  private mutating func isShortForm(_ name: String) throws -> Bool {
    if WellKnownPeople.shared.isFamilyName(NameKey(stored: name)) { return true }
    let total = try bearers(named: name).reduce(0) { $0 + $1.articles }
    let short = try source.bearers(short: name).reduce(0) { $0 + $1.articles }
    return BareName.isTelling(short, of: total, name)
  }

  /// Whether an undotted name is the family name of several people rather than one person's whole name: dotted names
  /// end with it, or it stands with Latin spellings that share the last word and contradict each other.
  package mutating func isFamilyName(_ name: String) throws -> Bool {
    if let known = families[name] { return known }
    let own = try bearers(named: name)
    let total = own.reduce(0) { $0 + $1.articles }
    var inFull = 0
    for family in [name] + NameParts.shared.variants(of: name) {
      inFull += try dotted(family).reduce(0) { $0 + $1.articles }
    }
    var isFamily = BareName.isTelling(inFull, of: total, name)
    if !isFamily {
      let spellings = own.compactMap { record in record.articles > 0 ? record.bearer.latin : nil }
      isFamily = spellings.indices.contains { index in
        spellings[..<index].contains { other in
          other.family == spellings[index].family && other.isJunior == spellings[index].isJunior
            && !other.resembles(spellings[index])
        }
      }
    }
    families[name] = isFamily
    return isFamily
  }

  private mutating func dotted(_ family: String) throws -> [BearerRecord] {
    if let known = ofFamily[family] { return known }
    let records = try source.bearers(family: family)
    ofFamily[family] = records
    return records
  }

  private mutating func bearers(named name: String) throws -> [BearerRecord] {
    if let known = named[name] { return known }
    let records = try source.bearers(named: name)
    named[name] = records
    return records
  }

  /// The bearers that may be the same person by themselves, and why. Whether two bearers are neighbours depends on
  /// nothing but the two, so that a change in the archive reaches few of them.
  private mutating func neighbours(of record: BearerRecord) throws -> [(BearerRecord, NameJoin)] {
    if let known = neighbours[record.id] { return known }
    let found = try findNeighbours(of: record)
    neighbours[record.id] = found
    return found
  }

  private mutating func findNeighbours(of record: BearerRecord) throws -> [(BearerRecord, NameJoin)] {
    let bearer = record.bearer
    var result: [(BearerRecord, NameJoin)] = []
    for key in judgements.names(joinedTo: [bearer.key]).sorted() {
      for other in try source.bearers(key: key) where other.articles > 0 {
        result.append((other, NameJoin(rule: .merge, name: bearer.key, other: other.bearer.key, articles: 0)))
      }
    }
    guard bearer.label == nil else { return result }
    var others: [BearerRecord] = []
    if let latin = bearer.latin { others += try source.bearers(latin: latin) }
    if let full = bearer.full { others += try source.bearers(full: full) }
    if bearer.isDotted {
      for family in [bearer.family] + NameParts.shared.variants(of: bearer.family) {
        others += try dotted(family).filter {
          NameParts.shared.areSpellings($0.bearer.components[0], bearer.components[0])
        }
      }
    }
    others += try self.bearers(named: bearer.name)
    if bearer.isDotted {
      others += try self.bearers(named: bearer.family).filter { $0.bearer.latin != nil }
    } else if bearer.latin != nil {
      others += try dotted(bearer.name)
    }
    if let number = WellKnownPeople.shared.number(of: bearer) {
      for form in WellKnownPeople.shared.familyNames(number) {
        others += try (dotted(form) + self.bearers(named: form)).filter {
          WellKnownPeople.shared.number(of: $0.bearer) == number
        }
      }
    }
    var seen: Set<Int64> = []
    others.removeAll { !seen.insert($0.id).inserted }
    for other in others where other.id != record.id && other.articles > 0 {
      if let join = NameAgreement.join(record, other) { result.append((other, join)) }
    }
    return result
  }

  private mutating func cores(of records: [BearerRecord]) throws -> [Core] {
    let records = records.sorted { $0.bearer < $1.bearer }
    let byID = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    var joins: [(join: NameJoin, one: BearerRecord, other: BearerRecord)] = []
    for record in records {
      for (other, join) in try neighbours(of: record) {
        guard let other = byID[other.id], record.bearer < other.bearer || join.rule == .merge else {
          continue
        }
        joins.append((join, record, other))
      }
    }
    joins.sort { Self.precedes($0, $1) }
    var union = BearerUnion(records, judgements)
    for (join, one, other) in joins { union.join(join, one, other) }
    return union.groups()
  }

  /// Strong evidence before weak, frequent bearers before rare ones, and the order of names at last.
  private static func precedes(
    _ one: (join: NameJoin, one: BearerRecord, other: BearerRecord),
    _ other: (join: NameJoin, one: BearerRecord, other: BearerRecord)
  ) -> Bool {
    let ranks = (
      NameJoin.Rule.allCases.firstIndex(of: one.join.rule) ?? 0,
      NameJoin.Rule.allCases.firstIndex(of: other.join.rule) ?? 0
    )
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if one.join.articles != other.join.articles { return one.join.articles > other.join.articles }
    let articles = (one.one.articles + one.other.articles, other.one.articles + other.other.articles)
    if articles.0 != articles.1 { return articles.0 > articles.1 }
    if one.one.bearer != other.one.bearer { return one.one.bearer < other.one.bearer }
    return one.other.bearer < other.other.bearer
  }
}

/// Joins bearers step by step, the strongest evidence first, and never two that a user keeps apart or whose Latin
/// spellings contradict each other.
private struct BearerUnion {
  private let judgements: PersonJudgements
  private var group: [Int64: Int] = [:]
  private var members: [[BearerRecord]]
  private var joins: [[NameJoin]]

  init(_ records: [BearerRecord], _ judgements: PersonJudgements) {
    self.judgements = judgements
    members = records.map { [$0] }
    joins = records.map { _ in [] }
    for (index, record) in records.enumerated() { group[record.id] = index }
  }

  mutating func join(_ join: NameJoin, _ one: BearerRecord, _ other: BearerRecord) {
    guard let left = group[one.id], let right = group[other.id], left != right else { return }
    let isJudged = join.rule == .merge || join.rule == .alias || join.rule == .listed
    for member in members[left] {
      let apart = judgements.namesApart(from: member.bearer.key)
      if !apart.isEmpty, members[right].contains(where: { apart.contains($0.bearer.key) }) { return }
    }
    if !isJudged, !one.bearer.hasName(of: other.bearer) || one.bearer.isDotted,
      contradict(members[left], members[right])
    {
      return
    }
    let (kept, lost) = members[left].count >= members[right].count ? (left, right) : (right, left)
    for member in members[lost] { group[member.id] = kept }
    members[kept] += members[lost]
    joins[kept] += joins[lost] + [join]
    members[lost] = []
    joins[lost] = []
  }

  /// Whether two groups are different well-known people, or their main spellings contradict each other.
  private func contradict(_ one: [BearerRecord], _ other: [BearerRecord]) -> Bool {
    let known = WellKnownPeople.shared
    let numbers = (
      Set(one.compactMap { known.number(of: $0.bearer) }),
      Set(other.compactMap { known.number(of: $0.bearer) })
    )
    if !numbers.0.isEmpty, !numbers.1.isEmpty, numbers.0.isDisjoint(with: numbers.1) { return true }
    guard let left = Self.mainSpelling(one), let right = Self.mainSpelling(other) else { return false }
    return !left.resembles(right)
  }

  private static func mainSpelling(_ records: [BearerRecord]) -> LatinKey? {
    var counts: [LatinKey: Int] = [:]
    for record in records {
      if let latin = record.bearer.latin { counts[latin, default: 0] += record.articles }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  func groups() -> [Core] {
    zip(members, joins).filter { !$0.0.isEmpty }.map { members, joins in
      Core(members: members.sorted { $0.bearer < $1.bearer }, joins: joins)
    }
  }
}
