import Foundation

/// Why a table could not be made or measured.
enum TrainingError: Error, CustomStringConvertible {
  /// A file is missing or cannot be read.
  case unreadable(path: String)
  /// A file does not have the layout it should.
  case malformed(path: String, detail: String)
  /// A program that the training calls failed.
  case failed(program: String)

  var description: String {
    switch self {
    case .unreadable(let path):
      "\(path) cannot be read; --shared names the folder with ner/, gold/ and corpus/"
    case .malformed(let path, let detail): "\(path) is not what it should be: \(detail)"
    case .failed(let program): "\(program) failed; install it and run this again"
    }
  }
}

/// Files of the training data, compressed ones too.
enum SharedFile {
  /// The bytes of a file; one whose name ends in `.zst` is decompressed by `zstd`.
  static func bytes(_ file: URL) throws -> [UInt8] {
    guard file.pathExtension == "zst" else {
      guard let data = FileManager.default.contents(atPath: file.path) else {
        throw TrainingError.unreadable(path: file.path)
      }
      return [UInt8](data)
    }
    guard FileManager.default.isReadableFile(atPath: file.path) else {
      throw TrainingError.unreadable(path: file.path)
    }
    return try output("zstd", ["-dcq", file.path])
  }

  /// What a program writes.
  static func output(_ program: String, _ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    do { try process.run() } catch { throw TrainingError.failed(program: program) }
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw TrainingError.failed(program: program) }
    return [UInt8](data)
  }
}
