/// How an article gives one of its persons: the key of the name with all forms.
package struct GivenName: Equatable, Sendable {
  /// The key of the fullest form.
  package let key: NameKey
  /// All forms and Latin spellings.
  package let forms: Set<RecordedForm>

  /// A person of an article.
  ///
  /// - Parameters:
  ///   - name: the fullest form.
  ///   - forms: all forms.
  ///   - latin: Latin spellings.
  package init(name: String, forms: [String], latin: [String]) {
    let key = NameKey(name)
    var given: Set = [RecordedForm(kind: .full, text: name)]
    for text in forms where !latin.contains(text) {
      let short = RecordedForm(kind: .short, text: text)
      given.insert(short.key == key ? RecordedForm(kind: .full, text: text) : short)
    }
    for spelling in latin { given.insert(RecordedForm(kind: .latin, text: spelling)) }
    self.key = key
    self.forms = given
  }

  /// The person of a document.
  package init(_ person: DocumentPerson) {
    self.init(name: person.name, forms: person.forms, latin: person.latin)
  }
}

/// What one article adds to the names of the archive: for each name, the forms it gives. Two persons of one name
/// in an article (father and son) count once.
package struct ArticleNames: Equatable, Sendable {
  /// The forms by the name's key.
  package private(set) var forms: [NameKey: Set<RecordedForm>] = [:]

  /// An article without people.
  package init() {}

  /// Adds a person of the article.
  ///
  /// - Parameter key: the name's key in the archive (``PersonJudgements/key(of:inArticle:)``).
  package mutating func add(_ name: GivenName, under key: NameKey) {
    forms[key, default: []].formUnion(name.forms)
  }
}
