package import ArticleStore
import Foundation

/// A quarantined file and its report, as they lie in `failed/`.
package struct FailedFile: Sendable {
  /// The file itself and `NAME.error.json` beside it.
  package let file: FilePath
  package let report: FilePath
  /// The path below the inbox to which it goes back.
  package let subpath: FilePath

  private static let reportSuffix = ".error.json"
  /// How many bytes the longest name made of a file's has more: that of its report's draft.
  static let reportNameExtra = (reportSuffix + WholeFile.draftExtra).utf8.count

  static func reportPath(of file: FilePath) -> FilePath {
    FilePath(bytes: file.bytes + reportSuffix.utf8)
  }

  /// The quarantined files of an archive, in the order of their paths.
  package static func all(in archive: ArchiveDirectory) -> [FailedFile] {
    let folder = FilePath(archive.failed)
    var scan = FolderScan()
    scan.add(folder)
    let paths = Set(scan.files.map(\.path))
    return scan.files.compactMap { found in
      let report = reportPath(of: found.path)
      guard paths.contains(report), let dated = found.path.relative(to: folder) else { return nil }
      // The first folder is the day of the quarantine.
      let parts = dated.bytes.split(separator: UInt8(ascii: "/"), maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return FailedFile(file: found.path, report: report, subpath: FilePath(bytes: Array(parts[1])))
    }
  }

  /// Whether a user who names `path` means this file: by its place in `failed/`, its place in the inbox, or its
  /// name alone.
  package func isNamed(_ path: FilePath, in archive: ArchiveDirectory) -> Bool {
    file == path || file.relative(to: FilePath(archive.path)) == path || subpath == path
      || FilePath("inbox").appending(subpath.bytes) == path || file.name == path.bytes
  }

  /// What the report says; `nil` when it cannot be read.
  package var contents: QuarantineReport? { reportText.flatMap(QuarantineReport.init) }

  /// The report's text; `nil` when it cannot be read.
  package var reportText: String? {
    (try? FileReader.read(report).bytes).map { String(decoding: $0, as: UTF8.self) }
  }
}
