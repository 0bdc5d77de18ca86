import Entities
import GRDB
import Identity

/// Gives rows of `people` to groups. A group keeps the row that is known by its key; else it takes over the row that
/// most of its articles belong to, where nobody else is known by that row's key any more.
struct PersonAssignment {
  private let db: Database
  private let judgements: PersonJudgements

  init(_ db: Database, _ judgements: PersonJudgements) {
    self.db = db
    self.judgements = judgements
  }

  /// The groups with their rows.
  func assign(_ groups: [PersonGroup]) throws -> [PersonGroup] {
    let rows = PersonRows(db)
    var groups = PersonGroup.united(groups)
    let wanted = Set(groups.map { ExactText($0.key) })
    var claims: [(articles: Int, row: Int64, group: Int)] = []
    for index in groups.indices {
      if let row = try rows.find(groups[index].key) {
        groups[index].row = row
      } else {
        for (row, articles) in try articlesByRow(groups[index]) { claims.append((articles, row, index)) }
      }
    }
    let bearers = Set(groups.flatMap(\.bearers).map(\.id))
    claims.sort { ($1.articles, $0.row, $0.group) < ($0.articles, $1.row, $1.group) }
    var taken: Set<Int64> = []
    let rename = try RepeatedStatement(db, "UPDATE people SET name_key = ? WHERE id = ?")
    for claim in claims where groups[claim.group].row == 0 && !taken.contains(claim.row) {
      guard try isFree(claim.row, wanted, bearers) else { continue }
      taken.insert(claim.row)
      groups[claim.group].row = claim.row
      try rename.run(groups[claim.group].key, claim.row)
    }
    for index in groups.indices {
      if groups[index].row == 0 {
        let key: PersonRows.Key = .key(groups[index].key)
        groups[index].row = try rows.row(of: key, name: groups[index].name)
      }
      if !groups[index].isCore { try mark(groups[index]) }
    }
    return groups
  }

  /// The rows that a group's articles belong to now, with the number of articles.
  private func articlesByRow(_ group: PersonGroup) throws -> [(row: Int64, articles: Int)] {
    var counts: [Int64: Int] = [:]
    let bearer = try RepeatedStatement(db, "SELECT person_id FROM bearers WHERE id = ?")
    for record in group.bearers {
      let row = try bearer.first(record.id) { $0.integer(0) } ?? 0
      if row != 0 { counts[row, default: 0] += max(1, record.articles) }
    }
    let person = try RepeatedStatement(
      db, "SELECT person_id FROM document_people WHERE article_id = ? AND ordinal = ?")
    for (article, ordinal) in group.links {
      if let row = try person.first(article, ordinal, read: { $0.integer(0) }) {
        counts[row, default: 0] += 1
      }
    }
    return counts.map { ($0.key, $0.value) }
  }

  /// Whether a row may become somebody else's: no core has it but those of the groups' bearers, and no group is known
  /// by its key.
  private func isFree(_ row: Int64, _ wanted: Set<ExactText>, _ bearers: Set<Int64>) throws -> Bool {
    let core = try RepeatedStatement(
      db, "SELECT id FROM bearers WHERE person_id = ? AND is_core = 1 AND articles > 0")
    if try !core.all(row, read: { $0.integer(0) }).allSatisfy(bearers.contains) { return false }
    let key = try RepeatedStatement(db, "SELECT name_key FROM people WHERE id = ?").first(row) {
      $0.text(0) ?? ""
    }
    return key.map { !wanted.contains(ExactText($0)) } ?? false
  }

  /// Writes what judgements and evidence say of a row.
  private func mark(_ group: PersonGroup) throws {
    let isHidden = judgements.hides(group.keys)
    let statement = try RepeatedStatement(
      db, "UPDATE people SET hidden = ?, is_open = ? WHERE id = ? AND (hidden <> ? OR is_open <> ?)")
    try statement.run(isHidden, group.isOpen, group.row, isHidden, group.isOpen)
  }
}
