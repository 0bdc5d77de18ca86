package import GRDB
import HanText

/// Registers ``HanText/HanTokenizer`` with FTS5 as `han`, on every connection of the store.
package final class HanFTS5Tokenizer: FTS5CustomTokenizer {
  package static let name = "han"

  /// A tokenizer for FTS5.
  ///
  /// - Parameter arguments: none, or `version N` with the version of the folding tables that the index was
  ///   built with; another version than this program's is an error, since it would read the index wrongly.
  package init(db: Database, arguments: [String]) throws {
    guard arguments.isEmpty || arguments == ["version", String(hanTextVersion)] else {
      throw DatabaseError(resultCode: .SQLITE_ERROR)
    }
  }

  package func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
    nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return 0 }
    // Nothing in the program asks FTS5 to highlight: snippets are made from the articles themselves.
    let mode: HanTokenizer.Mode = tokenization.contains(.query) ? .match : .document
    return UnsafeRawPointer(pText).withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { bytes in
      HanTokenizer.tokenize(UnsafeBufferPointer(start: bytes, count: Int(nText)), mode: mode) {
        token, colocated, start, end in
        token.withMemoryRebound(to: CChar.self) {
          tokenCallback(
            context, colocated ? FTS5TokenFlags.colocated.rawValue : 0, $0.baseAddress, CInt($0.count),
            CInt(start), CInt(end))
        }
      }
    }
  }

  /// `han_fold(text)`: the text as the tokenizer compares it; NULL for NULL.
  static let foldFunction = DatabaseFunction("han_fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map { Folding.fold($0) }
  }
}
