import Glibc
import TestSupport
import Testing

@testable import IngestDaemon

@Suite struct SystemdNotifierTests {
  /// A socket as systemd's, in a folder of its own.
  private final class Receiver {
    let folder: TemporaryFolder
    let path: String
    private let descriptor: Int32

    init() throws {
      folder = try TemporaryFolder()
      path = folder.path("s")
      descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      let result = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      #expect(result == 0)
    }

    deinit { close(descriptor) }

    func next() -> String {
      var buffer = [UInt8](repeating: 0, count: 1000)
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
  }

  @Test func tellsWhatSystemdAsksFor() throws {
    let receiver = try Receiver()
    let notifier = SystemdNotifier { $0 == "NOTIFY_SOCKET" ? receiver.path : nil }
    notifier.ready()
    #expect(receiver.next() == "READY=1")
    notifier.reloading()
    #expect(receiver.next().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
    notifier.status("一 file")
    #expect(receiver.next() == "STATUS=一 file")
    notifier.feedWatchdog()
    #expect(receiver.next() == "WATCHDOG=1")
    notifier.stopping()
    #expect(receiver.next() == "STOPPING=1")
  }

  @Test func saysNothingWhereNobodyListens() {
    SystemdNotifier { _ in nil }.ready()
    SystemdNotifier { $0 == "NOTIFY_SOCKET" ? "/nowhere/at/all" : nil }.ready()
    let name = String(repeating: "x", count: 200)
    SystemdNotifier { $0 == "NOTIFY_SOCKET" ? name : nil }.ready()
  }

  @Test func theWatchdogIsTheOneOfThisProcess() {
    func notifier(_ variables: [String: String]) -> SystemdNotifier { SystemdNotifier { variables[$0] } }
    #expect(notifier([:]).watchdogInterval == nil)
    #expect(notifier(["WATCHDOG_USEC": "30000000"]).watchdogInterval == .seconds(30))
    #expect(notifier(["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"]).watchdogInterval == nil)
    #expect(
      notifier(["WATCHDOG_USEC": "500000", "WATCHDOG_PID": "\(getpid())"]).watchdogInterval
        == .milliseconds(500))
  }
}
