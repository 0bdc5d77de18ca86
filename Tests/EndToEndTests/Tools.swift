import Foundation

/// Programs of others that tests use where they are installed: those of the system, and the Python packages that
/// scripts/install-test-tools puts into .build/tools.
enum Tools {
  /// The folder of virtual environments, one a package.
  private static let folder =
    ProcessInfo.processInfo.environment["DOSSIER_TEST_TOOLS"]
    ?? Program.checkout.appending(path: ".build/tools").path

  /// A Python that can import the JSON-LD processor; `nil` where it is not installed.
  static let pyld = program("pyld/bin/python3")
  /// A Python that can import pyspark, with a Java to run it; `nil` where one is missing.
  static let spark = Program.installed("java") == nil ? nil : program("pyspark/bin/python3")
  /// The program `datasette`; `nil` where it is not installed.
  static let datasette = program("datasette/bin/datasette")

  private static func program(_ name: String) -> String? {
    let path = folder + "/" + name
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }
}
