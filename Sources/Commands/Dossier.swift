package import ArgumentParser

/// The command `dossier`: everything it does is one of its subcommands; alone it says which comes next.
package struct Dossier: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: said(
      "An archive of Chinese-language news: who, which countries, when, and what was said.",
      "中文新闻档案库：谁、哪些国家、何时、说了什么。"),
    discussion: """
      Drop article files into the archive's inbox and run 'dossier ingest', or name files and folders:

        dossier ingest ~/Downloads/news
        dossier search '普京 朝鲜'
        dossier people 金正恩
        dossier sql 'SELECT code, count(*) FROM article_countries GROUP BY code'

      The archive is one directory with one SQLite database (--archive DIR, or $DOSSIER_ARCHIVE).
      """,
    version: dossierVersion,
    subcommands: [
      Init.self, Ingest.self, Watch.self, Extract.self, Search.self, Show.self, People.self, Person.self,
      Merge.self, Split.self, Hide.self, Unhide.self, Alias.self, Judgements.self, Countries.self,
      Country.self, Timeline.self, Network.self, Export.self, Status.self, Failed.self, Verify.self,
      Reindex.self, Remove.self, SQL.self,
    ])

  package init() {}
}

/// The program's version, as in CHANGELOG.md.
let dossierVersion = "0.1.0"
