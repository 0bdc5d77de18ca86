import CLinux
@preconcurrency import Dispatch
import Glibc
package import Ingest
import Synchronization

/// Tells of what happens in the inbox, by inotify: hints where to look, which may be lost or never come.
package final class InboxWatcher: Sendable {
  private struct State {
    var descriptor: Int32 = -1
    /// The watched folders by watch descriptor.
    var folders: [Int32: FilePath] = [:]
    var source: (any DispatchSourceRead)?
  }

  /// `IN_EXCL_UNLINK` and `IN_ONLYDIR` against events of files that are gone and races with files.
  private static let mask =
    UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF)
    | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)

  private let inbox: FilePath
  private let report: @Sendable (InboxHint) -> Void
  private let queue = DispatchQueue(label: "dossier.inbox")
  private let state = Mutex(State())

  /// A watcher of `inbox` and its subfolders that is not at work yet.
  ///
  /// - Parameter report: is told of every event, from a thread of the watcher's.
  package init(inbox: FilePath, report: @escaping @Sendable (InboxHint) -> Void) {
    self.inbox = inbox
    self.report = report
  }

  /// Begins to watch, or begins anew; asks for a look at everything, for what was there before.
  package func start() {
    stop()
    _ = renew()
    report(.everything)
  }

  /// Watches the folders that are not watched yet: new ones of which no event came, an inbox that was made
  /// anew, all of them when the system gave no events before.
  ///
  /// - Returns: false when the system gives no events; then only scanning finds files.
  package func renew() -> Bool {
    open() && watch(inbox)
  }

  private func open() -> Bool {
    state.withLock { state in
      if state.descriptor >= 0 { return true }
      let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return false }
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
      source.setEventHandler { [weak self] in self?.read(descriptor) }
      source.setCancelHandler { close(descriptor) }
      state.descriptor = descriptor
      state.source = source
      source.resume()
      return true
    }
  }

  /// Ends it; no event is told of afterwards.
  package func stop() {
    state.withLock { state in
      state.source?.cancel()
      state = State()
    }
  }

  deinit { stop() }

  /// How often the inbox must be scanned where no events come.
  package static let blindScanInterval = Duration.seconds(5)

  /// How often the inbox must be scanned where events come: seldom where events come, often on file systems whose changes the
  /// kernel does not see.
  package var scanInterval: Duration {
    // NFS, SMB and CIFS, overlay, FUSE, 9P, VirtualBox; magic numbers of statfs(2).
    let blind: Set<UInt32> = [
      0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x794C_7630, 0x6573_5546, 0x0102_1997, 0x786F_4256,
    ]
    return blind.contains(inbox.withCString { dossier_file_system_type($0) })
      ? Self.blindScanInterval : .seconds(60)
  }

  /// Watches a folder and those in it.
  ///
  /// - Returns: whether all of them are watched; a folder that went away meanwhile needs no watch.
  private func watch(_ folder: FilePath) -> Bool {
    var isWatched = state.withLock { state in
      let watch = folder.withCString { inotify_add_watch(state.descriptor, $0, Self.mask) }
      guard watch >= 0 else { return errno == ENOENT && folder != inbox }
      state.folders[watch] = folder
      return true
    }
    // After the watch, so that no folder is made between the two unseen.
    for subfolder in FolderScan.subfolders(of: folder) where !watch(subfolder) { isWatched = false }
    return isWatched
  }

  private func read(_ descriptor: Int32) {
    let size = 64 * 1024
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
    defer { buffer.deallocate() }
    while let base = buffer.baseAddress {
      let count = Glibc.read(descriptor, base, size)
      if count <= 0 { return }
      var offset = 0
      while offset < count {
        let event = base.load(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + MemoryLayout<inotify_event>.size
        let name = UnsafeRawBufferPointer(rebasing: buffer[start..<(start + Int(event.len))])
        handle(event, name: Array(name.prefix { $0 != 0 }))
        offset = start + Int(event.len)
      }
    }
  }

  private func handle(_ event: inotify_event, name: [UInt8]) {
    func has(_ flag: Int) -> Bool { event.mask & UInt32(flag) != 0 }
    if has(Int(IN_Q_OVERFLOW)) { return report(.everything) }
    let folder = state.withLock { state in
      has(Int(IN_IGNORED)) ? state.folders.removeValue(forKey: event.wd) : state.folders[event.wd]
    }
    guard let folder else { return }
    if has(Int(IN_DELETE_SELF)) || has(Int(IN_MOVE_SELF)) { return report(.everything) }
    if name.isEmpty || FolderScan.isIgnored(name) { return }
    let path = folder.appending(name)
    if has(Int(IN_ISDIR)) {
      _ = watch(path)
      report(.folder(path))
    } else if has(Int(IN_MOVED_TO)) {
      report(.movedIn(path))
    } else if has(Int(IN_CLOSE_WRITE)) {
      report(.closed(path))
    } else if has(Int(IN_CREATE)) {
      report(.appeared(path))
    }
  }
}
