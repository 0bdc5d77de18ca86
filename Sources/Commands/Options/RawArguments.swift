import Ingest

/// The program's arguments as bytes: file names need not be text, but arguments reach commands as text in
/// which bytes that are no UTF-8 are replaced.
enum RawArguments {
  /// The path that an argument stands for.
  static func path(_ argument: String) -> FilePath {
    guard argument.contains("\u{FFFD}") else { return FilePath(argument) }
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let raw = CommandLine.unsafeArgv[index], String(cString: raw) == argument else { continue }
      var bytes: [UInt8] = []
      var next = raw
      while next.pointee != 0 {
        bytes.append(UInt8(bitPattern: next.pointee))
        next += 1
      }
      return FilePath(bytes: bytes)
    }
    return FilePath(argument)
  }
}
