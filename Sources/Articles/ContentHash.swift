import CLibCrypto

/// The SHA-256 of a file's bytes: what "the same file" means to the ledger.
package struct ContentHash: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let hex: String

  /// The hash of some bytes.
  package init(of bytes: UnsafeRawBufferPointer) {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    // EVP_Digest fails only where SHA-256 is missing from the library; the empty digest that would leave must
    // never pass for a hash.
    let status = EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, EVP_sha256(), nil)
    precondition(status == 1 && length == 32, "libcrypto offers no SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    hex = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// A hash read back from its hexadecimal form (as stored); not validated.
  package init(hex: String) {
    self.hex = hex
  }

  package var description: String { hex }

  package static func < (left: ContentHash, right: ContentHash) -> Bool { left.hex < right.hex }
}
