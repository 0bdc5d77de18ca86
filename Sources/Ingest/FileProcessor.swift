import ArticleStore
import Articles
import Entities

/// What reading one file gave.
struct ProcessedFile: Sendable {
  /// The file, and the bytes that were read.
  var file: FileVersion
  /// Which file was read; `nil` when it was not.
  var identity: FileIdentity?
  /// What came of it.
  var result: Result

  enum Result: Sendable {
    /// An article, ready for the store.
    case article(ArticleSubmission)
    /// An article that went into the store, with what became of it.
    case saved(SaveOutcome)
    /// The file went away before it could be read.
    case vanished
    /// Bytes whose article is stored already, with its row id.
    case alreadyStored(Int64)
    /// No article; the reason says whether another try may give one.
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
  /// - Parameters:
  ///   - name: the path under which the ledger knows a file.
  ///   - deadly: files that are not opened because `deaths` processes died of them.
  /// - Returns: one result a file, in their order.
  /// - Throws: what `known` throws.
  func process(
    _ files: ArraySlice<FolderScan.File>, name: (FilePath) -> FilePath, deadly: Set<FilePath> = [],
    deaths: Int = 0
  ) throws -> [ProcessedFile] {
    let contents = files.map { file in
      deadly.contains(file.path) ? .failure(.deadly(deaths: deaths)) : Self.read(file)
    }
    let stored = try known(contents.compactMap { try? $0.get().hash })
    return zip(files, contents).map { file, content in
      let path = name(file.path).bytes
      switch content {
      case .failure(let error):
        let version = FileVersion(path: path, contentHash: nil, size: file.size)
        return ProcessedFile(
          file: version, identity: nil, result: error.isAbsence ? .vanished : .failure(error))
      case .success(let (bytes, identity, hash)):
        let version = FileVersion(path: path, contentHash: hash, size: bytes.count)
        let result =
          stored[hash].map(ProcessedFile.Result.alreadyStored) ?? submission(of: bytes, file: version)
        return ProcessedFile(file: version, identity: identity, result: result)
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
  ) -> Result<(bytes: [UInt8], identity: FileIdentity, hash: ContentHash), IngestError> {
    do throws(IngestError) {
      let (bytes, identity) = try FileReader.read(file)
      return .success((bytes, identity, bytes.withUnsafeBytes { ContentHash(of: $0) }))
    } catch {
      return .failure(error)
    }
  }
}
