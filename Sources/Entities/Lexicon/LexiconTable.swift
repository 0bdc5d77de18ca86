import CEntityTables

/// The generated lexicon, read in place: a trie of folded words, and what characters say about names.
///
/// Layout (little-endian; written by `scripts/entity-tables/trie.py`): magic, number of nodes, number of
/// characters, then the byte offsets of these sections: character identities (UInt16 for each scalar of the
/// basic plane, 0 = in no word); first children (UInt32 for each node and one more; nodes are in breadth-first
/// order, so a node's children end where the next one's begin); labels, costs, classes, readings (UInt16 a node;
/// cost 0 = no word ends here); reading bytes; what characters are in names (UInt8 a character,
/// ``CharacterClasses``); how characters sound (UInt16 a character, equal for equal sounds, 0 = unknown). Costs
/// are -ln p in sixteenths.
struct LexiconTable: @unchecked Sendable {
  /// A place in the trie; `root` is the empty prefix.
  typealias Node = Int
  static let shared = LexiconTable()
  static let root: Node = 0

  private let identities: UnsafePointer<UInt16>
  private let firstChild: UnsafePointer<UInt32>
  private let labels: UnsafePointer<UInt16>
  private let costs: UnsafePointer<UInt16>
  private let classes: UnsafePointer<UInt16>
  private let readings: UnsafePointer<UInt16>
  private let readingBytes: UnsafePointer<UInt8>
  private let nameClasses: UnsafePointer<UInt8>
  private let sounds: UnsafePointer<UInt16>
  /// The root's child for each character, 0 where no word begins so: the root has thousands of children, and every
  /// position of a text asks for one.
  private let rootChildren: UnsafePointer<UInt32>
  /// A bit for each ``pairHash(_:_:)`` of the first two characters of some word (a Bloom filter with one hash). Half of a
  /// text's pairs begin no word, and most of these need no search through far-off memory.
  private let pairBits: UnsafePointer<UInt64>
  /// How many bits of hash ``pairBits`` has room for: five for each pair.
  private static let pairHashBits: UInt32 = 18

  private init() {
    var size = 0
    guard let start = entity_lexicon(&size) else { preconditionFailure("the lexicon is part of the binary") }
    let base = UnsafeRawPointer(start)
    precondition(
      base.load(as: UInt32.self) == 0x4C45_5832, "the lexicon has another layout: generate it again")
    func section<T>(_ index: Int, _ type: T.Type) -> UnsafePointer<T> {
      let offset = Int(base.load(fromByteOffset: 12 + 4 * index, as: UInt32.self))
      return base.advanced(by: offset).assumingMemoryBound(to: type)
    }
    identities = section(0, UInt16.self)
    firstChild = section(1, UInt32.self)
    labels = section(2, UInt16.self)
    costs = section(3, UInt16.self)
    classes = section(4, UInt16.self)
    readings = section(5, UInt16.self)
    readingBytes = section(6, UInt8.self)
    nameClasses = section(7, UInt8.self)
    sounds = section(8, UInt16.self)
    // Characters are numbered from 1 on.
    let characterCount = 1 + Int(base.load(fromByteOffset: 8, as: UInt32.self))
    let children = UnsafeMutablePointer<UInt32>.allocate(capacity: characterCount)
    children.initialize(repeating: 0, count: characterCount)
    let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << (Self.pairHashBits - 6))
    bits.initialize(repeating: 0, count: 1 << (Self.pairHashBits - 6))
    for child in Int(firstChild[Self.root])..<Int(firstChild[Self.root + 1]) {
      children[Int(labels[child])] = UInt32(child)
      for second in Int(firstChild[child])..<Int(firstChild[child + 1]) {
        let hash = Self.pairHash(labels[child], labels[second])
        bits[hash >> 6] |= 1 << (UInt64(hash) & 63)
      }
    }
    rootChildren = UnsafePointer(children)
    pairBits = UnsafePointer(bits)
  }

  /// The number of a folded scalar's character, 0 for those in no word.
  func identity(_ scalar: UInt32) -> UInt16 { scalar < 0x10000 ? identities[Int(scalar)] : 0 }

  /// The node for the words that begin with a character; `nil` when none does.
  @inline(__always)
  func first(_ character: UInt16) -> Node? {
    let child = rootChildren[Int(character)]
    return child == 0 ? nil : Int(child)
  }

  /// Whether a word may begin with two characters; `false` says that none does.
  @inline(__always)
  func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let hash = Self.pairHash(first, second)
    return pairBits[hash >> 6] >> (UInt64(hash) & 63) & 1 != 0
  }

  @inline(__always)
  private static func pairHash(_ first: UInt16, _ second: UInt16) -> Int {
    // Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4).
    Int(((UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1) >> (32 - pairHashBits))
  }

  /// The node for `node`'s prefix followed by a character; `nil` when no word continues so.
  @inline(__always)
  func child(of node: Node, _ character: UInt16) -> Node? {
    var low = Int(firstChild[node])
    let end = Int(firstChild[node + 1])
    var high = end
    while low < high {
      let middle = (low + high) >> 1
      if labels[middle] < character { low = middle + 1 } else { high = middle }
    }
    return low < end && labels[low] == character ? low : nil
  }

  /// What the word that ends at a node costs; 0 when none does.
  @inline(__always) func cost(_ node: Node) -> UInt16 { costs[node] }

  /// What the word that ends at a node can be.
  @inline(__always) func classes(_ node: Node) -> WordClass { WordClass(rawValue: classes[node]) }

  /// What a character is in names.
  @inline(__always) func names(_ character: UInt16) -> CharacterClasses {
    CharacterClasses(byte: nameClasses[Int(character)])
  }

  /// How a character sounds, tones aside: a number that is the same for the same sound, 0 when unknown.
  func sound(_ character: UInt16) -> UInt16 { sounds[Int(character)] }

  /// Whether the word at a node names countries, by itself or among others.
  func hasReading(_ node: Node) -> Bool { readings[node] != 0 }

  /// The countries that the word at a node names, in the order of the word; empty for other words.
  func reading(_ node: Node) -> [CountryReading] {
    var p = readingBytes + Int(readings[node])
    let count = Int(p[0])
    p += 1
    return (0..<count).map { _ in
      let codes = (0..<Int(p[3])).map { Int(p[4 + $0]) }
      defer { p += 4 + codes.count }
      return CountryReading(
        start: Int(p[0]), length: Int(p[1]), kind: .init(number: Int(p[2] & 0x7f)), countries: codes,
        isCertain: p[2] & 0x80 != 0)
    }
  }
}
