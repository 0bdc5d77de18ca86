/// What one article adds to the names of the archive: for each name, the forms it gives. Two persons of one name
/// in an article (father and son) count once.
package struct ArticleNames: Equatable, Sendable {
  /// The forms by the name's key.
  package private(set) var forms: [String: Set<RecordedForm>] = [:]

  /// An article without people.
  package init() {}

  /// Adds a person of the article.
  ///
  /// - Parameters:
  ///   - key: the name's key in the archive (``PersonJudgements/key(of:inArticle:)``).
  ///   - name: the fullest form.
  ///   - others: all forms.
  ///   - latin: Latin spellings.
  package mutating func add(key: String, name: String, forms others: [String], latin: [String]) {
    let nameKey = NameKey.key(name)
    var given: Set = [RecordedForm(kind: .full, text: name)]
    for form in others where !latin.contains(form) {
      given.insert(RecordedForm(kind: NameKey.key(form) == nameKey ? .full : .short, text: form))
    }
    for spelling in latin { given.insert(RecordedForm(kind: .latin, text: spelling)) }
    forms[key, default: []].formUnion(given)
  }
}
