/// To whom a short form belongs in articles that give nothing else (普京, 安倍).
package enum ShortForms {
  /// The owner of a short form: the core that holds it in nine of ten articles that give it together with a
  /// full name, and in two at least. The person of the list of well-known spellings needs only half of them, or
  /// none where no article gives a full name.
  ///
  /// - Parameters:
  ///   - resolved: in how many articles the form belongs to each core.
  ///   - listed: the core of the well-known person who is called so.
  /// - Returns: the core with its number of articles; `nil` when the form stays a person of its own name.
  package static func owner(resolved: [NameKey: Int], listed: NameKey?) -> (core: NameKey, articles: Int)? {
    let total = resolved.values.reduce(0, +)
    if let listed, (resolved[listed] ?? 0) * 2 >= total { return (listed, resolved[listed] ?? 0) }
    guard let best = resolved.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return best.value >= 2 && best.value * 10 >= total * 9 ? (best.key, best.value) : nil
  }
}
