package import ArticleStore
import Articles
package import Entities

/// What reading one file gave, without a database.
package struct ExtractedFile: Sendable {
  /// The file, and the bytes that were read; without hash where it could not be read.
  package var file: FileVersion
  /// The article with its people and countries, or why there is none.
  package var result: Result<ExtractedArticle, IngestError>

  /// Why there is no article.
  package var error: IngestError? { if case .failure(let error) = result { error } else { nil } }
}

/// Reads, parses and extracts one file: everything that needs no database, so it can run on several cores.
package struct FileExtractor: Sendable {
  private let parser = ArticleParser()
  private let extractor = EntityExtractor()

  /// An extractor; cheap to make.
  package init() {}

  /// What a file holds.
  package func extract(_ found: FolderScan.File) -> ExtractedFile {
    do throws(IngestError) {
      return extract(try FileReader.read(found).bytes, of: found.path)
    } catch {
      let file = FileVersion(path: found.path.bytes, contentHash: nil, size: nil)
      return ExtractedFile(file: file, result: .failure(error))
    }
  }

  /// What some bytes hold that were read from `path`.
  package func extract(_ bytes: [UInt8], of path: FilePath) -> ExtractedFile {
    let hash = bytes.withUnsafeBytes { ContentHash(of: $0) }
    let file = FileVersion(path: path.bytes, contentHash: hash, size: bytes.count)
    do throws(IngestError) {
      return ExtractedFile(file: file, result: .success(try extract(bytes)))
    } catch {
      return ExtractedFile(file: file, result: .failure(error))
    }
  }

  /// The article that some bytes hold, with its people and countries.
  func extract(_ bytes: [UInt8]) throws(IngestError) -> ExtractedArticle {
    let article: Article
    do throws(ArticleParsingError) {
      article = try parser.parse(bytes)
    } catch {
      throw .notAnArticle(error)
    }
    return extractor.extract(article)
  }
}
