import ArgumentParser
import ArticleStore
import Articles
import Ingest

extension Dossier {
  /// `dossier remove`: takes one article out.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("Take an article out of the archive for good.", "把一篇文章从档案库中永久移除。"),
      discussion: """
        Its people, countries and full text go with it. A note of it stays, so that dropping its file again, or
        another capture of it, does not bring it back; 'dossier ingest --force' does. The original in done/ is
        left where it is. Works beside a running 'dossier watch'.

          dossier remove 17
          dossier remove https://news.example.com/a/1.html
        """)

    @Argument(
      help: ArgumentHelp("The number that search shows, or the article's address.", valueName: "id|url"))
    var reference: String

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
      try await reportingErrors {
        _ = try archive.openForReading()
        let store = try ArticleStore.open(archive.directory, access: .readWrite)
        guard let article = try store.article(named: reference),
          try store.remove(articleID: article.id, at: .now())
        else {
          throw CommandError.noArticle(reference)
        }
        Terminal.print(said("removed \(article.id): \(article.title)", "已移除 \(article.id)：\(article.title)"))
      }
    }
  }
}

extension ArticleStore {
  /// The article that a user names by its row id or its address.
  func article(named reference: String) throws -> StoredArticle? {
    if let id = Int64(reference) { return try article(id: id) }
    return try article(urlKey: ArticleURL.canonicalKey(reference))
  }
}
