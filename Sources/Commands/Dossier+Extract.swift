import ArgumentParser
import Entities
import Glibc
import Ingest

extension Dossier {
  /// `dossier extract`: parsing and extraction as a filter.
  struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Parse files and find people and countries, without an archive: JSON lines.",
      discussion: """
        One JSON object a file, in the order given, on standard output; Documentation/JSONOutput.md describes it.
        A file that is no article gives an object with "error", and exit status 65 at the end; a file that
        cannot be read now likewise, and 75. '-' reads one article from standard input.

          find news -name '*.txt' -print0 | xargs -0 dossier extract > articles.jsonl
        """)

    @Argument(help: ArgumentHelp("Files and folders; - for standard input.", valueName: "path"))
    var paths: [String]

    @Flag(help: "Add what became of each candidate for a person's name, and why (\"decisions\").")
    var explain = false

    @Option(help: "How many files are worked on at the same time (default: the number of cores).")
    var jobs: Int?

    func validate() throws {
      if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up") }
    }

    func run() async throws {
      try await reportingErrors {
        var scan = FolderScan()
        let readsInput = paths == ["-"]
        if !readsInput { for path in paths { scan.add(RawArguments.path(path)) } }
        var failed = false
        var postponed = false
        func finish(_ line: String, _ error: IngestError?) {
          Terminal.print(line)
          guard let error else { return }
          if error.isTransient { postponed = true } else { failed = true }
        }
        for (path, error) in scan.unreadable { finish(ArticleJSON.line(path.display, error: error), error) }
        let extractor = FileExtractor()
        if readsInput {
          let (line, error) = Self.line("-", explain) { () throws(IngestError) in
            try extractor.extract(Self.standardInput())
          }
          finish(line, error)
        }
        let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let chunks = scan.files.chunked(by: 8)
        try await OrderedPipeline.run(chunks, jobs: jobs ?? cores) { [explain] files in
          files.map { file in
            Self.line(file.path.display, explain) { () throws(IngestError) in
              if let kind = file.special { throw .notARegularFile(kind: kind) }
              return try extractor.extract(file.path)
            }
          }
        } consume: { lines in
          for (line, error) in lines { finish(line, error) }
        }
        if postponed { throw ExitStatus.temporaryFailure.exitCode }
        if failed { throw ExitStatus.dataError.exitCode }
      }
    }

    private static func line(
      _ path: String, _ explain: Bool, _ extract: () throws(IngestError) -> ExtractedArticle
    ) -> (String, IngestError?) {
      do throws(IngestError) {
        let extracted = try extract()
        let decisions = explain ? EntityExtractor().decisions(extracted.article) : nil
        return (ArticleJSON.line(path, extracted, decisions: decisions), nil)
      } catch {
        return (ArticleJSON.line(path, error: error), error)
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
