/// Why a line cannot be read back as one that `dossier extract` wrote.
package enum ArticleLineError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It is no JSON object; a file that was cut off, or lines that were torn, end so.
  case notJSON
  /// It is longer than any article's line can be, and was not kept; in bytes.
  case tooLong(bytes: Int, limit: Int)
  /// A member is missing, or is not what it must be.
  case member(String, problem: String)

  package var description: String {
    switch self {
    case .notJSON: "the line is no JSON object, so it was cut off or torn: extract its file again"
    case .tooLong(let bytes, let limit):
      "the line has \(bytes) bytes, more than an article's can have (\(limit)), and is not set aside"
    case .member(let name, let problem): "the member '\(name)' \(problem)"
    }
  }
}
