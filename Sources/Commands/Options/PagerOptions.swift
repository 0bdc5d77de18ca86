import ArgumentParser

/// Whether what is longer than the screen goes through a pager.
struct PagerOptions: ParsableArguments {
  @Flag(help: "Do not show a result that is longer than the screen through a pager.")
  var noPager = false

  /// Collects the result from here on, where a person reads it as text.
  func start(_ isText: Bool) {
    if isText, !noPager { Terminal.page() }
  }
}
