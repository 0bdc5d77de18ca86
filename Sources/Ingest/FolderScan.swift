import Glibc

/// What a folder and its subfolders hold.
package struct FolderScan: Sendable {
  /// One file found.
  package struct File: Hashable, Sendable {
    /// Where it is.
    package var path: FilePath
    /// Size in bytes and time of the last change of content or state, in nanoseconds since 1970; two scans
    /// that give the same values found the file unchanged.
    package var size: Int
    package var changedAt: Int64
    /// What it is when it is no regular file (`FIFO`, `socket`, `device`); such files are never opened.
    package var special: String?
  }

  /// The files, in the order of their paths. Files in the making (dot files, `*~`, `*.tmp`, `*.part`, `*.swp`)
  /// and symbolic links are left out.
  package var files: [File] = []
  /// Folders that could not be read, with the reason.
  package var unreadable: [(path: FilePath, error: IngestError)] = []

  /// Nothing yet.
  package init() {}

  /// Adds a file that the user names, whatever its name, or everything below a folder. A symbolic link that
  /// the user names is followed.
  package mutating func add(_ path: FilePath) {
    var info = stat()
    guard path.withCString({ stat($0, &info) }) == 0 else {
      unreadable.append((path, errno == ENOENT ? .notThere : .system(call: "stat", errno: errno)))
      return
    }
    let target = path.withCString { name in
      realpath(name, nil).map { resolved in
        defer { free(resolved) }
        return FilePath(bytes: UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)).map(\.self))
      }
    }
    switch FileKind(mode: info.st_mode) {
    case .directory: add(contentsOf: path)
    case .special(let kind): files.append(File(path: path, status: info, special: kind))
    case .regular, .symbolicLink: files.append(File(path: target ?? path, status: info, special: nil))
    }
  }

  /// Adds what is at a path inside the inbox: a file, or everything below a folder. Names of files in the
  /// making, symbolic links and paths where nothing is are left out.
  mutating func addEntry(_ path: FilePath) {
    var info = stat()
    guard !Self.isIgnored(path.name), path.withCString({ lstat($0, &info) }) == 0 else { return }
    switch FileKind(mode: info.st_mode) {
    case .directory: add(contentsOf: path)
    case .symbolicLink: break
    case .regular: files.append(File(path: path, status: info, special: nil))
    case .special(let kind): files.append(File(path: path, status: info, special: kind))
    }
  }

  private mutating func add(contentsOf folder: FilePath) {
    let first = files.count
    var pending = [folder]
    while let next = pending.popLast() {
      scan(next, pending: &pending)
    }
    files[first...].sort { $0.path < $1.path }
  }

  private mutating func scan(_ folder: FilePath, pending: inout [FilePath]) {
    guard let stream = folder.withCString({ opendir($0) }) else {
      unreadable.append((folder, .system(call: "opendir", errno: errno)))
      return
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { unreadable.append((folder, .system(call: "readdir", errno: errno))) }
        return
      }
      let name = Self.name(of: entry)
      if Self.isIgnored(name) { continue }
      let path = folder.appending(name)
      var info = stat()
      // A file that went away between the two calls is no file to ingest.
      guard path.withCString({ lstat($0, &info) }) == 0 else { continue }
      switch FileKind(mode: info.st_mode) {
      case .directory: pending.append(path)
      case .symbolicLink: continue
      case .regular: files.append(File(path: path, status: info, special: nil))
      case .special(let kind): files.append(File(path: path, status: info, special: kind))
      }
    }
  }

  /// The folders directly inside a folder, those with names of files in the making left out.
  package static func subfolders(of folder: FilePath) -> [FilePath] {
    guard let stream = folder.withCString({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var subfolders: [FilePath] = []
    while let entry = readdir(stream) {
      // File systems that do not tell the kind of an entry say DT_UNKNOWN.
      guard [DT_DIR, DT_UNKNOWN].contains(Int(entry.pointee.d_type)) else { continue }
      let name = name(of: entry)
      let path = folder.appending(name)
      var info = stat()
      guard !isIgnored(name), path.withCString({ lstat($0, &info) }) == 0 else { continue }
      if case .directory = FileKind(mode: info.st_mode) { subfolders.append(path) }
    }
    return subfolders
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
  }

  /// Files in the making, by the names editors and downloaders give them, and the two dot entries.
  package static func isIgnored(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~")
      || [".tmp", ".part", ".swp"].contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

extension FolderScan.File {
  fileprivate init(path: FilePath, status: stat, special: String?) {
    // The change time moves with renames and changes of mode too, so it also shows a file moved in just now.
    let latest = max(status.st_mtim.nanoseconds, status.st_ctim.nanoseconds)
    self.init(path: path, size: Int(status.st_size), changedAt: latest, special: special)
  }
}
