/// Why a file is no article. All of it is about the file's content: reading the same bytes again gives the same
/// error.
package enum ArticleParsingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file holds nothing, or nothing but white space.
  case empty
  /// The file is larger than ``ArticleParser/maximumFileSize``; its size in bytes.
  case tooLarge(size: Int)
  /// The file holds bytes that no text has.
  case binary(line: Int)
  /// The bytes are not valid in the encoding they are (mostly) written in; the 0-based offset of the first bad
  /// byte.
  case undecodable(line: Int, offset: Int, encoding: String)
  /// The text starts in none of the known layouts.
  case notAnArticle(line: Int)
  /// Front matter that nothing closes; the line that opens it.
  case unclosedFrontMatter(line: Int)
  /// The layout is there, its title is missing or blank.
  case noTitle(line: Int)
  /// Elements are nested deeper than ``HTMLReader/maximumDepth``.
  case tooDeeplyNested(line: Int)
  /// A tag has more attributes than ``MarkupLimits/maximumAttributes``.
  case tooManyAttributes(line: Int)

  /// A stable code in kebab case, for the ledger and for scripts.
  package var reason: String {
    switch self {
    case .empty: "empty-file"
    case .tooLarge: "too-large"
    case .binary: "binary"
    case .undecodable: "undecodable"
    case .notAnArticle: "not-an-article"
    case .unclosedFrontMatter: "unclosed-front-matter"
    case .noTitle: "no-title"
    case .tooDeeplyNested: "too-deeply-nested"
    case .tooManyAttributes: "too-many-attributes"
    }
  }

  /// The 1-based line of the file the error is about; `nil` when it is about the file as a whole.
  package var line: Int? {
    switch self {
    case .empty, .tooLarge: nil
    case .binary(let line), .undecodable(let line, _, _), .notAnArticle(let line),
      .unclosedFrontMatter(let line), .noTitle(let line), .tooDeeplyNested(let line),
      .tooManyAttributes(let line):
      line
    }
  }

  package var description: String {
    switch self {
    case .empty:
      "the file is empty"
    case .tooLarge(let size):
      "the file has \(size) bytes, an article at most \(ArticleParser.maximumFileSize); split it into articles"
    case .binary:
      "the file holds binary data, not text"
    case .undecodable(_, let offset, let encoding):
      "the text is not valid \(encoding) at byte \(offset); fetch the file again, it may be cut off or damaged"
    case .notAnArticle:
      "the file does not start like an article; expected '<!--milliseconds-->' and '[title](url)', "
        + "or front matter between two '---' lines"
    case .unclosedFrontMatter:
      "the front matter is not closed; end it with a line '---'"
    case .noTitle:
      "the article has no title; write one as '[title](url)' or as 'title:' in the front matter"
    case .tooDeeplyNested:
      "elements are nested more than \(HTMLReader.maximumDepth) deep"
    case .tooManyAttributes:
      "a tag has more than \(MarkupLimits.maximumAttributes) attributes"
    }
  }
}
