import ArgumentParser
import ArticleSearch
import ArticleStore
import Glibc
import Ingest

/// The exit codes of every command: 0 found or done, 1 nothing found, else those of sysexits.
enum ExitStatus: Int32 {
  case nothingFound = 1
  case usage = 64
  /// At least one file is no article.
  case dataError = 65
  case ioError = 74
  /// Locked, or files are left for a later run.
  case temporaryFailure = 75
  case permission = 77
  case configuration = 78

  var exitCode: ExitCode { ExitCode(rawValue) }

  /// The status that tells of an error.
  init(of error: any Error) {
    switch error {
    case let error as ArticleStoreError: self.init(error)
    case let error as FileMoveError: self.init(errno: error.errno)
    case is ArticleSearchError: self = .usage
    case let error as CommandError: self = error.status
    default: self = .ioError
    }
  }

  private init(_ error: ArticleStoreError) {
    self =
      switch error {
      case .noArchive, .notAnArchive, .newerSchema, .olderSchema, .otherTokenizer: .configuration
      case .busy, .diskFull, .readOnly, .unavailable: .temporaryFailure
      case .permission: .permission
      case .io, .refused, .database: .ioError
      }
  }

  private init(errno: Int32) {
    self =
      switch errno {
      case EACCES, EPERM: .permission
      case ENOSPC, EDQUOT, EMFILE, ENFILE, EROFS: .temporaryFailure
      default: .ioError
      }
  }
}

/// What a command itself has to complain about.
struct CommandError: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(status: ExitStatus, description: String) {
    self.status = status
    self.description = description
  }

  /// No person bears a name that a user gave.
  static func nobody(called name: String) -> CommandError {
    CommandError(
      status: .nothingFound,
      description: said(
        "nobody in the archive is called '\(name)': 'dossier people TEXT' finds parts of names",
        "档案库里没有叫“\(name)”的人：dossier people 文字 可查名字的一部分"))
  }

  /// No article has the number or address that a user gave.
  static func noArticle(_ reference: String) -> CommandError {
    CommandError(
      status: .nothingFound,
      description: said(
        "there is no article '\(reference)' in the archive: give the number that 'dossier search' shows, or an address",
        "档案库里没有文章“\(reference)”：请给出 dossier search 显示的编号，或网址"))
  }
}

/// Runs a command's work. Where it fails, writes a line to standard error and exits with the status of the error.
///
/// - Parameter format: the output format by name. Where it is JSON, an ambiguous name is also written to standard output.
func reportingErrors<Value>(format: String? = nil, _ body: () async throws -> Value) async throws -> Value {
  do {
    let result: Result<Value, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    if case .failure(ArticleSearchError.ambiguousPerson(let name, let people)) = result {
      let ambiguous = AmbiguousName(name: name, people: people)
      if format == "json" || format == "jsonl" { Terminal.print(ambiguous.json.text) }
      try Terminal.finish()
      Terminal.warn(ambiguous.message)
      throw ExitStatus.usage.exitCode
    }
    try Terminal.finish()
    return try result.get()
  } catch let code as ExitCode {
    throw code
  } catch let error as ValidationError {
    throw error
  } catch {
    Terminal.warn("\(error)")
    throw ExitStatus(of: error).exitCode
  }
}
