import Entities
import GRDB

/// Writes who is who: `people`, the person of each name, and everything that refers to a person.
struct PersonAssignment {
  let db: Database

  /// Gives each group of names a row of `people`: the one its main name has, else one that another of its names
  /// has, else a new one. So a person keeps its row while the name it is known by stays with it.
  ///
  /// - Parameters:
  ///   - groups: people, all of whose names are among `entries`.
  ///   - entries: the rows of all names that those people had or have; names of no group are deleted.
  /// - Returns: the row ids of all people concerned, those that are gone among them.
  func assign(_ groups: [PersonGroup], to entries: [NameKey: NameTable.Entry]) throws -> Set<Int64> {
    let before = Set(entries.values.map(\.person))
    let ids = try rows(for: groups, entries)
    var moved = ArticlePeople(db: db)
    let update = try RepeatedStatement(db, "UPDATE names SET person_id = ?, role = ? WHERE key = ?")
    for (group, id) in zip(groups, ids) {
      for (name, role) in group.roles {
        guard let entry = entries[name], (entry.person, entry.role) != (id, role) else { continue }
        try update.run(id, role.rawValue, name)
        if entry.person != id { moved.insert(try move(name, to: id), from: entry.person, to: id) }
      }
    }
    try moved.rebuild()
    let kept = Set(groups.flatMap(\.roles.keys))
    for name in entries.keys where !kept.contains(name) {
      try RepeatedStatement(db, "DELETE FROM names WHERE key = ?").run(name)
    }
    for id in before.subtracting(ids) {
      try RepeatedStatement(db, "DELETE FROM people WHERE id = ?").run(id)
    }
    try writeKeys(groups, ids, entries)
    return before.union(ids)
  }

  /// The row of each group; groups that keep the name of their row choose first.
  private func rows(for groups: [PersonGroup], _ entries: [NameKey: NameTable.Entry]) throws -> [Int64] {
    var ids = [Int64?](repeating: nil, count: groups.count)
    var taken: Set<Int64> = []
    for (index, group) in groups.enumerated() {
      guard let entry = entries[group.key], entry.personKey == group.key else { continue }
      ids[index] = entry.person
      taken.insert(entry.person)
    }
    return try groups.enumerated().map { index, group in
      if let id = ids[index] { return id }
      let own = entries[group.key].map(\.person)
      let others = group.roles.keys.compactMap { entries[$0]?.person }.sorted()
      if let id = ([own].compactMap(\.self) + others).first(where: { !taken.contains($0) }) {
        taken.insert(id)
        return id
      }
      try RepeatedStatement(db, "INSERT INTO people (name_key, name) VALUES (?, ?)")
        .run(Self.unusedKey(group.key), group.key)
      let id = db.lastInsertedRowID
      taken.insert(id)
      return id
    }
  }

  /// A key that no person has while rows change theirs.
  private static func unusedKey(_ key: some Any) -> String { "//\(key)" }

  private func writeKeys(
    _ groups: [PersonGroup], _ ids: [Int64], _ entries: [NameKey: NameTable.Entry]
  ) throws {
    let stored = Dictionary(
      entries.values.map { ($0.person, (key: $0.personKey, isHidden: $0.isHidden)) },
      uniquingKeysWith: { first, _ in first })
    let update = try RepeatedStatement(db, "UPDATE people SET name_key = ?, hidden = ? WHERE id = ?")
    let changes = zip(groups, ids).filter { group, id in
      stored[id].map { ($0.key, $0.isHidden) != (group.key, group.isHidden) } ?? true
    }
    for (group, id) in changes where stored[id]?.key != group.key {
      try update.run(Self.unusedKey(id), group.isHidden, id)
    }
    for (group, id) in changes { try update.run(group.key, group.isHidden, id) }
  }

  /// Gives all articles' persons of a name to a person.
  ///
  /// - Returns: the articles.
  private func move(_ name: NameKey, to id: Int64) throws -> [Int64] {
    let places = try RepeatedStatement(
      db, "SELECT article_id, ordinal FROM document_people WHERE name_key = ?"
    ).all(name) { (article: $0.integer(0), ordinal: $0.integer(1)) }
    try RepeatedStatement(db, "UPDATE document_people SET person_id = ? WHERE name_key = ?").run(id, name)
    let mentions = try RepeatedStatement(
      db, "UPDATE mentions SET person_id = ? WHERE article_id = ? AND ordinal = ?")
    for (article, ordinal) in places { try mentions.run(id, article, ordinal) }
    return places.map(\.article)
  }
}
