import Entities

/// The names to look at when some have changed, found by following what one name's result depends on until
/// nothing is added.
struct NameRegion {
  let judgements: PersonJudgements

  /// Names whose core may depend on the given ones: those of one core with them before, of one Latin spelling, of
  /// one well-known person, or judged to be one. Names that no article gives are left out.
  func cores(around keys: some Sequence<NameKey>, _ table: inout NameTable) throws -> [NameKey: NameTable
    .Entry]
  {
    var region: [NameKey: NameTable.Entry] = [:]
    var seen: Set<NameKey> = []
    var queue = Array(keys)
    while let key = queue.popLast() {
      guard seen.insert(key).inserted else { continue }
      queue += judgements.names(joinedTo: [key])
      guard let entry = try table.entry(key) else { continue }
      region[key] = entry
      queue += try table.names(inCore: entry.name.core)
      let record = try table.record(key)
      if record.articles == 0 { continue }
      for spelling in record.spellings {
        queue += try table.names(spelled: spelling)
      }
      if let known = entry.known, KnownSpellings.shared.number(ofShort: key) == nil {
        queue += try table.names(known: known)
      }
    }
    return region
  }

  /// Names whose person may depend on the given ones: those of one person or one core with them, the owners of
  /// short forms, and the short forms of owners.
  func people(around keys: some Sequence<NameKey>, _ table: inout NameTable) throws -> [NameKey: NameTable
    .Entry]
  {
    var region: [NameKey: NameTable.Entry] = [:]
    var people: Set<Int64> = []
    var cores: Set<NameKey> = []
    var queue = Array(keys)
    while let key = queue.popLast() {
      guard region[key] == nil, let entry = try table.entry(key) else { continue }
      region[key] = entry
      if people.insert(entry.person).inserted { queue += try table.names(of: entry.person) }
      for core in [entry.name.core, entry.name.owner].compactMap(\.self) where cores.insert(core).inserted {
        queue += try table.names(inCore: core) + table.names(ownedBy: core)
      }
    }
    return region
  }
}
