/// One news article as read from a file: what every other module works on.
///
/// All text is free of control characters except `\n`, which ends a paragraph of `body`; the parser drops
/// the others before anything counts offsets.
package struct Article: Equatable, Sendable {
  /// The article's address as published; `nil` when the file names none.
  package var url: String?
  /// The headline, one line, never empty.
  package var title: String
  /// Paragraphs, each trimmed and not empty, joined by `\n`. Empty for pages that hold no text (a video).
  package var body: String
  /// The caption of the lead image, one line; `nil` when there is none.
  package var caption: String?
  /// The lead image's own address (an image proxy in front of it undone); `nil` when there is none.
  package var imageURL: String?
  /// When the article was published: the page's own date, else the front matter's, else ``capturedAt``.
  package var publishedAt: Timestamp?
  /// When the file was captured: the epoch of its first comment, else the front matter's date.
  package var capturedAt: Timestamp?
  /// Who published it: the host of ``url`` without `www.`, else the front matter's author; `nil` when neither
  /// is there.
  package var source: String?
  /// BCP 47 tag of the body's language and script as far as it can be told from its characters: `zh-Hans`,
  /// `zh-Hant`, `en` …; `nil` when there is too little text to tell.
  package var language: String?

  /// An article with the given parts.
  package init(
    url: String?, title: String, body: String, caption: String? = nil, imageURL: String? = nil,
    publishedAt: Timestamp? = nil, capturedAt: Timestamp? = nil, source: String? = nil,
    language: String? = nil
  ) {
    self.url = url
    self.title = title
    self.body = body
    self.caption = caption
    self.imageURL = imageURL
    self.publishedAt = publishedAt
    self.capturedAt = capturedAt
    self.source = source
    self.language = language
  }

  /// The parts of an article that hold searchable text, in which mentions are found.
  package enum Field: String, CaseIterable, Sendable {
    case title, body, caption
  }

  /// The text of a field; empty when the article has none.
  package subscript(field: Field) -> String {
    switch field {
    case .title: title
    case .body: body
    case .caption: caption ?? ""
    }
  }
}
