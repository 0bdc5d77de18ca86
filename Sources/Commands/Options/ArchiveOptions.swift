import ArgumentParser
import ArticleStore
import Glibc

/// Which archive a command works on.
struct ArchiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The archive's directory (default: $DOSSIER_ARCHIVE, else ~/.local/share/dossier).", valueName: "dir"),
    completion: .directory)
  var archive: String?

  func validate() throws {
    // An unset variable in a script must not mean the root of the file system.
    if archive == "" {
      throw ValidationError(said("--archive takes the name of a directory", "--archive 后面是目录名"))
    }
  }

  var directory: ArchiveDirectory {
    if let archive { return ArchiveDirectory(path: archive) }
    if let variable = Self.environment("DOSSIER_ARCHIVE") { return ArchiveDirectory(path: variable) }
    let data = Self.environment("XDG_DATA_HOME") ?? (Self.environment("HOME") ?? "") + "/.local/share"
    return ArchiveDirectory(path: data + "/dossier")
  }

  /// The database, for reading.
  func openForReading() throws -> ArticleStore {
    try ArticleStore.open(directory, access: .readOnly)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
