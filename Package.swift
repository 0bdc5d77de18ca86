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
  targets: [
    // System libraries, and C targets that hold generated tables.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CHanTables"),
    .target(name: "CEntityTables", exclude: ["SOURCES.md", "countries.tsv", "lexicon.bin", "lists"]),

    // The modules, lowest first.
    module("Articles", ["CLibXML2", "CLibCrypto"]),
    module("HanText", ["CHanTables"]),
    module("Entities", ["Articles", "HanText", "CEntityTables"]),
    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Articles"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("Articles"),
    tests("HanText"),
    tests("Entities", ["Articles"]),
  ],
  cLanguageStandard: .gnu2x
)
