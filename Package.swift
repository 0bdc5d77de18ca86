// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target of ours is built with: Swift 6 mode, all warnings are errors, and the upcoming
/// features that make imports and existentials explicit.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

/// A library module of ours. `dependencies` are the only arrows it may have (Documentation/Architecture.md).
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module, in the folder that mirrors it.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "dossier",
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    .executable(name: "DossierTraining", targets: ["DossierTraining"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // System libraries, and C targets that hold generated tables.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // Headers alone: nothing of SQLite is linked.
    .systemLibrary(name: "CSQLiteExtension", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CHanTables"),
    .target(
      name: "CEntityTables",
      exclude: ["SOURCES.md", "countries.tsv", "lexicon.bin", "lists", "tagger.bin", "vote.tsv"]),

    // The modules, lowest first.
    module("Articles", ["CLibXML2", "CLibCrypto"]),
    module("HanText", ["CHanTables"]),
    // Compiled here to be checked; scripts/build-extension makes the loadable extension of it.
    module("HanExtension", ["HanText", "CSQLiteExtension"]),
    module("Entities", ["Articles", "HanText", "CEntityTables"]),
    .target(
      name: "CIdentityTables",
      exclude: [
        "SOURCES.md", "clusters.tsv", "link.tsv", "lists", "name-parts.tsv", "names.tsv", "word-weights.bin",
      ]),
    module("Identity", ["Articles", "Entities", "CIdentityTables"]),
    // SQL is a link to the folder migrations/ at the top.
    .target(name: "Migrations", resources: [.embedInCode("SQL")], swiftSettings: strict),
    module(
      "ArticleStore", ["Articles", "Entities", "HanText", "Identity", "Migrations", grdb, sqlite]),
    module("ArticleSearch", ["ArticleStore", "HanText"]),
    .target(name: "CLinux"),
    module("Ingest", ["Articles", "Entities", "ArticleStore", "CLinux"]),
    module(
      "IngestDaemon",
      ["Articles", "ArticleStore", "Ingest", "CLinux", logging, serviceLifecycle, unixSignals]),
    module(
      "Commands",
      [
        "Articles", "Entities", "HanText", "Identity", "ArticleStore", "ArticleSearch", "Ingest",
        "IngestDaemon",
        argumentParser, logging,
      ]),
    .executableTarget(
      name: "dossier", dependencies: ["Commands", argumentParser], swiftSettings: strict),
    // For maintainers: makes and measures the tables of CEntityTables.
    .executableTarget(
      name: "DossierTraining", dependencies: ["Articles", "Entities", "Identity", argumentParser],
      swiftSettings: strict),

    // Measurements; `make bench-search` and `make bench-ingest` build and run them.
    .target(
      name: "BenchmarkSupport",
      dependencies: ["Articles", "TestSupport"],
      path: "Benchmarks/BenchmarkSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "SearchBenchmark",
      dependencies: [
        "Articles", "ArticleStore", "ArticleSearch", "HanText", "BenchmarkSupport", "TestSupport",
        argumentParser, grdb,
      ],
      path: "Benchmarks/SearchBenchmark",
      swiftSettings: strict),
    .executableTarget(
      name: "IngestBenchmark",
      dependencies: [
        "Articles", "ArticleStore", "ArticleSearch", "Entities", "Ingest", "BenchmarkSupport", argumentParser,
        grdb, sqlite,
      ],
      path: "Benchmarks/IngestBenchmark",
      swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Articles", "Entities", "ArticleStore", grdb],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("Articles"),
    tests("HanText"),
    tests("Entities", ["Articles"]),
    tests("Identity", ["Articles", "Entities"]),
    tests("DossierTraining", ["Articles", "Entities"]),
    tests("Migrations"),
    tests("ArticleStore", ["Articles", "Entities", "Identity", grdb]),
    tests("Ingest", ["Articles", "ArticleStore"]),
    tests("IngestDaemon", ["Articles", "ArticleStore", "Ingest", logging, serviceLifecycle]),
    tests("ArticleSearch", ["Articles", "ArticleStore", "Entities", "HanText"]),
    tests(
      "Commands",
      ["Articles", "ArticleStore", "ArticleSearch", "Entities", "Identity", "Ingest", argumentParser]),
    // Runs the built program; nothing of it is linked.
    .testTarget(
      name: "EndToEndTests", dependencies: ["dossier", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x
)
