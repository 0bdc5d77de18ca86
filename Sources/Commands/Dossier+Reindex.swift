import ArgumentParser
import ArticleStore
import Entities
import Glibc
import Ingest

extension Dossier {
  /// `dossier reindex`: computes again what is computed of the articles.
  struct Reindex: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Compute people and the full-text index anew from the stored articles.", "由已收的文章重新算出人物和全文索引。"),
      discussion: """
        For a damaged index, which 'dossier verify' finds, and after an upgrade: --extract finds the people and
        countries anew in the articles that another version of the extractor read. Judgements (merge, split,
        hide, alias) stay. Searches see the old state until a step is done.

          dossier reindex
          dossier reindex --extract
        """)

    @Flag(help: "First find people and countries anew, where another version of the extractor found them.")
    var extract = false

    @Flag(help: "With --extract: in all articles.")
    var all = false

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var ingestion: IngestOptions

    func validate() throws {
      if all, !extract { throw ValidationError(said("--all goes with --extract", "--all 要与 --extract 同用")) }
    }

    func run() async throws {
      try await reportingErrors {
        _ = try archive.openForReading()
        guard let lock = try ingestion.takeLock(of: archive.directory) else { return }
        let store = try ArticleStore.open(archive.directory, access: .readWrite)
        var progress = WorkProgress()
        if extract {
          let count = try await extractAgain(store, &progress)
          progress.clear()
          if Terminal.errorIsTerminal { Terminal.note(Self.found(count)) }
        }
        progress.step(said("people of all articles …", "重算所有文章的人物……"))
        try store.rebuildPeople()
        progress.step(said("full-text index …", "重建全文索引……"))
        try store.reindex()
        progress.clear()
        _ = consume lock
      }
    }

    private static func found(_ count: Int) -> String {
      said("people and countries found anew in \(articleCount(count))", "已重新找出 \(articleCount(count))的人物和国家")
    }

    /// Reads and extracts chunk by chunk: memory does not grow with the archive, and what is done is kept when it
    /// is interrupted.
    private func extractAgain(_ store: ArticleStore, _ progress: inout WorkProgress) async throws -> Int {
      let version = EntityExtractor.version
      let extractor = EntityExtractor()
      var (last, count): (Int64, Int) = (0, 0)
      while true {
        let articles = try store.articlesToExtract(unless: all ? nil : version, after: last, limit: 256)
        guard let end = articles.last else { return count }
        var extracted: [ReextractedArticle] = []
        try await OrderedPipeline.run(articles.chunked(by: 8), jobs: JobOptions.cores) { articles in
          articles.map { ReextractedArticle($0, extractor.extract($0.article)) }
        } consume: {
          extracted += $0
        }
        count += try store.saveExtraction(extracted, version: version)
        last = end.id
        progress.show(Self.found(count))
      }
    }
  }
}
