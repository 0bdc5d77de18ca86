import Entities
import GRDB

/// Compares names and people with what the persons of all documents give.
struct IdentityCheck {
  let db: Database

  func problems() throws -> [String] {
    let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
    let documents = try DocumentNames(db, judgements)
    let identity = PersonIdentity(names: Array(documents.records.values), judgements: judgements)
    var problems = documents.renamed.prefix(1).map {
      "a person of article \($0.article) is counted under another name than \($0.key)"
    }
    problems += try nameProblems(documents, identity)
    problems += try personProblems(identity)
    problems += try referenceProblems()
    return problems
  }

  private func nameProblems(_ documents: DocumentNames, _ identity: PersonIdentity) throws -> [String] {
    var table = NameTable(db)
    var problems: [String] = []
    let stored = Set(try NameKey.fetchAll(db, sql: "SELECT key FROM names"))
    for key in stored.symmetricDifference(documents.records.keys).sorted() {
      problems.append("the name \(key) is stored and in no article, or the other way round")
    }
    for (key, record) in documents.records.sorted(by: { $0.key < $1.key }) where stored.contains(key) {
      if try table.record(key) != record { problems.append("the forms of the name \(key) are miscounted") }
      if try table.entry(key)?.name != identity.names[key] {
        problems.append("the name \(key) is grouped or owned otherwise than its articles say")
      }
    }
    return problems
  }

  private func personProblems(_ identity: PersonIdentity) throws -> [String] {
    var stored: [NameKey: PersonGroup] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT p.name_key, p.hidden, n.key, n.role FROM people p JOIN names n ON n.person_id = p.id")
    while let row = try rows.next() {
      let key: NameKey = row[0]
      stored[key, default: PersonGroup(key: key, roles: [:], isHidden: row[1], joins: [])]
        .roles[row[2]] = PersonGroup.Role(rawValue: row[3])
    }
    var problems: [String] = []
    for person in identity.people {
      let found = stored.removeValue(forKey: person.key)
      if found?.roles != person.roles || found?.isHidden != person.isHidden {
        problems.append("the person \(person.key) has other names or judgements than its articles say")
      }
    }
    problems += stored.keys.sorted().map { "the person \($0) is in no article" }
    let nameless = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM people WHERE id NOT IN (SELECT person_id FROM names)")
    if nameless != 0 { problems.append("\(nameless ?? 0) people have no name") }
    return problems
  }

  private func referenceProblems() throws -> [String] {
    let checks = [
      (
        "document_people and names disagree on who it is",
        "SELECT 1 FROM document_people d LEFT JOIN names n ON n.key = d.name_key WHERE n.person_id IS NOT d.person_id"
      ),
      (
        "mentions and document_people disagree on who it is",
        """
        SELECT 1 FROM mentions m LEFT JOIN document_people d
        ON d.article_id = m.article_id AND d.ordinal = m.ordinal
        WHERE m.person_id IS NOT NULL AND m.person_id IS NOT d.person_id
        """
      ),
      (
        "article_people disagrees with document_people",
        """
        SELECT 1 FROM (
          SELECT * FROM (SELECT * FROM article_people EXCEPT \(ArticlePeople.rows)
            GROUP BY article_id, person_id))
          UNION ALL
          SELECT * FROM (\(ArticlePeople.rows) GROUP BY article_id, person_id)
            EXCEPT SELECT * FROM article_people))
        """
      ),
    ]
    return try checks.compactMap { problem, sql in
      try Int.fetchOne(db, sql: sql + " LIMIT 1") == nil ? nil : problem
    }
  }
}
