import ArgumentParser
import ArticleStore
import Entities
import Glibc
import Ingest

extension Dossier {
  /// `dossier extract`: parsing and extraction as a filter.
  struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Parse files and find people and countries, without an archive: JSON lines.",
        "不用档案库，解析文件并找出人物和国家，输出 JSON 行。"),
      discussion: """
        One JSON object a file, in the order given, on standard output; Documentation/JSONOutput.md describes it.
        A file that is no article gives an object with "error", and exit status 65 at the end; a file that
        cannot be read now likewise, and 75. '-' reads one article from standard input.

          find news -name '*.txt' -print0 | xargs -0 dossier extract > articles.jsonl

        Several processes may write to one file or pipe: lines stay whole. 'dossier ingest --from-jsonl' loads
        them into an archive. Documentation/Clusters.md says how to spread the work over a cluster.
        """)

    @Argument(
      help: ArgumentHelp("Files and folders; - for standard input.", valueName: "path"), completion: .file())
    var paths: [String] = []

    @Option(
      help: ArgumentHelp(
        "Read the names of the files from FILE (-: standard input), one a line.", valueName: "file"),
      completion: .file())
    var filesFrom: String?

    @Flag(help: "Add what became of each candidate for a person's name, and why (\"decisions\").")
    var explain = false

    @OptionGroup var jobs: JobOptions

    func validate() throws {
      if paths.isEmpty == (filesFrom == nil) {
        throw ValidationError(
          said("extract takes paths, or --files-from FILE", "extract 后面是路径，或用 --files-from 文件"))
      }
    }

    func run() async throws {
      try await reportingErrors {
        Terminal.shareOutput()
        var outcome = Outcome()
        if paths == ["-"] {
          outcome.print(FileExtractor().extract(Self.standardInput(), of: FilePath("-")), explain)
        } else if let filesFrom {
          var names = LineReader([RawArguments.path(filesFrom)])
          while case let window = names.next(1024), !window.isEmpty { try await extract(window, &outcome) }
          for (path, error) in names.unreadable {
            throw CommandError(status: .ioError, description: "\(path.display): \(error)")
          }
        } else {
          try await extract(paths.map(RawArguments.path), &outcome)
        }
        if outcome.isPostponed { throw ExitStatus.temporaryFailure.exitCode }
        if outcome.isFailed { throw ExitStatus.dataError.exitCode }
      }
    }

    private func extract(_ paths: [FilePath], _ outcome: inout Outcome) async throws {
      var scan = FolderScan()
      for path in paths { scan.add(path) }
      for (path, error) in scan.unreadable { outcome.print(path, error) }
      let extractor = FileExtractor()
      try await OrderedPipeline.run(scan.files.chunked(by: 8), jobs: jobs.count) { [explain] files in
        files.map { file in
          let extracted = extractor.extract(file)
          return (ArticleJSON.line(extracted, explaining: explain), extracted.error)
        }
      } consume: { lines in
        for (line, error) in lines { outcome.print(line, error) }
      }
    }

    /// What was written so far.
    private struct Outcome {
      var isFailed = false
      var isPostponed = false

      mutating func print(_ file: ExtractedFile, _ explain: Bool) {
        print(ArticleJSON.line(file, explaining: explain), file.error)
      }

      mutating func print(_ path: FilePath, _ error: IngestError) {
        let file = FileVersion(path: path.bytes, contentHash: nil, size: nil)
        print(ArticleJSON.line(file, error: error), error)
      }

      mutating func print(_ line: String, _ error: IngestError?) {
        Terminal.print(line)
        guard let error else { return }
        if error.isTransient { isPostponed = true } else { isFailed = true }
      }
    }

    private static func standardInput() -> [UInt8] {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { return bytes }
      }
    }
  }
}
