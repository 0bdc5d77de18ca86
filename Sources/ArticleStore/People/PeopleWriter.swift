import Entities
import GRDB
import Identity

/// Writes the persons of articles and counts what they add to bearers and to the names of people. Who is who is
/// computed afterwards (``Settlement``); until then a person of an article belongs to whoever bore the name before.
///
/// One value serves a transaction: counts are gathered and written at its end (``finish()``), since most articles of a
/// batch name the same people.
struct PeopleWriter {
  private let db: Database
  private var bearers: [Bearer: (id: Int64, person: Int64)] = [:]
  private var articles: [Int64: Int] = [:]
  private var shorts: [Short: Int] = [:]
  private var forms = PersonFormCounts()
  private var knownJudgements: PersonJudgements?

  private struct Short: Hashable {
    let bearer: Int64
    let text: ExactText
  }

  init(_ db: Database) {
    self.db = db
  }

  /// Writes the persons of an article that has none, with its evidence.
  mutating func addPeople(_ rows: EntityRows, to articleID: Int64, address: String) throws {
    try Self.writeEvidence(rows.evidence, of: articleID, db)
    let insertDocumentPerson = try RepeatedStatement(
      db,
      """
      INSERT INTO document_people (article_id, ordinal, name, forms, latin, person_id, bearer_id, sample, mentions,
        first_start)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    // Two persons of one document may be one person of the archive; they are one row here.
    let insertArticlePerson = try RepeatedStatement(
      db,
      """
      INSERT INTO article_people (article_id, person_id, mentions, first_start) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions
      """)
    let sample = Int64(StableHash.hash(address))
    var counted: Set<Int64> = []
    for (ordinal, person) in rows.people.enumerated() {
      let (bearer, id) = try bearer(of: person.named, inArticle: address)
      count(person.named, bearer, by: 1, counted: &counted)
      forms.count(person.named.forms, of: id, by: 1)
      try insertDocumentPerson.run(
        articleID, ordinal, person.name, person.forms, person.latin, id, bearer, sample, person.mentions,
        person.firstStart)
      try insertArticlePerson.run(articleID, id, person.mentions, person.firstStart)
    }
  }

  /// Writes what an article says about who its people are (``Identity/ArticleEvidence``).
  static func writeEvidence(_ evidence: [UInt8], of articleID: Int64, _ db: Database) throws {
    try RepeatedStatement(
      db,
      "INSERT INTO article_evidence (article_id, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data"
    ).run(articleID, evidence)
  }

  /// Takes an article's persons back, with all they contributed.
  mutating func removePeople(of articleID: Int64) throws {
    var counted: Set<Int64> = []
    for person in try people(of: articleID) {
      if let bearer = person.bearer { count(person.named, bearer, by: -1, counted: &counted) }
      forms.count(person.named.forms, of: person.id, by: -1)
    }
    for table in ["document_people", "article_people", "article_evidence"] {
      try RepeatedStatement(db, "DELETE FROM \(table) WHERE article_id = ?").run(articleID)
    }
  }

  /// Counts an article's persons, which nothing counts yet, under the bearers that the judgements of now give them.
  mutating func countAgain(_ articleID: Int64, address: String) throws {
    var counted: Set<Int64> = []
    let update = try RepeatedStatement(
      db,
      "UPDATE document_people SET bearer_id = ?, person_id = ?, sample = ? WHERE article_id = ? AND ordinal = ?"
    )
    for person in try people(of: articleID) {
      let (bearer, id) = try bearer(of: person.named, inArticle: address, known: person.id)
      count(person.named, bearer, by: 1, counted: &counted)
      forms.count(person.named.forms, of: id, by: 1)
      if bearer != person.bearer || id != person.id {
        try update.run(bearer, id, Int64(StableHash.hash(address)), articleID, person.ordinal)
      }
    }
  }

  /// Counts an article's persons again under the bearers that the judgements of now give them.
  mutating func recount(_ articleID: Int64, address: String) throws {
    knownJudgements = nil
    var counted: Set<Int64> = []
    let people = try people(of: articleID)
    for person in people {
      if let bearer = person.bearer { count(person.named, bearer, by: -1, counted: &counted) }
    }
    counted = []
    var moves = PersonMoves(db)
    let update = try RepeatedStatement(
      db, "UPDATE document_people SET bearer_id = ?, sample = ? WHERE article_id = ? AND ordinal = ?")
    for person in people {
      let (bearer, id) = try bearer(of: person.named, inArticle: address)
      count(person.named, bearer, by: 1, counted: &counted)
      try update.run(bearer, Int64(StableHash.hash(address)), articleID, person.ordinal)
      try moves.move(article: articleID, ordinal: person.ordinal, from: person.id, to: id)
    }
    try moves.finish(&forms)
  }

  /// Writes the counts, and marks what is to be computed again.
  mutating func finish() throws {
    let pending = try RepeatedStatement(db, "INSERT OR IGNORE INTO pending_bearers (bearer_id) VALUES (?)")
    let update = try RepeatedStatement(db, "UPDATE bearers SET articles = articles + ? WHERE id = ?")
    for (bearer, step) in articles.sorted(by: { $0.key < $1.key }) {
      if step != 0 { try update.run(step, bearer) }
      try pending.run(bearer)
    }
    let insertShort = try RepeatedStatement(
      db,
      """
      INSERT INTO bearer_shorts (short, bearer_id, articles) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
      """)
    for (short, step) in shorts.sorted(by: { ($0.key.text, $0.key.bearer) < ($1.key.text, $1.key.bearer) })
    where step != 0 {
      try insertShort.run(short.text.string, short.bearer, step)
      if step < 0 {
        try RepeatedStatement(
          db, "DELETE FROM bearer_shorts WHERE short = ? AND bearer_id = ? AND articles <= 0"
        )
        .run(short.text.string, short.bearer)
        // The bearer does not lead to the name any more.
        try RepeatedStatement(
          db, "INSERT OR IGNORE INTO pending_bearers SELECT id FROM bearers WHERE name = ?"
        )
        .run(short.text.string)
      }
    }
    try forms.write(db)
    (bearers, articles, shorts, forms) = ([:], [:], [:], PersonFormCounts())
  }

  private mutating func count(_ named: NamedForms, _ bearer: Int64, by step: Int, counted: inout Set<Int64>) {
    // Two persons of one name in an article (father and son) count once.
    articles[bearer, default: 0] += counted.insert(bearer).inserted ? step : 0
    for short in named.shorts { shorts[Short(bearer: bearer, text: ExactText(short)), default: 0] += step }
  }

  /// The persons of a stored article.
  private func people(
    of articleID: Int64
  ) throws -> [(ordinal: Int, id: Int64, bearer: Int64?, named: NamedForms)] {
    try RepeatedStatement(
      db, "SELECT ordinal, person_id, bearer_id, name, forms, latin FROM document_people WHERE article_id = ?"
    ).all(articleID) { row in
      let bearer = row.integer(2)
      return (
        Int(row.integer(0)), row.integer(1), bearer == 0 ? nil : bearer,
        NamedForms(row, from: 3)
      )
    }
  }

  /// The row of a bearer, a new one where there is none, and the person to whom the article's person belongs for now.
  ///
  /// - Parameter known: the person to whom it belongs where the bearer is new or means several people; `nil` for
  ///   nobody yet.
  private mutating func bearer(
    of named: NamedForms, inArticle address: String, known: Int64? = nil
  ) throws -> (id: Int64, person: Int64) {
    let judgements = try judgements()
    var bearer = named.bearer
    if judgements.separatesArticles, let label = judgements.label(of: named.key, inArticle: address) {
      bearer = Bearer(name: named.name, latin: named.latin, label: label)
    }
    if let known = bearers[bearer] { return known }
    let latin = bearer.latin?.text ?? ""
    let find = try RepeatedStatement(db, "SELECT id, person_id FROM bearers WHERE name = ? AND latin = ?")
    let result: (id: Int64, person: Int64)
    if let (id, person) = try find.first(bearer.name, latin, read: { ($0.integer(0), $0.integer(1)) }) {
      // Only this person of the article is known to belong to `known`.
      if person == 0, let known { return (id, known) }
      result = (id, person != 0 ? person : try PersonRows(db).row(of: .open(bearer.name), name: named.name))
    } else {
      let person = try known ?? PersonRows(db).row(of: .new(bearer.text), name: named.name)
      try RepeatedStatement(
        db, "INSERT INTO bearers (name, latin, key, family, whole, person_id) VALUES (?, ?, ?, ?, ?, ?)"
      ).run(bearer.name, latin, bearer.key, bearer.isDotted ? bearer.family : nil, bearer.full, person)
      result = (db.lastInsertedRowID, person)
    }
    bearers[bearer] = result
    return result
  }

  private mutating func judgements() throws -> PersonJudgements {
    if let knownJudgements { return knownJudgements }
    let judgements = PersonJudgements(try JudgementTable(db: db).judgements())
    knownJudgements = judgements
    return judgements
  }
}
