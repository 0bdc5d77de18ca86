import Foundation
import Glibc
import TestSupport

/// A file system of a test's own, mounted where an archive will be.
final class Mount: Sendable {
  let archive: ProgramArchive

  /// Mounts a file system in memory.
  ///
  /// - Parameter options: as of mount(8) for tmpfs.
  static func memory(_ options: String) async throws -> Mount {
    let mount = try Mount()
    try await mount.run("mount", "-t", "tmpfs", "-o", options, "none", mount.archive.path)
    return mount
  }

  /// Mounts an ext4 file system that lies in a file.
  static func disk(megabytes: Int) async throws -> Mount {
    let mount = try Mount()
    let image = mount.image
    try await mount.run("truncate", "-s", "\(megabytes)M", image)
    try await mount.run("mkfs.ext4", "-q", image)
    try await mount.run("mount", "-o", "loop", image, mount.archive.path)
    return mount
  }

  /// Mounts it with other options.
  func remount(_ options: String) async throws {
    try await run("mount", "-o", "remount," + options, archive.path)
  }

  /// Unmounts the ext4 file system and mounts it again, which replays its journal.
  func mountAgain() async throws {
    try await run("umount", archive.path)
    try await run("mount", "-o", "loop", image, archive.path)
  }

  private init() throws {
    archive = try ProgramArchive()
    try FileManager.default.createDirectory(atPath: archive.path, withIntermediateDirectories: true)
  }

  private var image: String { archive.folder.path("image") }

  /// A command of the system that did not work.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private func run(_ name: String, _ arguments: String...) async throws {
    guard let program = Program.installed(name) else {
      throw Failure(description: "\(name) is not installed")
    }
    let result = try await Program.run(program, arguments)
    if result.status != 0 { throw Failure(description: "\(name) \(arguments): \(result.errors)") }
  }

  deinit {
    umount2(archive.path, Int32(MNT_DETACH))
  }
}
