import ArgumentParser
import ArticleStore
import Articles
import Ingest

/// `dossier` alone: how the archive stands, and what to do next.
extension Dossier {
  package func run() async throws {
    try await reportingErrors {
      let directory = try ArchiveOptions.parse([]).directory
      let overview = Overview(directory: directory, holdings: try Self.holdings(directory), style: .output)
      overview.lines.forEach(Terminal.print)
    }
  }

  /// What the archive holds; `nil` where there is none.
  private static func holdings(_ directory: ArchiveDirectory) throws -> Overview.Holdings? {
    do {
      let store = try ArticleStore.open(directory, access: .readOnly)
      return Overview.Holdings(
        status: try ArchiveStatus(of: directory, store: store, at: .now()),
        people: try store.personNames(beginningWith: "", limit: 2),
        countries: try store.countryNames(beginningWith: "", limit: 1))
    } catch ArticleStoreError.noArchive {
      return nil
    }
  }
}
