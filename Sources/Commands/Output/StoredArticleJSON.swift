import ArticleStore

/// The JSON of `dossier show`.
enum StoredArticleJSON {
  static func json(_ article: StoredArticle) -> JSON {
    .object([
      ("version", .int(1)), ("id", .int(Int(article.id))), ("url", .optional(article.url)),
      ("title", .string(article.title)), ("published_at", .optional(article.publishedAt)),
      ("captured_at", .optional(article.capturedAt)), ("source", .optional(article.source)),
      ("language", .optional(article.language)), ("image", .optional(article.imageURL)),
      ("caption", .optional(article.caption)), ("body", .string(article.body)),
      ("sha256", .string(article.sha256)), ("revision", .int(article.revision)),
      ("people", .array(article.people.map(json))), ("countries", .array(article.countries.map(json))),
    ])
  }

  private static func json(_ person: ArticlePerson) -> JSON {
    .object([
      ("id", .int(Int(person.id))), ("name", .string(person.name)), ("forms", .strings(person.forms)),
      ("latin", .strings(person.latin)), ("mentions", .int(person.mentions)),
      ("is_open", .bool(person.isOpen)),
    ])
  }

  private static func json(_ country: ArticleCountry) -> JSON {
    .object([
      ("code", .string(country.code)), ("name_zh", .string(country.nameZh)),
      ("name_en", .string(country.nameEn)), ("kind", .string(country.kind)),
      ("focus", .bool(country.focus)), ("mentions", .int(country.mentions)),
    ])
  }
}
