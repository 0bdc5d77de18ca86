import ArgumentParser
import ArticleSearch
import ArticleStore
import BenchmarkSupport
import Foundation
import Ingest

/// Measures ingest against the least that its rows cost, in one run: the floor, `dossier ingest`, `dossier extract`,
/// one file at a time, the start of a search, and where the CPU goes.
@main
struct IngestBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What it costs to make an archive, beside what writing its rows costs at least.")

  @Option(help: "Folders of article files.")
  var corpus: [String]

  @Option(help: "How many articles; beyond those of the corpus, shuffles of their paragraphs.")
  var size: [Int] = [5000]

  @Option(help: "How often everything is measured.")
  var runs = 5

  @Option(help: "The program, and the extension for sqlite3.")
  var program = ".build/release/dossier"

  @Option(help: "The loadable extension, without suffix.")
  var tokenizer = ".build/han"

  @Option(help: "The sqlite3 shell.")
  var sqlite3 = "sqlite3"

  @Option(help: "A folder for the files and archives; the files stay from run to run.")
  var work = ".build/benchmarks/ingest"

  @Option(help: "How many files are stored one at a time; 0 leaves that out.")
  var trickle = 200

  @Option(help: "How many searches are started; 0 leaves that out.")
  var starts = 30

  @Flag(help: "Show where the CPU of the first size goes, by stage.")
  var profile = false

  @Option(help: "Draw the growth over all sizes measured so far into this SVG file.")
  var plot: String?

  func run() async throws {
    let started = ContinuousClock.now
    let corpus = try BenchmarkCorpus(folders: corpus.map { URL(filePath: $0) })
    let folder = URL(filePath: work)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    Report.say(
      "\(corpus.articles.count) articles read, \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(runs) runs")
    for (index, size) in size.enumerated() {
      let files = try ArticleFolder(corpus, size: size, in: folder)
      if index == 0, profile { try showProfile(files, in: folder) }
      let archive = try measureIngest(files, corpus, in: folder)
      if index == 0 {
        if starts > 0 { try measureStart(archive) }
        if trickle > 0 { try await measureTrickle(archive, corpus, size: size, in: folder) }
      }
    }
    Report.say("\nall of it took \(ContinuousClock.now - started)")
  }

  /// - Returns: the archive that was made last.
  private func measureIngest(
    _ files: ArticleFolder, _ corpus: BenchmarkCorpus, in folder: URL
  ) throws -> ArchiveDirectory {
    var (floor, ingest, extract) = (Measurements(), Measurements(), Measurements())
    var archive = ArchiveDirectory(path: folder.path)
    var pairs: [Double] = []
    for _ in 0..<runs {
      archive = try ArticleFolder.makeArchive("archive", in: folder)
      sync()
      let path = files.url.path
      // 65: a corpus may hold files that are no articles.
      ingest.add(
        try MeasuredProcess.run([program, "ingest", "--archive", archive.path, path], accepted: [0, 65]))
      let bottom = try Floor(archive, into: ArticleFolder.makeArchive("floor", in: folder))
      sync()
      floor.add(try bottom.write(batch: IngestSession.batchFiles).reduce(Measurement(), +))
      try bottom.verify()
      sync()
      extract.add(try MeasuredProcess.run([program, "extract", path], accepted: [0, 65]))
      if let one = ingest.all.last, let other = floor.all.last { pairs.append(one.wall / other.wall) }
    }
    Report.say(
      "\n\(files.size) articles, \(files.bytes / 1_000_000) MB of files, median of \(runs) (least to greatest)"
    )
    Report.say("| | articles/s | MB/s | wall s | CPU s | peak MB |\n|---|---|---|---|---|---|")
    for (name, measured) in [("floor", floor), ("ingest", ingest), ("extract", extract)] {
      Report.say(Report.line(name, measured, files))
    }
    let bound = (floor.median(\.cpu) + extract.median(\.cpu)) / 2
    pairs.sort()
    Report.say(
      "ingest / floor, wall: \(Report.ratio(pairs[pairs.count / 2])) (\(Report.ratio(pairs[0])) to "
        + "\(Report.ratio(pairs[pairs.count - 1]))); CPU: \(Report.ratio(ingest.median(\.cpu) / floor.median(\.cpu)))"
    )
    Report.say(
      "ingest wall / ((floor CPU + extract CPU) / 2 = \(Report.seconds(bound)) s): "
        + Report.ratio(ingest.median(\.wall) / bound))
    try record(archive, corpus, size: files.size, floor, ingest, in: folder)
    return archive
  }

  private func record(
    _ archive: ArchiveDirectory, _ corpus: BenchmarkCorpus, size: Int, _ floor: Measurements,
    _ ingest: Measurements, in folder: URL
  ) throws {
    let searcher = ArticleSearcher(store: try ArticleStore.open(archive, access: .readOnly))
    let words = corpus.words(length: 2, count: 100, seed: 2)
    func search(_ word: String) throws {
      var request = SearchRequest(query: word)
      request.exactOnly = true
      _ = try searcher.search(request)
    }
    for word in words { try search(word) }
    let times = Statistics(
      milliseconds: try words.map { word in try Statistics.milliseconds { try search(word) } })
    let attributes = try FileManager.default.attributesOfItem(atPath: archive.database)
    let growth = Growth(
      articles: size, ingestRate: Double(size) / ingest.median(\.wall),
      floorRate: Double(size) / floor.median(\.wall), searchMedian: times.percentile(0.5),
      search95: times.percentile(0.95), databaseSize: attributes[.size] as? Int ?? 0,
      peakMemory: ingest.all.map(\.peakMemory).max() ?? 0)
    Report.say(
      "search of 2 Han: p50 \(Report.two(growth.searchMedian)) ms, p95 \(Report.two(growth.search95)) ms; "
        + "database \(growth.databaseSize / 1_000_000) MB")
    let all = try growth.recorded(in: folder.appending(path: "growth.json"))
    if let plot { try GrowthPlot(growth: all).svg.write(toFile: plot, atomically: true, encoding: .utf8) }
  }

  private func measureStart(_ archive: ArchiveDirectory) throws {
    let times = try StartUp(program: program, sqlite3: sqlite3, tokenizer: tokenizer, archive: archive)
      .measure("外交部 声明", runs: starts)
    let ours = Statistics(milliseconds: times.dossier.map { $0 * 1000 })
    let theirs = Statistics(milliseconds: times.sqlite3.map { $0 * 1000 })
    Report.say(
      "\nstart to first output, \(starts) times in turn: dossier search median \(Report.two(ours.percentile(0.5))) ms, "
        + "p95 \(Report.two(ours.percentile(0.95))); sqlite3 \(Report.two(theirs.percentile(0.5))) ms, p95 "
        + "\(Report.two(theirs.percentile(0.95))); difference of the medians "
        + "\(Report.two(ours.percentile(0.5) - theirs.percentile(0.5))) ms")
  }

  /// Stores files one at a time, and their rows in transactions of one article, each time into copies of the archive.
  private func measureTrickle(
    _ archive: ArchiveDirectory, _ corpus: BenchmarkCorpus, size: Int, in folder: URL
  ) async throws {
    var (stored, written) = ([TrickleRun](), [TrickleRun]())
    for _ in 0..<runs {
      let directory = try copy(archive, to: folder.appending(path: "trickle"))
      stored.append(
        TrickleRun(try await Trickle(archive: directory).store(corpus, indices: size..<(size + trickle))))
      let bottom = try copy(archive, to: folder.appending(path: "trickle-floor"))
      // The last measurement is that of the checkpoint at the end.
      written.append(
        TrickleRun(try Floor(directory, into: bottom, held: size).write(batch: 1).dropLast()))
    }
    Report.say(
      "\n\(trickle) files one at a time into \(size) articles, \(runs) times, ms a file (least to greatest)"
        + "\n| | mean | CPU mean | median | p95 |\n|---|---|---|---|---|")
    for (name, runs) in [("floor", written), ("one file", stored)] {
      let figures = [\TrickleRun.mean, \.cpuMean, \.median, \.p95].map { figure in
        Report.spread(runs.map { $0[keyPath: figure] })
      }
      Report.say("| \(name) | \(figures.joined(separator: " | ")) |")
    }
    for (name, figure) in [("means", \TrickleRun.mean), ("medians", \.median)] {
      let ratios = zip(stored, written).map { $0[keyPath: figure] / $1[keyPath: figure] }
      Report.say("one file / floor, \(name): \(Report.spread(ratios))")
    }
  }

  /// A copy of an archive's database in a folder of its own, which is emptied.
  private func copy(_ archive: ArchiveDirectory, to folder: URL) throws -> ArchiveDirectory {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let copy = ArchiveDirectory(path: folder.path)
    try FileManager.default.copyItem(atPath: archive.database, toPath: copy.database)
    return copy
  }

  private func showProfile(_ files: ArticleFolder, in folder: URL) throws {
    let paths = (FileManager.default.subpaths(atPath: files.url.path) ?? []).sorted()
      .filter { $0.hasSuffix(".txt") }.map { files.url.appending(path: $0) }
    let profile = try StageProfile(paths, into: ArticleFolder.makeArchive("profile", in: folder))
    let total = profile.seconds.reduce(0, +)
    Report.say(
      "\nCPU by stage, \(files.size) articles on one thread\n| stage | µs an article | share |\n|---|---|---|"
    )
    for (stage, seconds) in zip(StageProfile.stages, profile.seconds) {
      Report.say(
        "| \(stage) | \(Int(seconds / Double(files.size) * 1e6)) | \(Int((100 * seconds / total).rounded())) % |"
      )
    }
  }
}
