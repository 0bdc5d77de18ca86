package import Entities

/// All persons of a set of articles in memory: for training, measurements and tests.
package final class DocumentIndex: IdentitySource {
  private var records: [BearerRecord] = []
  private var ids: [Bearer: Int64] = [:]
  private var byName: [String: [Int64]] = [:]
  private var byKey: [NameKey: [Int64]] = [:]
  private var byLatin: [LatinKey: [Int64]] = [:]
  private var byFull: [String: [Int64]] = [:]
  private var byFamily: [String: [Int64]] = [:]
  private var shorts: [String: [Int64: Int]] = [:]
  private var mentions: [Int64: [NamedPerson]] = [:]

  /// An index of nothing.
  package init() {}

  /// Adds the persons of an article.
  ///
  /// - Parameters:
  ///   - article: a number of its own.
  ///   - address: what its sample number is made of.
  package func add(
    _ extracted: ExtractedArticle, article: Int64, address: String, judgements: PersonJudgements
  ) {
    let evidence = ArticleEvidence(extracted)
    var counted: Set<Int64> = []
    for (ordinal, person) in extracted.people.enumerated() {
      let label = judgements.label(of: NameKey(person.name), inArticle: address)
      let bearer = Bearer(name: person.name, latin: person.latin, label: label)
      let id = id(of: bearer)
      if counted.insert(id).inserted { records[Int(id)].articles += 1 }
      for short in NamedForms(person).shorts { shorts[short, default: [:]][id, default: 0] += 1 }
      mentions[id, default: []].append(
        NamedPerson(
          article: article, ordinal: ordinal, bearer: id, sample: StableHash.hash(address),
          context: evidence.context(of: ordinal)))
    }
  }

  private func id(of bearer: Bearer) -> Int64 {
    if let id = ids[bearer] { return id }
    let id = Int64(records.count)
    ids[bearer] = id
    records.append(BearerRecord(id: id, bearer: bearer, articles: 0))
    byName[bearer.name, default: []].append(id)
    byKey[bearer.key, default: []].append(id)
    if let latin = bearer.latin { byLatin[latin, default: []].append(id) }
    if let full = bearer.full { byFull[full, default: []].append(id) }
    if bearer.isDotted { byFamily[bearer.family, default: []].append(id) }
    return id
  }

  /// All bearers.
  package var bearers: [BearerRecord] { records }

  private func list(_ ids: [Int64]?) -> [BearerRecord] { (ids ?? []).map { records[Int($0)] } }

  package func bearers(named name: String) -> [BearerRecord] { list(byName[name]) }
  package func bearers(key: NameKey) -> [BearerRecord] { list(byKey[key]) }
  package func bearers(latin: LatinKey) -> [BearerRecord] { list(byLatin[latin]) }
  package func bearers(full: String) -> [BearerRecord] { list(byFull[full]) }
  package func bearers(family: String) -> [BearerRecord] { list(byFamily[family]) }
  package func bearers(short: String) -> [(bearer: BearerRecord, articles: Int)] {
    (shorts[short] ?? [:]).sorted { $0.key < $1.key }.map { (records[Int($0.key)], $0.value) }
  }
  package func people(of bearers: [Int64], limit: Int?) -> [NamedPerson] {
    bearers.flatMap { bearer -> [NamedPerson] in
      let all = (mentions[bearer] ?? []).sorted { ($0.sample, $0.ordinal) < ($1.sample, $1.ordinal) }
      return limit.map { Array(all.prefix($0)) } ?? all
    }
  }
}
