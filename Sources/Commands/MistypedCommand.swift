import ArgumentParser

extension Dossier {
  /// Runs the program. A word that is no command is told of with the command that was probably meant: the parser
  /// takes it for an argument too many.
  package static func start() async {
    let names =
      configuration.subcommands.compactMap { $0.configuration.commandName ?? "\($0)".lowercased() } + ["help"]
    if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !names.contains(word) {
      Terminal.warn(MistypedCommand(word, names: names).message)
      exit(withError: ExitStatus.usage.exitCode)
    }
    await main()
  }
}

/// A word that is no command, and the command that is nearest to it.
struct MistypedCommand {
  let word: String
  /// `nil` where no command is written nearly so.
  let nearest: String?

  init(_ word: String, names: [String]) {
    self.word = word
    let near = names.map { (name: $0, distance: Self.distance(Array(word), Array($0))) }
      .min { $0.distance < $1.distance }
    nearest = near.flatMap { $0.distance <= max(1, word.count / 3) ? $0.name : nil }
  }

  var message: String {
    let meant = nearest.map { said("did you mean '\($0)'? ", "是不是 \($0)？") } ?? ""
    return said(
      "there is no command '\(word)': \(meant)'dossier --help' lists them all",
      "没有命令“\(word)”：\(meant)dossier --help 列出所有命令")
  }

  /// How many letters must be put in, left out, replaced, or swapped with their neighbour (optimal string alignment).
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var rows = [Array(0...second.count)]
    for (i, letter) in first.enumerated() {
      var row = [i + 1]
      for (j, other) in second.enumerated() {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == second[j - 1], first[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
