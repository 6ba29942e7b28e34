import Foundation

/// The files of a zip, by name. Foundation unpacks none.
public func unpacked(_ zip: Data) throws -> [String: Data] {
  let bytes = Array(zip)
  // The list of all that is in it stands at the end, behind it 22 bytes that say where.
  let end = bytes.count - 22
  guard end >= 0, number(bytes, end, 4) == 0x0605_4b50 else { throw NoZip() }
  var (at, files) = (number(bytes, end + 16, 4), [String: Data]())
  for _ in 0..<number(bytes, end + 10, 2) {
    guard number(bytes, at, 4) == 0x0201_4b50 else { throw NoZip() }
    let name = at + 46..<at + 46 + number(bytes, at + 28, 2)
    files[String(decoding: bytes[name], as: UTF8.self)] = try content(bytes, entry: at)
    at = name.upperBound + number(bytes, at + 30, 2) + number(bytes, at + 32, 2)
  }
  return files
}

/// What is no zip, or none as the core makes it.
public struct NoZip: Error {}

private func content(_ bytes: [UInt8], entry: Int) throws -> Data {
  let head = number(bytes, entry + 42, 4)
  let begin = head + 30 + number(bytes, head + 26, 2) + number(bytes, head + 28, 2)
  let packed = bytes[begin..<begin + number(bytes, entry + 20, 4)]
  guard number(bytes, entry + 10, 2) == 8 else { throw NoZip() }
  var inflating = Inflating(Array(packed))
  let whole = try inflating.whole()
  guard whole.count == number(bytes, entry + 24, 4) else { throw NoZip() }
  return Data(whole)
}

/// The least of its bytes comes first.
private func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
  bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
}

/// Undoes "deflate" (RFC 1951), bit by bit: for tests it is quick enough.
private struct Inflating {
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private let packed: [UInt8]
  private var bit = 0
  private var out: [UInt8] = []

  init(_ packed: [UInt8]) { self.packed = packed }

  mutating func whole() throws -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try coded(Self.usual, Code(Array(repeating: 5, count: 30)))
      case 2:
        let (letters, distances) = try codes()
        try coded(letters, distances)
      default: throw NoZip()
      }
    }
    return out
  }

  private static var usual: Code {
    let lengths = [(144, 8), (112, 9), (24, 7), (8, 8)].flatMap { Array(repeating: $0.1, count: $0.0) }
    return Code(lengths)
  }

  private mutating func take(_ count: Int) throws -> Int {
    guard bit + count <= packed.count * 8 else { throw NoZip() }
    defer { bit += count }
    return (0..<count).reduce(0) { $0 | Int(packed[(bit + $1) / 8] >> UInt8((bit + $1) % 8) & 1) << $1 }
  }

  private mutating func stored() throws {
    bit = (bit + 7) / 8 * 8
    let count = try take(16)
    _ = try take(16)
    for _ in 0..<count { out.append(UInt8(try take(8))) }
  }

  private mutating func coded(_ letters: Code, _ distances: Code) throws {
    while true {
      let letter = try next(letters)
      if letter == 256 { return }
      if letter < 256 {
        out.append(UInt8(letter))
        continue
      }
      let size = letter - 257
      let length = try Self.lengths[size] + take(size < 8 || size == 28 ? 0 : size / 4 - 1)
      let far = try next(distances)
      let back = try Self.distances[far] + take(far < 4 ? 0 : far / 2 - 1)
      guard back <= out.count else { throw NoZip() }
      for _ in 0..<length { out.append(out[out.count - back]) }
    }
  }

  private mutating func next(_ code: Code) throws -> Int {
    var (found, first, index) = (0, 0, 0)
    for count in code.counts.dropFirst() {
      found |= try take(1)
      if found - first < count { return code.letters[index + found - first] }
      index += count
      first = (first + count) << 1
      found <<= 1
    }
    throw NoZip()
  }

  private mutating func codes() throws -> (Code, Code) {
    let (letters, distances, count) = (try take(5) + 257, try take(5) + 1, try take(4) + 4)
    var first = Array(repeating: 0, count: 19)
    for place in Self.order.prefix(count) { first[place] = try take(3) }
    let code = Code(first)
    var lengths: [Int] = []
    while lengths.count < letters + distances {
      switch try next(code) {
      case 16: lengths += Array(repeating: lengths.last ?? 0, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try take(7) + 11)
      case let length: lengths.append(length)
      }
    }
    return (Code(Array(lengths.prefix(letters))), Code(Array(lengths.dropFirst(letters))))
  }
}

/// A Huffman code by the lengths of its words.
private struct Code {
  /// How many words there are of each length.
  let counts: [Int]
  /// What they stand for, the short ones first.
  let letters: [Int]

  init(_ lengths: [Int]) {
    counts = (0...15).map { length in lengths.count { $0 == length } }
    letters = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }
}
