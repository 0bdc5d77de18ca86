package import Entities

/// How an article names one of its persons.
package struct NamedForms: Equatable, Sendable {
  /// One form of the name.
  package struct Form: Hashable, Comparable, Sendable {
    /// What a form is in its article.
    package enum Kind: String, CaseIterable, Sendable {
      /// The article's fullest name of the person, or a spelling of it with the same key.
      case full
      /// Another form of the name in the same article: 普京 beside 弗拉基米尔·普京.
      case short
      /// A Latin spelling.
      case latin
    }

    /// What the form is.
    package let kind: Kind
    private let exactText: ExactText
    /// The folded form.
    package let key: NameKey

    /// A form as written.
    package init(kind: Kind, text: String) {
      self.kind = kind
      exactText = ExactText(text)
      key = NameKey(text)
    }

    /// The form as written.
    package var text: String { exactText.string }

    package static func == (one: Form, other: Form) -> Bool {
      one.kind == other.kind && one.exactText == other.exactText
    }
    package func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(exactText)
    }
    package static func < (one: Form, other: Form) -> Bool {
      one.kind == other.kind ? one.exactText < other.exactText : one.kind.rawValue < other.kind.rawValue
    }
  }

  /// The fullest form.
  package let name: String
  /// Latin spellings in the order of first mention.
  package let latin: [String]
  /// All forms, each once.
  package let forms: [Form]
  /// The bearer, without the label that a user may have given.
  package let bearer: Bearer

  /// A person of an article.
  ///
  /// - Parameters:
  ///   - name: the fullest form.
  ///   - forms: all forms.
  ///   - latin: Latin spellings.
  package init(name: String, forms: [String], latin: [String]) {
    let key = NameKey(name)
    var all = [Form(kind: .full, text: name)]
    for text in forms where !latin.contains(text) && text != name {
      let short = Form(kind: .short, text: text)
      let form = short.key == key ? Form(kind: .full, text: text) : short
      if !all.contains(form) { all.append(form) }
    }
    for text in latin {
      let form = Form(kind: .latin, text: text)
      if !all.contains(form) { all.append(form) }
    }
    self.name = name
    self.latin = latin
    self.forms = all
    bearer = Bearer(name: name, latin: latin)
  }

  /// The person of a document.
  package init(_ person: DocumentPerson) {
    self.init(name: person.name, forms: person.forms, latin: person.latin)
  }

  /// The key of the fullest form: what users' judgements refer to.
  package var key: NameKey { NameKey(name) }

  /// The folded short forms that the person may be called alone by: undotted, and not the whole name.
  package var shorts: Set<String> {
    let whole = bearer.key.text
    return forms.reduce(into: []) { shorts, form in
      guard form.kind == .short, form.key.text != whole else { return }
      let components = Bearer.split(form.text)
      if components.count == 1 { shorts.insert(components[0]) }
    }
  }
}
