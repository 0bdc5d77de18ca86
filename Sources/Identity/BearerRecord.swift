package import Entities

/// A bearer with what all articles of the archive say of it.
package struct BearerRecord: Equatable, Sendable {
  /// The row id in the archive; any distinct number elsewhere.
  package let id: Int64
  /// The name and the spelling.
  package let bearer: Bearer
  /// The number of articles that name it.
  package var articles: Int

  /// A bearer that `articles` articles name.
  package init(id: Int64, bearer: Bearer, articles: Int) {
    self.id = id
    self.bearer = bearer
    self.articles = articles
  }
}

/// Looks up what the decisions about persons depend on: in the archive's tables, or in memory.
package protocol IdentitySource {
  /// The bearers of exactly this name, with any spelling or none.
  func bearers(named name: String) throws -> [BearerRecord]
  /// The bearers whose name has this key, dots left out (``Bearer/key``).
  func bearers(key: NameKey) throws -> [BearerRecord]
  /// The bearers with this Latin spelling.
  func bearers(latin: LatinKey) throws -> [BearerRecord]
  /// The bearers of one full name (``Bearer/full``).
  func bearers(full: String) throws -> [BearerRecord]
  /// The dotted bearers whose last component this is.
  func bearers(family: String) throws -> [BearerRecord]
  /// The bearers whose articles also give this short form, with the number of those articles.
  func bearers(short: String) throws -> [(bearer: BearerRecord, articles: Int)]
  /// The persons of articles that bear the given names.
  ///
  /// - Parameter limit: the number of persons per bearer, those with the least ``NamedPerson/sample`` first; `nil`
  ///   for all of them.
  func people(of bearers: [Int64], limit: Int?) throws -> [NamedPerson]
}

/// One person of one article, as the linking of mentions sees it.
package struct NamedPerson: Equatable, Sendable {
  /// The article's row id and the person's place among the persons of the article.
  package let article: Int64
  package let ordinal: Int
  /// The bearer's row id.
  package let bearer: Int64
  /// A number that depends on nothing but the article's address: which articles stand for all of a person does not
  /// depend on the order in which they were stored.
  package let sample: UInt32
  /// What surrounds the mentions.
  package let context: MentionContext

  /// A person of an article.
  package init(article: Int64, ordinal: Int, bearer: Int64, sample: UInt32, context: MentionContext) {
    self.article = article
    self.ordinal = ordinal
    self.bearer = bearer
    self.sample = sample
    self.context = context
  }
}
