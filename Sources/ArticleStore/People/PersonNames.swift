import Entities
import GRDB
import Identity

/// Writes the names that people's rows show, and tells the full-text index of them.
struct PersonNameWriter {
  private let db: Database
  private let judgements: PersonJudgements

  init(_ db: Database) throws {
    self.db = db
    judgements = PersonJudgements(try JudgementTable(db: db).judgements())
  }

  /// Brings the names in a person's row up to date; a person of no article goes.
  ///
  /// - Returns: the text of its row in `people_fts`; `nil` when there is no such person any more.
  func refresh(_ id: Int64) throws -> PersonText? {
    let names = try names(of: id)
    guard let shown = names.shown else {
      // Names that no article gives any more, and that are not computed yet.
      try RepeatedStatement(db, "UPDATE bearers SET person_id = NULL WHERE person_id = ?").run(id)
      try RepeatedStatement(db, "DELETE FROM people WHERE id = ?").run(id)
      return nil
    }
    try RepeatedStatement(
      db,
      """
      UPDATE people SET name = ?1, latin_name = ?2, shown_key = ?3
      WHERE id = ?4 AND (name <> ?1 OR latin_name IS NOT ?2 OR shown_key <> ?3)
      """
    ).run(shown, names.latin, NameKey(shown), id)
    return PersonText(names: names.all, latin: names.spellings)
  }

  /// The names of a person.
  func names(of id: Int64) throws -> PersonNames {
    let forms = try RepeatedStatement(db, "SELECT kind, name, articles FROM person_forms WHERE person_id = ?")
      .all(id) { row in
        PersonNames.Counted(
          form: NamedForms.Form(
            kind: NamedForms.Form.Kind(rawValue: row.text(0) ?? "") ?? .short, text: row.text(1) ?? ""),
          articles: Int(row.integer(2)))
      }
    return PersonNames(forms, judgements: judgements)
  }
}
