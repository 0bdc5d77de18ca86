import ArticleStore

/// One JSON text an article: lines of their own, or the nodes of one JSON-LD document.
struct LineExport: ArticleWriting {
  enum Document { case lines, linkedData }

  var file: OutputFile
  let document: Document
  private var isFirst = true

  init(file: OutputFile, document: Document) {
    self.file = file
    self.document = document
  }

  mutating func append(_ article: ExportedArticle) throws {
    switch document {
    case .lines: file.append(ArticleJSON.line(article) + "\n")
    case .linkedData: file.append((isFirst ? LinkedData.head : ",\n") + LinkedData.article(article).text)
    }
    isFirst = false
    try file.check()
  }

  mutating func finish() throws {
    if document == .linkedData { file.append((isFirst ? LinkedData.head : "") + LinkedData.foot) }
    try file.finish()
  }
}
