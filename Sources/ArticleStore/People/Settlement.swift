import Entities
import GRDB
import Identity

/// Computes who is who for the bearers whose articles changed, and brings people in line: the steps of
/// ``Identity/WhoIsWho``, each over as few names as can be affected.
struct Settlement {
  private let db: Database
  private let judgements: PersonJudgements
  private let tables: IdentityTables
  private var finder: CoreFinder<IdentityTables>
  private var moves: PersonMoves
  private var groups: [PersonGroup] = []

  /// The number of changed bearers that one step looks at.
  static let stepSize = 16_000

  init(_ db: Database) throws {
    self.db = db
    judgements = PersonJudgements(try JudgementTable(db: db).judgements())
    tables = IdentityTables(db)
    finder = CoreFinder(tables, judgements: judgements)
    moves = PersonMoves(db)
  }

  /// Computes everything that is pending.
  ///
  /// - Returns: the people whose names may have changed, those that are gone among them.
  static func run(_ db: Database) throws -> Set<Int64> {
    var people: Set<Int64> = []
    while let changed = try step(db) { people.formUnion(changed) }
    return people
  }

  /// Computes a part of what is pending.
  ///
  /// - Parameter size: the number of changed bearers.
  /// - Returns: the people whose names may have changed; `nil` when nothing was pending.
  static func step(_ db: Database, size: Int = stepSize) throws -> Set<Int64>? {
    let bearers = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT bearer_id FROM pending_bearers ORDER BY bearer_id LIMIT ?"),
      arguments: [size])
    let waiting = try Int64.fetchAll(db.cachedStatement(sql: "SELECT person_id FROM pending_people"))
    if bearers.isEmpty, waiting.isEmpty { return nil }
    var settlement = try Settlement(db)
    try settlement.settle(bearers)
    let done = try RepeatedStatement(db, "DELETE FROM pending_bearers WHERE bearer_id = ?")
    for bearer in bearers { try done.run(bearer) }
    let people = try Int64.fetchAll(db.cachedStatement(sql: "SELECT person_id FROM pending_people"))
    try db.cachedStatement(sql: "DELETE FROM pending_people").execute()
    return Set(people)
  }

  private mutating func settle(_ ids: [Int64]) throws {
    let changed = try ids.compactMap { try tables.bearer(id: $0) }
    var names: Set<String> = []
    for record in changed { names.formUnion(try dependentNames(record)) }
    // Whether a name is a family name depends on all bearers of it.
    var seeds = changed
    for name in names { seeds += try tables.bearers(named: name) }
    // A core may fall apart, and a Latin spelling may join bearers of other names.
    for record in seeds {
      if let person = try person(of: record.id), person.isCore { seeds += try tables.core(of: person.id) }
      if let latin = record.bearer.latin { seeds += try tables.bearers(latin: latin) }
    }
    names.formUnion(try updateCores(around: seeds))
    for name in names.sorted() { try resolve(name) }
    try apply()
    for record in changed where record.articles <= 0 {
      try RepeatedStatement(db, "DELETE FROM bearers WHERE id = ? AND articles <= 0").run(record.id)
    }
  }

  private func dependentNames(_ record: BearerRecord) throws -> Set<String> {
    let shorts = try RepeatedStatement(db, "SELECT short FROM bearer_shorts WHERE bearer_id = ?").all(
      record.id
    ) {
      $0.text(0) ?? ""
    }
    return BareName.names(dependingOn: record.bearer, shorts: shorts)
  }

  private func person(of bearer: Int64) throws -> (id: Int64, isCore: Bool)? {
    let found = try RepeatedStatement(db, "SELECT person_id, is_core FROM bearers WHERE id = ?").first(bearer)
    {
      (id: $0.integer(0), isCore: $0.integer(1) != 0)
    }
    return found.flatMap { $0.id == 0 ? nil : $0 }
  }

  /// Computes the cores around bearers and writes them.
  ///
  /// - Returns: the names whose meaning may depend on bearers whose core changed.
  private mutating func updateCores(around seeds: [BearerRecord]) throws -> Set<String> {
    let cores = try finder.cores(around: seeds)
    var names: Set<String> = []
    var members: Set<Int64> = []
    var changed: [PersonGroup] = []
    for core in cores {
      var group = PersonGroup(
        key: core.key, isOpen: false, name: core.members[0].bearer.components.joined(separator: "·"))
      group.keys = Set(core.members.map(\.bearer.key))
      for record in core.members {
        members.insert(record.id)
        group.bearers.append(record)
        if try tables.coreKey(ofBearer: record.id) != core.key { names.formUnion(try dependentNames(record)) }
      }
      changed.append(group)
    }
    let leave = try RepeatedStatement(db, "UPDATE bearers SET is_core = 0 WHERE id = ?")
    for record in seeds where !members.contains(record.id) {
      guard try person(of: record.id)?.isCore == true else { continue }
      names.formUnion(try dependentNames(record))
      try leave.run(record.id)
    }
    // Rows are given to cores before bare names look at them.
    for group in try PersonAssignment(db, judgements).assign(changed) {
      for record in group.bearers { try assign(record, to: group.row, isCore: true) }
    }
    return names
  }

  /// Gives all articles of a bearer to a person.
  private mutating func assign(_ record: BearerRecord, to row: Int64, isCore: Bool) throws {
    let before = try person(of: record.id)
    if let before, before.id == row, before.isCore == isCore { return }
    try RepeatedStatement(db, "UPDATE bearers SET person_id = ?, is_core = ? WHERE id = ?")
      .run(row, isCore, record.id)
    if before?.id == row { return }
    let rows = try RepeatedStatement(
      db, "SELECT article_id, ordinal, person_id FROM document_people WHERE bearer_id = ? AND person_id <> ?"
    ).all(record.id, row) { ($0.integer(0), Int($0.integer(1)), $0.integer(2)) }
    for (article, ordinal, person) in rows {
      try moves.move(article: article, ordinal: ordinal, from: person, to: row)
    }
  }

  /// Decides whom the bare bearers of a name mean.
  private mutating func resolve(_ name: String) throws {
    let bare = try tables.bearers(named: name).filter { try $0.articles > 0 && finder.isBare($0.bearer) }
    if bare.isEmpty { return }
    let resolver = BareNameResolver(tables, judgements: judgements) { [tables] in
      try tables.coreKey(ofBearer: $0)
    }
    let result = try resolver.resolve(name, bearers: bare, isFamilyName: finder.isFamilyName(name))
    func group(_ meaning: BareName.Meaning) throws -> PersonGroup {
      var group = PersonGroup(
        key: BareName.key(of: meaning, name: name), isOpen: meaning == .open, name: name)
      group.isCore = try tables.isCore(group.key)
      group.keys = BareName.judgedNames(of: meaning, name: name)
      return group
    }
    if let meaning = result.uniform {
      var one = try group(meaning)
      one.bearers = bare
      groups.append(one)
      return
    }
    let setMixed = try RepeatedStatement(db, "UPDATE bearers SET person_id = NULL, is_core = 0 WHERE id = ?")
    for record in bare { try setMixed.run(record.id) }
    let links = Dictionary(grouping: result.links, by: \.meaning)
    for (meaning, links) in links {
      var one = try group(meaning)
      one.links = links.map { ($0.article, $0.ordinal) }
      groups.append(one)
    }
  }

  /// Gives rows to the people of bare names and moves their articles; writes all counts; takes out who is gone.
  private mutating func apply() throws {
    let find = try RepeatedStatement(
      db, "SELECT person_id FROM document_people WHERE article_id = ? AND ordinal = ?")
    for group in try PersonAssignment(db, judgements).assign(groups) {
      for record in group.bearers { try assign(record, to: group.row, isCore: false) }
      for (article, ordinal) in group.links {
        guard let person = try find.first(article, ordinal, read: { $0.integer(0) }) else { continue }
        try moves.move(article: article, ordinal: ordinal, from: person, to: group.row)
      }
    }
    var forms = PersonFormCounts()
    try moves.finish(&forms)
    try forms.write(db)
    moves = PersonMoves(db)
    groups = []
  }
}

/// A person to be: what it is known by, and the bearers and persons of articles that belong to it.
struct PersonGroup {
  /// The key of the row (`people.name_key`).
  let key: String
  /// Whether it stands for a name whose meaning is open.
  let isOpen: Bool
  /// A name to show until the names of articles are counted.
  let name: String
  /// The folded names that judgements may be about.
  var keys: Set<NameKey> = []
  /// Whether it is the core of other bearers, whose row is there.
  var isCore = false
  /// Bearers all of whose articles belong to it.
  var bearers: [BearerRecord] = []
  /// Persons of articles whose bearers mean several people.
  var links: [(article: Int64, ordinal: Int)] = []
  /// The row id in `people`.
  var row: Int64 = 0

  init(key: String, isOpen: Bool, name: String) {
    self.key = key
    self.isOpen = isOpen
    self.name = name
  }

  /// The groups in the order of their keys, those of one key as one: several bare names may mean one person.
  static func united(_ groups: [PersonGroup]) -> [PersonGroup] {
    var united: [PersonGroup] = []
    for group in groups.sorted(by: { ($0.key, $0.name) < ($1.key, $1.name) }) {
      guard let last = united.last, last.key == group.key else {
        united.append(group)
        continue
      }
      united[united.count - 1].keys.formUnion(group.keys)
      united[united.count - 1].bearers += group.bearers
      united[united.count - 1].links += group.links
    }
    return united
  }
}
