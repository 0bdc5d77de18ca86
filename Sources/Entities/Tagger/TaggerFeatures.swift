/// The features of the tagger: each is a template with the values it takes at a place, hashed to a row of weights.
///
/// Hashing needs no dictionary of features: two that fall on one row share its weight, which costs nothing
/// measurable at 2^18 rows.
struct TaggerFeatures {
  /// How many features each place has.
  static let count = 40

  private let scalars: UnsafePointer<FeatureTerm>
  private let types: UnsafePointer<CharacterType>
  private let names: UnsafePointer<CharacterClasses>
  private let words: UnsafePointer<WordContext>

  /// The features at places of padded arrays.
  init(
    _ scalars: UnsafePointer<FeatureTerm>, _ types: UnsafePointer<CharacterType>,
    _ names: UnsafePointer<CharacterClasses>, _ words: UnsafePointer<WordContext>
  ) {
    self.scalars = scalars
    self.types = types
    self.names = names
    self.words = words
  }

  /// Writes the hash of each feature at a place, ``count`` in an order that never changes.
  @inline(__always)
  func write(at i: Int, to hashes: UnsafeMutableBufferPointer<UInt32>) {
    precondition(hashes.count >= Self.count)
    let (a3, a2, a1) = (scalars[i - 3], scalars[i - 2], scalars[i - 1])
    let c = scalars[i]
    let (b1, b2, b3) = (scalars[i + 1], scalars[i + 2], scalars[i + 3])
    hashes[0] = hash(0, 0)
    hashes[1] = hash(1, a2)
    hashes[2] = hash(2, a1)
    hashes[3] = hash(3, c)
    hashes[4] = hash(4, b1)
    hashes[5] = hash(5, b2)
    hashes[6] = hash(6, a2, a1)
    hashes[7] = hash(7, a1, c)
    hashes[8] = hash(8, c, b1)
    hashes[9] = hash(9, b1, b2)
    hashes[10] = hash(10, a1, c, b1)
    hashes[11] = hash(11, a1, b1)
    hashes[12] = hash(12, a2, a1, c)
    hashes[13] = hash(13, c, b1, b2)
    hashes[14] = hash(14, a3)
    hashes[15] = hash(15, b3)
    hashes[16] = hash(16, a3, a2)
    hashes[17] = hash(17, b2, b3)
    hashes[18] = hash(18, a3, a2, a1)
    hashes[19] = hash(19, b1, b2, b3)

    let (t2, t1, t0) = (type(i - 2), type(i - 1), type(i))
    let (s1, s2, s3) = (type(i + 1), type(i + 2), type(i + 3))
    hashes[20] = hash(20, t2 << 16 | t1 << 12 | t0 << 8 | s1 << 4 | s2)
    hashes[21] = hash(21, t1 << 8 | t0 << 4 | s1)
    hashes[22] = hash(22, t0 << 12 | s1 << 8 | s2 << 4 | s3)

    hashes[23] = hash(23, surname(i - 1) << 8 | surname(i) << 4 | surname(i + 1))
    hashes[24] = hash(24, surname(i) << 8 | given(i + 1) << 4 | given(i + 2))
    hashes[25] = hash(25, surname(i - 1) << 8 | given(i) << 4 | given(i + 1))
    hashes[26] = hash(26, surname(i - 2) << 8 | given(i - 1) << 4 | given(i))
    let (u3, u2, u1, u0) = (translit(i - 3), translit(i - 2), translit(i - 1), translit(i))
    let (v1, v2, v3) = (translit(i + 1), translit(i + 2), translit(i + 3))
    hashes[27] = hash(27, u2 << 16 | u1 << 12 | u0 << 8 | v1 << 4 | v2)
    hashes[28] = hash(28, u0 << 12 | v1 << 8 | v2 << 4 | v3)
    hashes[29] = hash(29, u3 << 12 | u2 << 8 | u1 << 4 | u0)
    hashes[30] = hash(30, transliterated(i - 1, -1) << 4 | transliterated(i, 1))
    hashes[31] = hash(31, c, FeatureTerm(u1 << 4 | v1))

    let (w0, w1, w2) = (words[i - 1], words[i], words[i + 1])
    hashes[32] = hash(32, UInt64(w1.before))
    hashes[33] = hash(33, UInt64(w1.after))
    hashes[34] = hash(34, UInt64(w1.shape))
    hashes[35] = hash(35, UInt64(w0.shape), UInt64(w1.shape), UInt64(w2.shape))
    hashes[36] = hash(36, c, FeatureTerm(UInt64(w1.shape)))
    hashes[37] = hash(37, UInt64(w1.before), UInt64(w1.shape))
    hashes[38] = hash(38, UInt64(w1.after), UInt64(w1.shape))
    hashes[39] = hash(39, UInt64(w0.before))
  }

  @inline(__always) private func type(_ i: Int) -> UInt64 { UInt64(types[i].rawValue) }
  @inline(__always) private func surname(_ i: Int) -> UInt64 { UInt64(names[i].surname) }
  @inline(__always) private func given(_ i: Int) -> UInt64 { UInt64(names[i].given) }
  @inline(__always) private func translit(_ i: Int) -> UInt64 { UInt64(names[i].transliteration) }

  /// How many transliterating characters stand in a row from a place on, 6 at most.
  @inline(__always)
  private func transliterated(_ start: Int, _ step: Int) -> UInt64 {
    var length: UInt64 = 0
    var i = start
    while length < 6, names[i].transliterates {
      length += 1
      i += step
    }
    return length
  }

  @inline(__always)
  private func hash(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) -> UInt32 {
    hash(template, FeatureTerm(a), FeatureTerm(b), FeatureTerm(c))
  }

  @inline(__always)
  private func hash(
    _ template: UInt64, _ a: FeatureTerm, _ b: FeatureTerm = FeatureTerm(0), _ c: FeatureTerm = FeatureTerm(0)
  ) -> UInt32 {
    let x = FeatureTerm.mixed((template &+ 1) &* 0x9E37_79B9_7F4A_7C15) ^ a.first ^ b.second ^ c.third
    return UInt32(truncatingIfNeeded: (x &* 0xBF58_476D_1CE4_E5B9) >> 32)
  }
}

/// What a value adds to the hash of a feature as the first, second or third value of a template. The mixing goes
/// through the exclusive or of the three, so that a character, which is in nineteen features, is mixed once.
struct FeatureTerm {
  let first, second, third: UInt64

  /// The terms of a value.
  @inline(__always)
  init(_ value: UInt64) {
    first = Self.mixed((value &+ 7) &* 0xC2B2_AE3D_27D4_EB4F)
    second = Self.mixed((value &+ 13) &* 0x1656_67B1_9E37_79F9)
    third = Self.mixed((value &+ 29) &* 0x27D4_EB2F_1656_67C5)
  }

  @inline(__always) static func mixed(_ x: UInt64) -> UInt64 { x ^ x >> 29 }
}

extension TaggerText {
  /// Gives `body` the features of this text, valid for its duration.
  func withFeatures<Result>(_ body: (TaggerFeatures) -> Result) -> Result? {
    scalars.withUnsafeBufferPointer { scalars in
      types.withUnsafeBufferPointer { types in
        names.withUnsafeBufferPointer { names in
          words.withUnsafeBufferPointer { words -> Result? in
            guard let scalars = scalars.baseAddress, let types = types.baseAddress,
              let names = names.baseAddress, let words = words.baseAddress
            else { return nil }
            return body(TaggerFeatures(scalars, types, names, words))
          }
        }
      }
    }
  }

  /// Writes the hashes of the features of a sentence, ``featureCount`` a character, to `hashes`.
  package func writeFeatures(of sentence: Sentence, to hashes: UnsafeMutablePointer<UInt32>) {
    _ = withFeatures { features in
      for index in 0..<sentence.count {
        let place = UnsafeMutableBufferPointer(
          start: hashes + index * TaggerFeatures.count, count: TaggerFeatures.count)
        features.write(at: sentence.first + index, to: place)
      }
    }
  }

  /// How many features each character has.
  package static var featureCount: Int { TaggerFeatures.count }
}
