package import ArticleStore

/// What waits in an archive's inbox.
package struct InboxBacklog: Sendable {
  /// How many files.
  package let files: Int

  /// Counts the files of the inbox.
  package init(of archive: ArchiveDirectory) {
    files = Ingestion.Source.inbox.scan(archive).files.count
  }
}
