import ArticleSearch
import ArticleStore
import Entities

/// One person whom a user names: by number, by a name that somebody bears as a whole, else by any form, spelling
/// or part of a name that only one person has.
struct PersonReference {
  let person: PersonSummary
  /// The key of the name that a judgement about the person refers to: the name as given where the person bears
  /// it, else the name shown.
  let key: NameKey

  /// - Throws: ``CommandError`` when nobody or several people are called so.
  init(_ text: String, in store: ArticleStore) throws {
    person = try Self.person(text, store)
    let keys = try store.nameKeys(of: person.id)
    let given = NameKey(text)
    guard let key = keys.contains(given) ? given : keys.first else {
      throw CommandError.nobody(called: text)
    }
    self.key = key
  }

  private static func person(_ text: String, _ store: ArticleStore) throws -> PersonSummary {
    if let id = Int64(text), let person = try store.person(id: id) { return person }
    if let person = try store.person(bearing: text) { return person }
    let people = try EntityCatalog(store: store).people(named: text)
    guard let person = people.first else {
      throw CommandError.nobody(called: text)
    }
    if people.count == 1 { return person }
    throw CommandError(
      status: .usage,
      description: Candidates.message(
        said(
          "\(people.count) people are called '\(text)', give the number of one",
          "有 \(people.count) 个人叫“\(text)”，请给出其中一个的编号"), people.count,
        people.prefix(Candidates.shown).map { person in
          (
            "\(person.id)",
            [person.name, person.latinName].compactMap(\.self).joined(separator: "  "), person.articles
          )
        }))
  }
}
