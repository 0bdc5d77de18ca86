package import Entities

/// Whom a bare name means in each article: a family name without a given name (史密斯), a short form (安倍), or a
/// Chinese name that many people bear (李明).
///
/// 1. The persons whom other articles call so, with a Latin spelling or a full name, are the candidates. Where nearly
///    all of those articles mean one of them, so do the others.
/// 2. Else each mention is linked to the candidate whose articles it resembles (``LinkModel``), or to nobody.
/// 3. What is left is brought together by resemblance (``ContextClusters``). Without candidates the clusters are
///    people; beside candidates only clusters of several articles are, and the rest is left open.
package struct BareName: Equatable, Sendable {
  /// Who a mention belongs to.
  package enum Meaning: Hashable, Sendable {
    /// A person whom strong evidence defines, by the key of the core.
    case core(String)
    /// A person known by this name alone; `cluster` tells several of one name apart.
    case person(cluster: String?)
    /// Not decided.
    case open
  }

  /// One person of an article with the decision.
  package struct Link: Equatable, Sendable {
    package let article: Int64
    package let ordinal: Int
    package let meaning: Meaning
  }

  /// The name.
  package let name: String
  /// The decision for all articles that give the name; `nil` where it differs between articles.
  package let uniform: Meaning?
  /// The decision per article where it differs.
  package let links: [Link]

  init(name: String, uniform: Meaning) {
    self.name = name
    self.uniform = uniform
    links = []
  }

  init(name: String, links: [Link]) {
    self.name = name
    let meanings = Set(links.map(\.meaning))
    uniform = meanings.count == 1 ? meanings.first : nil
    self.links = uniform == nil ? links : []
  }

  /// Whether so many articles that name somebody in full, or beside the name, tell something of all articles that give
  /// a name: two of a hundred at least, so that a single mistake does not; or twenty of a name that does not look like
  /// a whole Chinese name, however often it is used alone.
  static func isTelling(_ articles: Int, of total: Int, _ name: String) -> Bool {
    articles > 0 && (articles * 50 >= total || articles >= 20 && !ChineseName.isLikely(name))
  }

  /// The names whose meaning may depend on a bearer: its own, the family name of a dotted one, all spellings of a
  /// well-known person, and its short forms.
  package static func names(dependingOn bearer: Bearer, shorts: some Sequence<String>) -> Set<String> {
    var names = Set(shorts)
    names.insert(bearer.isDotted ? bearer.family : bearer.name)
    for name in names {
      guard let number = WellKnownPeople.shared.number(ofShort: NameKey(stored: name)) else { continue }
      names.formUnion(WellKnownPeople.shared.shortForms(number).map(\.text))
    }
    return names.union(names.flatMap { NameParts.shared.variants(of: $0) })
  }

  /// The names by which users' judgements refer to the person of a bare name that no full name defines: all forms of a
  /// well-known person, else the name.
  package static func judgedNames(of meaning: Meaning, name: String) -> Set<NameKey> {
    let key = NameKey(stored: name)
    guard case .core = meaning, let number = WellKnownPeople.shared.number(ofShort: key) else { return [key] }
    return Set(WellKnownPeople.shared.shortForms(number) as [NameKey]).union([key])
  }

  /// The key of the person in the archive.
  package static func key(of meaning: Meaning, name: String) -> String {
    switch meaning {
    case .core(let key): key
    case .person(let cluster): cluster.map { "\(name)#\($0)" } ?? name
    case .open: "\(name)?"
    }
  }
}

/// Decides whom bare names mean.
package struct BareNameResolver<Source: IdentitySource> {
  private let source: Source
  private let judgements: PersonJudgements
  private let model: LinkModel
  /// The keys of the cores, by the row id of their bearers; `nil` for bare names.
  private let core: (Int64) throws -> String?

  /// A resolver that reads from `source`; `core` tells the core of a bearer.
  package init(
    _ source: Source, judgements: PersonJudgements, model: LinkModel = .shared,
    core: @escaping (Int64) throws -> String?
  ) {
    self.source = source
    self.judgements = judgements
    self.model = model
    self.core = core
  }

  /// A person whom a bare name may mean.
  package struct Candidate: Sendable {
    /// The key of the core.
    package let core: String
    /// The bearers that are called so.
    package var bearers: [BearerRecord]
    /// The number of articles in which the name, or the full name it belongs to, means the person.
    package var articles: Int
    /// Whether the list of well-known people says that the name alone means the person.
    package var isListed: Bool
  }

  /// The number of articles per bearer that stand for all of a person.
  static var sampleSize: Int { 64 }

  /// The decisions about the bare bearers of a name.
  ///
  /// - Parameter bearers: all of one name.
  package func resolve(_ name: String, bearers: [BearerRecord], isFamilyName: Bool) throws -> BareName {
    let ids = bearers.map(\.id)
    let total = bearers.reduce(0) { $0 + $1.articles }
    let candidates = try candidates(for: name, bare: ids, articles: total)
    if let one = Self.dominant(candidates) { return BareName(name: name, uniform: .core(one.core)) }
    if candidates.isEmpty {
      if let number = WellKnownPeople.shared.number(ofShort: NameKey(stored: name)) {
        return BareName(name: name, uniform: .core(WellKnownPeople.shared.shortForms(number)[0].text))
      }
      guard !isFamilyName, let threshold = ContextClusters.threshold(forName: name) else {
        return BareName(name: name, uniform: .person(cluster: nil))
      }
      let people = try source.people(of: ids, limit: nil)
      return BareName(name: name, links: Self.clustered(people, threshold: threshold))
    }
    let people = try source.people(of: ids, limit: nil)
    let profiles = try candidates.map { candidate in
      var profile = ContextProfile()
      for person in try source.people(of: candidate.bearers.map(\.id), limit: Self.sampleSize) {
        profile.add(person.context)
      }
      return profile
    }
    let known = Double(candidates.reduce(0) { $0 + $1.articles })
    var links: [BareName.Link] = []
    var left: [NamedPerson] = []
    for person in people {
      let values = zip(candidates, profiles).map { candidate, profile in
        LinkModel.values(person.context, profile, articles: Double(candidate.articles), total: known)
      }
      let probabilities = model.probabilities(values)
      if let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }),
        probabilities[best] > Self.leastProbability,
        probabilities[best] > 1 - probabilities.reduce(0, +)
      {
        links.append(
          BareName.Link(
            article: person.article, ordinal: person.ordinal, meaning: .core(candidates[best].core)))
      } else {
        left.append(person)
      }
    }
    links += Self.leftOver(left)
    return BareName(name: name, links: links)
  }

  /// Below this probability a mention is left open.
  private static var leastProbability: Double { 0.4 }

  /// The persons whom a name may mean, in the order of their keys.
  package func candidates(for name: String, bare: [Int64], articles: Int) throws -> [Candidate] {
    var found: [String: Candidate] = [:]
    func add(_ record: BearerRecord, _ articles: Int) throws {
      guard articles > 0, !bare.contains(record.id), let key = try core(record.id) else { return }
      if judgements.namesApart(from: NameKey(stored: name)).contains(record.bearer.key) { return }
      let listed = WellKnownPeople.shared.number(ofShort: NameKey(stored: name))
      let isListed =
        listed != nil && listed == WellKnownPeople.shared.number(ofFull: record.bearer.components)
      if found[key] == nil { found[key] = Candidate(core: key, bearers: [], articles: 0, isListed: false) }
      found[key]?.bearers.append(record)
      found[key]?.articles += articles
      if isListed { found[key]?.isListed = true }
    }
    for record in try source.bearers(named: name) { try add(record, record.articles) }
    var dotted: Set<Int64> = []
    for record in try source.bearers(family: name) {
      dotted.insert(record.id)
      try add(record, record.articles)
    }
    if let number = WellKnownPeople.shared.number(ofShort: NameKey(stored: name)) {
      for form in WellKnownPeople.shared.familyNames(number) where form != name {
        for record in try source.bearers(family: form)
        where WellKnownPeople.shared.number(ofFull: record.bearer.components) == number {
          dotted.insert(record.id)
          try add(record, record.articles)
        }
      }
    }
    if found.isEmpty {
      // Outlets of one region write the name in other characters, and none of them gives it in full.
      for family in NameParts.shared.variants(of: name) {
        for record in try source.bearers(family: family) {
          dotted.insert(record.id)
          try add(record, record.articles)
        }
      }
    }
    for (record, articles) in try source.bearers(short: name) where !dotted.contains(record.id) {
      try add(record, articles)
    }
    return found.values
      .filter { $0.isListed || BareName.isTelling($0.articles, of: articles, name) }
      .sorted { $0.core < $1.core }
  }

  /// The person whom nearly all articles mean, or half of them where the list says so.
  private static func dominant(_ candidates: [Candidate]) -> Candidate? {
    let total = candidates.reduce(0) { $0 + $1.articles }
    if let listed = candidates.filter(\.isListed).max(by: { $0.articles < $1.articles }),
      listed.articles * 2 >= total
    {
      return listed
    }
    guard let best = candidates.max(by: { $0.articles < $1.articles }) else { return nil }
    return best.articles >= 10 && best.articles * 100 >= total * 97 ? best : nil
  }

  private static func clustered(_ people: [NamedPerson], threshold: Double) -> [BareName.Link] {
    let clusters = ContextClusters.clusters(of: people, threshold: threshold)
    return clusters.flatMap { cluster in
      let label = clusters.count == 1 ? nil : label(of: cluster)
      return cluster.map {
        BareName.Link(article: $0.article, ordinal: $0.ordinal, meaning: .person(cluster: label))
      }
    }
  }

  /// What tells a cluster from others of the same name: the least sample number of its articles.
  private static func label(of cluster: [NamedPerson]) -> String {
    String(cluster.map(\.sample).min() ?? 0, radix: 36)
  }

  private static func leftOver(_ people: [NamedPerson]) -> [BareName.Link] {
    ContextClusters.clusters(of: people, threshold: ContextClusters.familyNameThreshold).flatMap { cluster in
      cluster.map { person in
        BareName.Link(
          article: person.article, ordinal: person.ordinal,
          meaning: cluster.count > 1 ? .person(cluster: label(of: cluster)) : .open)
      }
    }
  }
}
