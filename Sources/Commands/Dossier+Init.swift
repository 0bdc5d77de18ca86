import ArgumentParser
import ArticleStore
import Ingest

extension Dossier {
  /// `dossier init`: makes an archive.
  struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("Make an archive, or bring an older one up to date.", "新建档案库，或更新旧的档案库。"),
      discussion: """
        Makes the directory with its inbox and an empty database. An archive that is there already is left as
        it is, except that its database is brought to this version's schema.

          dossier init
          dossier init ~/archives/korea
        """)

    @Argument(help: ArgumentHelp("The archive's directory.", valueName: "dir"), completion: .directory)
    var path: String?

    @OptionGroup var archive: ArchiveOptions

    func validate() throws {
      if path == "" { throw ValidationError(said("init takes the name of a directory", "init 后面是目录名")) }
    }

    func run() async throws {
      try await reportingErrors {
        let directory = path.map { ArchiveDirectory(path: $0) } ?? archive.directory
        var folders = ArchiveFolders(directory)
        try folders.create()
        _ = try ArticleStore.open(directory, access: .readWrite)
        Terminal.print(
          said(
            "\(directory.path): drop files into \(directory.inbox), then run 'dossier ingest'",
            "\(directory.path)：把文件放进 \(directory.inbox)，再运行 dossier ingest"))
      }
    }
  }
}
