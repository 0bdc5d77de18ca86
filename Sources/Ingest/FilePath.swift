import Glibc

/// A path as the file system has it: bytes without NUL, which need not be text.
package struct FilePath: Hashable, Sendable, Comparable {
  /// The bytes, without a trailing NUL.
  package let bytes: [UInt8]

  /// The path with the given bytes.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The path with the given text as UTF-8.
  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path for people: bytes that are no UTF-8 are replaced by U+FFFD.
  package var display: String { String(decoding: bytes, as: UTF8.self) }

  /// The part after the last slash.
  package var name: [UInt8] {
    bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(bytes[($0 + 1)...]) } ?? bytes
  }

  /// Everything before the last slash; `.` when there is none.
  package var directory: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(".") }
    return FilePath(bytes: slash == 0 ? [UInt8(ascii: "/")] : Array(bytes[..<slash]))
  }

  /// This path followed by a slash and `component`.
  package func appending(_ component: [UInt8]) -> FilePath {
    FilePath(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + component)
  }

  /// This path followed by a slash and `component`.
  package func appending(_ component: String) -> FilePath { appending(Array(component.utf8)) }

  /// The part below `folder`; `nil` when the path does not lie in it.
  package func relative(to folder: FilePath) -> FilePath? {
    let prefix = folder.appending([]).bytes
    guard bytes.starts(with: prefix) else { return nil }
    return FilePath(bytes: Array(bytes[prefix.count...]))
  }

  /// Whether anything is at the path, a dangling symbolic link too.
  var exists: Bool {
    var info = stat()
    return withCString { lstat($0, &info) } == 0
  }

  /// Whether a folder is at the path, or a symbolic link to one.
  var isFolder: Bool {
    var info = stat()
    return withCString { stat($0, &info) } == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Calls a function of the C library with the path as a NUL-terminated string.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        // The buffer is never empty: it holds at least the NUL.
        chars.baseAddress.map(body) ?? body("")
      }
    }
  }

  package static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
