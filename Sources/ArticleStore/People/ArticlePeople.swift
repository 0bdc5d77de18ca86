import GRDB

/// Rows of `article_people` that are to be written anew from the persons of their documents.
struct ArticlePeople {
  private let db: Database
  private var people: [Int64: Set<Int64>] = [:]

  init(db: Database) {
    self.db = db
  }

  /// Notes that persons of some articles went from one person to another.
  mutating func insert(_ articles: [Int64], from one: Int64, to other: Int64) {
    for article in articles { people[article, default: []].formUnion([one, other]) }
  }

  /// Writes the rows.
  func rebuild() throws {
    let delete = try RepeatedStatement(
      db, "DELETE FROM article_people WHERE article_id = ? AND person_id = ?")
    let insert = try RepeatedStatement(
      db,
      "INSERT INTO article_people \(Self.rows) WHERE article_id = ? AND person_id = ? GROUP BY person_id)")
    for (article, people) in people.sorted(by: { $0.key < $1.key }) {
      for person in people.sorted() {
        try delete.run(article, person)
        try insert.run(article, person)
      }
    }
  }

  /// What `article_people` holds; with one min(), the other columns are those of its row.
  static let rows = """
    SELECT article_id, person_id, mentions, first_start FROM (
      SELECT article_id, person_id, sum(mentions) AS mentions, first_start, min(ordinal) FROM document_people
    """
}
