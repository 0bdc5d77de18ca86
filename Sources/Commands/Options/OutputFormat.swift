import ArgumentParser

/// How results are written: text for people, the others for programs.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text, json, jsonl, csv, tsv
}

/// The option that chooses it.
struct FormatOptions: ParsableArguments {
  @Option(help: "How to write the result: text, json, jsonl, csv or tsv.")
  var format: OutputFormat = .text
}
