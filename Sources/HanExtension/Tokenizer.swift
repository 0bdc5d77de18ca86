internal import CSQLiteExtension
internal import HanText

/// Registers the FTS5 tokenizer `han`. It takes no arguments, or `version N`, and then refuses to open an index
/// that another version of folding and units built.
func registerTokenizer(_ fts5: UnsafeMutablePointer<fts5_api>) -> CInt {
  var tokenizer = fts5_tokenizer(xCreate: create, xDelete: { _ in }, xTokenize: tokenize)
  return fts5.pointee.xCreateTokenizer?(fts5, "han", nil, &tokenizer, nil) ?? SQLITE_ERROR
}

private func create(
  _: UnsafeMutableRawPointer?, arguments: UnsafeMutablePointer<UnsafePointer<CChar>?>?, count: CInt,
  tokenizer: UnsafeMutablePointer<OpaquePointer?>?
) -> CInt {
  guard count == 0 || count == 2 && isOurVersion(arguments?[0], arguments?[1]) else { return SQLITE_ERROR }
  // The tokenizer has no state, but FTS5 wants an address.
  tokenizer?.pointee = OpaquePointer(bitPattern: 1)
  return SQLITE_OK
}

private func isOurVersion(_ name: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?) -> Bool {
  guard let name, let value else { return false }
  let wanted: StaticString = "version"
  for index in 0...wanted.utf8CodeUnitCount
  where UInt8(bitPattern: name[index]) != wanted.utf8Start[index] {
    return false
  }
  var number = 0
  var index = 0
  while value[index] != 0 {
    let digit = Int(value[index]) - 0x30
    guard (0...9).contains(digit), index < 9 else { return false }
    number = number * 10 + digit
    index += 1
  }
  return index > 0 && number == hanTextVersion
}

private func tokenize(
  _: OpaquePointer?, context: UnsafeMutableRawPointer?, flags: CInt, text: UnsafePointer<CChar>?, count: CInt,
  emit: (
    @convention(c) (UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt) -> CInt
  )?
) -> CInt {
  guard let text, let emit, count > 0 else { return SQLITE_OK }
  let bytes = UnsafeBufferPointer(
    start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(count))
  let mode: HanTokenizer.Mode = flags & FTS5_TOKENIZE_QUERY != 0 ? .query : .document
  return HanTokenizer.tokenize(bytes, mode: mode) { token, colocated, start, end in
    let characters = UnsafeRawPointer(token.baseAddress)?.assumingMemoryBound(to: CChar.self)
    return emit(
      context, colocated ? FTS5_TOKEN_COLOCATED : 0, characters, CInt(token.count), CInt(start), CInt(end))
  }
}
