import Glibc

/// Tells systemd how the service stands: the protocol of sd_notify(3), which is a datagram of lines on the socket
/// that `NOTIFY_SOCKET` names. Does nothing where there is none.
package struct SystemdNotifier: Sendable {
  private let socketName: String?
  /// How often the watchdog must be fed at least; `nil` where there is no watchdog.
  package let watchdogInterval: Duration?

  /// The notifier that an environment describes.
  package init(environment: (String) -> String? = { getenv($0).map { String(cString: $0) } }) {
    socketName = environment("NOTIFY_SOCKET").flatMap { $0.isEmpty ? nil : $0 }
    let isOurs = environment("WATCHDOG_PID").map { $0 == String(getpid()) } ?? true
    watchdogInterval =
      isOurs ? environment("WATCHDOG_USEC").flatMap(Int.init).map { .microseconds($0) } : nil
  }

  /// The service is up.
  package func ready() { send("READY=1") }
  /// The service looks at everything anew; ``ready()`` follows.
  package func reloading() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
  }
  /// The service ends.
  package func stopping() { send("STOPPING=1") }
  /// What `systemctl status` shows.
  package func status(_ text: String) { send("STATUS=\(text)") }
  /// The service works.
  package func feedWatchdog() { send("WATCHDOG=1") }

  private func send(_ message: String) {
    guard let socketName else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = Array(socketName.utf8)
    guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    // A name that begins with @ lies in the abstract name space, whose names begin with NUL.
    if name.first == UInt8(ascii: "@") { name[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    let bytes = Array(message.utf8)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }
}
