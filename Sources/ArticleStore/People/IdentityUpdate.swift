import Entities
import GRDB

/// Computes anew the people whom changed names concern: the steps of ``Entities/PersonIdentity``, each over as
/// few names as can be affected (``NameRegion``).
struct IdentityUpdate {
  private let db: Database
  private let judgements: PersonJudgements
  private var table: NameTable
  /// Well-known persons whom names meant before or mean now, by the first of their forms.
  private var known: Set<NameKey> = []

  init(db: Database, judgements: PersonJudgements) {
    self.db = db
    self.judgements = judgements
    table = NameTable(db)
  }

  /// - Parameters:
  ///   - counted: by how much the counts of names changed; those without articles go.
  ///   - judged: names about which judgements changed.
  /// - Returns: the row ids of the people that may have changed.
  mutating func run(counted: [NameKey: RecordedName], judged: Set<NameKey>) throws -> Set<Int64> {
    let changed = judged.union(counted.keys)
    if changed.isEmpty { return [] }
    // Names that came or went, or were judged about.
    var other = judged
    // Names of which more or fewer articles say whose short forms they are.
    var forms: Set<NameKey> = []
    for (key, change) in counted {
      try updateFacts(key)
      for form in change.forms.keys where form.kind == .short {
        if let key = form.key { forms.insert(key) }
      }
      let articles = try table.entry(key)?.name.articles ?? 0
      if articles == 0 || articles == change.articles { other.insert(key) }
    }
    let regrouped = try updateCores(changed)
    other.formUnion(regrouped)
    other.formUnion(try updateOwners(forms.union(other), regrouped: regrouped))
    let (alone, others) = try bearersAlone(changed.subtracting(other), counted)
    let region = try NameRegion(judgements: judgements).people(around: other.union(others), &table)
    let groups = PersonGroup.groups(of: region.values.map(\.name), judgements: judgements)
    return try PersonAssignment(db: db).assign(groups, to: region).union(alone)
  }

  /// The people who bear one of the names and no other: that more articles or fewer give it, and nothing else, makes
  /// them nobody else.
  ///
  /// - Returns: the row ids of those of them whose names may come in another order now, and the names that are left.
  private mutating func bearersAlone(
    _ names: Set<NameKey>, _ counted: [NameKey: RecordedName]
  ) throws -> (people: Set<Int64>, others: Set<NameKey>) {
    var people: Set<Int64> = []
    var others: Set<NameKey> = []
    for name in names {
      guard let entry = try table.entry(name) else { continue }
      guard try table.names(of: entry.person) == [name] else {
        others.insert(name)
        continue
      }
      let rises = counted[name]?.forms.values.allSatisfy { $0 >= 0 } ?? true
      if try !rises || table.record(name).forms.count > 1 { people.insert(entry.person) }
    }
    return (people, others)
  }

  /// Brings up to date what a name's row says of its own forms.
  private mutating func updateFacts(_ key: NameKey) throws {
    guard var entry = try table.entry(key) else { return }
    let record = try table.record(key)
    let number = KnownSpellings.shared.number(of: record)
    let form = number.map { KnownSpellings.shared.shortForms($0)[0] }
    if let before = entry.known { known.insert(before) }
    if (entry.name.isDotted, entry.known) == (record.isDotted, form) { return }
    entry.name.isDotted = record.isDotted
    entry.known = form
    try RepeatedStatement(db, "UPDATE names SET is_dotted = ?, known = ? WHERE key = ?")
      .run(record.isDotted, form, key)
    table.update(entry)
  }

  /// - Returns: the names whose core changed.
  private mutating func updateCores(_ changed: Set<NameKey>) throws -> Set<NameKey> {
    let region = try NameRegion(judgements: judgements).cores(around: changed, &table)
    let names = try region.keys.map { try table.record($0) }
    let cores = NameCores(of: names, judgements: judgements).cores
    let update = try RepeatedStatement(db, "UPDATE names SET core = ? WHERE key = ?")
    var regrouped: Set<NameKey> = []
    for (key, var entry) in region {
      if let form = entry.known { known.insert(form) }
      guard let core = cores[key], core != entry.name.core else { continue }
      try update.run(core, key)
      entry.name.core = core
      table.update(entry)
      regrouped.insert(key)
    }
    return regrouped
  }

  /// - Returns: the names whose owner changed, with names of the cores that owned them before and own them now.
  private mutating func updateOwners(
    _ forms: Set<NameKey>, regrouped: Set<NameKey>
  ) throws -> Set<NameKey> {
    var forms = forms
    for key in regrouped { forms.formUnion(try table.shortForms(of: key)) }
    for form in known {
      guard let number = KnownSpellings.shared.number(ofShort: form) else { continue }
      forms.formUnion(KnownSpellings.shared.shortForms(number))
    }
    let update = try RepeatedStatement(
      db, "UPDATE names SET owner = ?, owner_articles = ? WHERE key = ?")
    var reowned: Set<NameKey> = []
    for form in forms {
      guard var entry = try table.entry(form), entry.name.articles > 0 else { continue }
      let owner = ShortForms.owner(
        resolved: try table.resolutions(of: form), listed: try listedCore(ofShort: form))
      let before = entry.name.owner
      if (before, entry.name.ownerArticles) == (owner?.core, owner?.articles ?? 0) { continue }
      try update.run(owner?.core, owner?.articles ?? 0, form)
      entry.name.owner = owner?.core
      entry.name.ownerArticles = owner?.articles ?? 0
      table.update(entry)
      reowned.insert(form)
      for core in [before, owner?.core].compactMap(\.self) {
        reowned.formUnion(try table.names(inCore: core))
      }
    }
    return reowned
  }

  private mutating func listedCore(ofShort key: NameKey) throws -> NameKey? {
    let known = KnownSpellings.shared
    guard let number = known.number(ofShort: key) else { return nil }
    var names: [CoredName] = []
    for key in try table.names(known: known.shortForms(number)[0]) {
      if let name = try table.entry(key)?.name, name.articles > 0 { names.append(name) }
    }
    let owner = known.owner(of: names.map { ($0.key, $0.articles) })
    return names.first { $0.key == owner }?.core
  }
}
