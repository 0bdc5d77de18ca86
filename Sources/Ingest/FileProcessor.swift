import ArticleStore
import Articles
package import Entities

/// Reads, parses and extracts one file: everything that needs no database, so it can run on several cores.
package struct FileExtractor: Sendable {
  private let parser = ArticleParser()
  private let extractor = EntityExtractor()

  /// An extractor; cheap to make.
  package init() {}

  /// The article of a file with its people and countries.
  package func extract(_ path: FilePath) throws(IngestError) -> ExtractedArticle {
    try extract(FileReader.read(path))
  }

  /// The article that some bytes hold, with its people and countries.
  package func extract(_ bytes: [UInt8]) throws(IngestError) -> ExtractedArticle {
    let article: Article
    do throws(ArticleParsingError) {
      article = try parser.parse(bytes)
    } catch {
      throw .notAnArticle(error)
    }
    return extractor.extract(article)
  }
}

/// What reading one file gave.
struct ProcessedFile: Sendable {
  /// The file, and the bytes that were read.
  var file: FileVersion
  /// What came of it.
  var result: Result

  enum Result: Sendable {
    /// An article, ready for the store.
    case article(ArticleSubmission)
    /// Bytes whose article is stored already, with its row id.
    case alreadyStored(Int64)
    /// Nothing: the reason says whether for now or for good.
    case failure(IngestError)
  }
}

/// Takes files as far as they go without a transaction, skipping those whose article is stored already.
struct FileProcessor: Sendable {
  let extractor = FileExtractor()
  /// Tells which bytes need not be parsed because their article is stored.
  let known: @Sendable ([ContentHash]) throws -> [ContentHash: Int64]

  /// Processes some files.
  ///
  /// - Parameter name: the path under which the ledger knows a file.
  /// - Returns: one result a file, in their order.
  /// - Throws: what `known` throws.
  func process(_ files: [FolderScan.File], name: (FilePath) -> FilePath) throws -> [ProcessedFile] {
    let contents = files.map(Self.read)
    let stored = try known(contents.compactMap { try? $0.get().hash })
    return zip(files, contents).map { file, content in
      let path = name(file.path).bytes
      switch content {
      case .failure(let error):
        let version = FileVersion(path: path, contentHash: nil, size: file.size)
        return ProcessedFile(file: version, result: .failure(error))
      case .success(let (bytes, hash)):
        let version = FileVersion(path: path, contentHash: hash, size: bytes.count)
        if let id = stored[hash] { return ProcessedFile(file: version, result: .alreadyStored(id)) }
        return ProcessedFile(file: version, result: submission(of: bytes, file: version))
      }
    }
  }

  private func submission(of bytes: [UInt8], file: FileVersion) -> ProcessedFile.Result {
    do throws(IngestError) {
      return .article(
        ArticleSubmission(
          extracted: try extractor.extract(bytes), file: file, extractorVersion: EntityExtractor.version))
    } catch {
      return .failure(error)
    }
  }

  private static func read(
    _ file: FolderScan.File
  ) -> Result<(bytes: [UInt8], hash: ContentHash), IngestError> {
    if let kind = file.special { return .failure(.notARegularFile(kind: kind)) }
    do throws(IngestError) {
      let bytes = try FileReader.read(file.path)
      return .success((bytes, bytes.withUnsafeBytes { ContentHash(of: $0) }))
    } catch {
      return .failure(error)
    }
  }
}
