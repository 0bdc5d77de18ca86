import Articles
import CLinux
import Glibc

/// Reads whole files, and only what is safe to read.
enum FileReader {
  /// The bytes of a file that a scan found, and which file they are of; what the scan saw to be no regular file is not
  /// opened.
  static func read(_ found: FolderScan.File) throws(IngestError) -> (bytes: [UInt8], identity: FileIdentity) {
    if let kind = found.special { throw .notARegularFile(kind: kind) }
    return try read(found.path)
  }

  /// The bytes of a regular file, and which file they are of.
  ///
  /// The file is never followed through a symbolic link, never waited for (a FIFO is refused before it could
  /// block), must not be open for writing anywhere, and must look the same after reading as before.
  static func read(_ path: FilePath, limit: Int = ArticleParser.maximumFileSize) throws(IngestError)
    -> (bytes: [UInt8], identity: FileIdentity)
  {
    let descriptor = path.withCString { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system(call: "open", errno: errno) }
    defer { close(descriptor) }
    let before = try status(of: descriptor)
    if let kind = FileKind(mode: before.st_mode).refusal { throw .notARegularFile(kind: kind) }
    if isBeingWritten(descriptor) { throw .beingWritten }
    let size = Int(before.st_size)
    if size > limit { throw .tooLarge(bytes: size, limit: limit) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got > 0 {
          count += got
        } else if got < 0, errno == EINTR {
          continue
        } else {
          failure = got < 0 ? errno : 0
          break
        }
      }
    }
    if failure != 0 { throw .system(call: "read", errno: failure) }
    let after = try status(of: descriptor)
    guard bytes.count == size, FileIdentity(after) == FileIdentity(before) else { throw .beingWritten }
    return (bytes, FileIdentity(after))
  }

  /// Whether some process has the file open for writing, as far as the kernel tells; where it does not, the
  /// times of the file decide alone.
  private static func isBeingWritten(_ descriptor: Int32) -> Bool {
    _ = leaseSignalIsIgnored
    return dossier_is_open_for_writing(descriptor) == 1
  }

  /// A writer that comes while the question is asked makes the kernel send SIGIO, which would end the process.
  private static let leaseSignalIsIgnored: Void = { signal(SIGIO, SIG_IGN) }()

  private static func status(of descriptor: Int32) throws(IngestError) -> stat {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .system(call: "fstat", errno: errno) }
    return info
  }
}

/// What a directory entry is, as far as ingest cares.
enum FileKind {
  case regular, directory, symbolicLink
  /// A device, FIFO or socket, by its name.
  case special(String)

  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .special("FIFO")
      case S_IFSOCK: .special("socket")
      case S_IFCHR, S_IFBLK: .special("device")
      default: .special("file of unknown kind")
      }
  }

  /// Why this cannot be read as a file; `nil` for a regular file.
  var refusal: String? {
    switch self {
    case .regular: nil
    case .directory: "folder"
    case .symbolicLink: "symbolic link"
    case .special(let name): name
    }
  }
}
