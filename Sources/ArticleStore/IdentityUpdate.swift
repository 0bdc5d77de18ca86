import Entities
import GRDB

/// Computes anew the people whom changed names concern: the steps of ``Entities/PersonIdentity``, each over as
/// few names as can be affected.
///
/// A step's result for a name depends on what the step before gave for few others: a core on the names of the
/// same spelling, an owner on the cores that hold the form, a person on cores and owners. So the names to look
/// at are found by following indexes from the changed ones until nothing is added.
struct IdentityUpdate {
  private let db: Database
  private let table: NameTable
  private let judgements: PersonJudgements
  private var records: [String: RecordedName] = [:]
  /// Well-known persons whom names meant before or mean now, by the first of their forms.
  private var known: Set<String> = []

  init(db: Database, judgements: PersonJudgements) {
    self.db = db
    self.judgements = judgements
    table = NameTable(db: db)
  }

  /// - Parameters:
  ///   - changed: names whose counts or judgements changed; those without articles go.
  ///   - shortForms: folded short forms of which more or fewer articles say whose they are.
  /// - Returns: the row ids of the people that may have changed.
  mutating func run(changed: Set<String>, shortForms: Set<String>) throws -> Set<Int64> {
    let regrouped = try updateCores(changed)
    let reowned = try updateOwners(shortForms.union(changed), regrouped: regrouped)
    return try updatePeople(changed.union(regrouped).union(reowned))
  }

  private mutating func record(_ key: String) throws -> RecordedName {
    if let record = records[key] { return record }
    let record = try table.record(key)
    records[key] = record
    return record
  }

  // MARK: Cores

  /// - Returns: the names whose core changed.
  private mutating func updateCores(_ changed: Set<String>) throws -> Set<String> {
    for key in changed { try updateFacts(key) }
    var region: [String: NameTable.Entry] = [:]
    var gone: Set<String> = []
    var queue = Array(changed)
    while let key = queue.popLast() {
      guard region[key] == nil, !gone.contains(key) else { continue }
      guard let entry = try table.entry(key) else {
        gone.insert(key)
        queue += judgements.names(joinedTo: [key])
        continue
      }
      region[key] = entry
      if let form = entry.known { known.insert(form) }
      queue += try neighbours(of: key, entry)
    }
    let names = try region.keys.map { try record($0) }
    let cores = NameCores(of: names, judgements: judgements).cores
    let update = try db.cachedStatement(sql: "UPDATE names SET core = ? WHERE key = ?")
    var regrouped: Set<String> = []
    for (key, entry) in region {
      guard let core = cores[key], core != entry.name.core else { continue }
      try update.execute(arguments: [core, key])
      regrouped.insert(key)
    }
    return regrouped
  }

  /// Names that are, or were, in one core with a name.
  private mutating func neighbours(of key: String, _ entry: NameTable.Entry) throws -> Set<String> {
    let record = try record(key)
    var found = Set(try table.names(inCore: entry.name.core))
    found.formUnion(judgements.names(joinedTo: [key]))
    if record.articles > 0 {
      for spelling in record.spellings {
        for name in try table.names(spelled: spelling)
        where try self.record(name).spellings.contains(spelling) {
          found.insert(name)
        }
      }
      if let known = entry.known, record.isDotted { found.formUnion(try table.names(known: known)) }
    }
    return found
  }

  /// Brings up to date what a name's row says of its own forms.
  private mutating func updateFacts(_ key: String) throws {
    let record = try record(key)
    let form = KnownSpellings.shared.number(of: record).map { KnownSpellings.shared.shortForms($0)[0] }
    if let before = try table.entry(key)?.known { known.insert(before) }
    try db.cachedStatement(
      sql: """
        UPDATE names SET is_dotted = ?1, known = ?2
        WHERE key = ?3 AND (is_dotted, known) IS NOT (?1, ?2)
        """
    ).execute(arguments: [record.isDotted, form, key])
  }

  // MARK: Owners

  /// - Returns: the names whose owner changed, with names of the cores that owned them before and own them now.
  private mutating func updateOwners(
    _ forms: Set<String>, regrouped: Set<String>
  ) throws -> Set<String> {
    var forms = forms
    for key in regrouped { forms.formUnion(try table.shortForms(of: key)) }
    for form in known {
      guard let number = KnownSpellings.shared.number(ofShort: form) else { continue }
      forms.formUnion(KnownSpellings.shared.shortForms(number))
    }
    let update = try db.cachedStatement(sql: "UPDATE names SET owner = ?, owner_articles = ? WHERE key = ?")
    var reowned: Set<String> = []
    for form in forms {
      guard let entry = try table.entry(form), entry.name.articles > 0 else { continue }
      let owner = ShortForms.owner(
        resolved: try table.resolutions(of: form), listed: try listedCore(ofShort: form))
      guard (owner?.core, owner?.articles ?? 0) != (entry.name.owner, entry.name.ownerArticles) else {
        continue
      }
      try update.execute(arguments: [owner?.core, owner?.articles ?? 0, form])
      reowned.insert(form)
      for core in [entry.name.owner, owner?.core].compactMap(\.self) {
        reowned.formUnion(try table.names(inCore: core))
      }
    }
    return reowned
  }

  private func listedCore(ofShort key: String) throws -> String? {
    let known = KnownSpellings.shared
    guard let number = known.number(ofShort: key) else { return nil }
    let entries = try table.names(known: known.shortForms(number)[0]).compactMap { try table.entry($0) }
      .filter { $0.name.articles > 0 }
    guard let owner = known.owner(of: entries.map { ($0.name.key, $0.name.articles) }) else { return nil }
    return entries.first { $0.name.key == owner }?.name.core
  }

  // MARK: People

  private func updatePeople(_ changed: Set<String>) throws -> Set<Int64> {
    var region: [String: NameTable.Entry] = [:]
    var people: Set<Int64> = []
    var cores: Set<String> = []
    var queue = Array(changed)
    while let key = queue.popLast() {
      guard region[key] == nil, let entry = try table.entry(key) else { continue }
      region[key] = entry
      if people.insert(entry.person).inserted { queue += try table.names(of: entry.person) }
      for core in [entry.name.core, entry.name.owner].compactMap(\.self) where cores.insert(core).inserted {
        queue += try table.names(inCore: core) + table.names(ownedBy: core)
      }
    }
    let groups = PersonGroup.groups(of: region.values.map(\.name), judgements: judgements)
    return try PersonAssignment(db: db).assign(groups, to: region)
  }
}
