import Foundation

// HMAC-SHA-256 as a phone's key store computes it, written out because Linux has no Swift library of it at
// hand without fetching one. For tests alone, where neither its time nor what it leaves in memory matters.

/// HMAC-SHA-256 (RFC 2104) under a key of a block (64 bytes) at most, as those of a key store are.
public func hmacSha256(key: [UInt8], message: [UInt8]) -> [UInt8] {
  precondition(key.count <= blockBytes)
  let padded = key + Array(repeating: 0, count: blockBytes - key.count)
  let inner = sha256(padded.map { $0 ^ 0x36 } + message)
  return sha256(padded.map { $0 ^ 0x5c } + inner)
}

/// SHA-256 (FIPS 180-4).
private func sha256(_ message: [UInt8]) -> [UInt8] {
  let blocks = padded(message)
  var state = startWords
  for start in stride(from: 0, to: blocks.count, by: blockBytes) {
    mix(Array(blocks[start..<start + blockBytes]), into: &state)
  }
  return state.flatMap { bigEndian($0) }
}

private let blockBytes = 64

/// The message, a bit that is one, zeros, and its length in bits: whole blocks.
private func padded(_ message: [UInt8]) -> [UInt8] {
  let zeros = (blockBytes + 55 - message.count % blockBytes) % blockBytes
  return message + [0x80] + Array(repeating: 0, count: zeros) + bigEndian(UInt64(message.count) * 8)
}

private func bigEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
  withUnsafeBytes(of: word.bigEndian) { Array($0) }
}

private func mix(_ block: [UInt8], into state: inout [UInt32]) {
  let schedule = schedule(of: block)
  var now = state
  for round in 0..<64 {
    let spread = rotated(now[4], 6) ^ rotated(now[4], 11) ^ rotated(now[4], 25)
    let choice = (now[4] & now[5]) ^ (~now[4] & now[6])
    let first = now[7] &+ spread &+ choice &+ roundWords[round] &+ schedule[round]
    let other = rotated(now[0], 2) ^ rotated(now[0], 13) ^ rotated(now[0], 22)
    let majority = (now[0] & now[1]) ^ (now[0] & now[2]) ^ (now[1] & now[2])
    now = [first &+ other &+ majority, now[0], now[1], now[2], now[3] &+ first, now[4], now[5], now[6]]
  }
  state = zip(state, now).map { $0 &+ $1 }
}

private func schedule(of block: [UInt8]) -> [UInt32] {
  var words = stride(from: 0, to: blockBytes, by: 4).map { at in
    block[at..<at + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }
  for at in 16..<64 {
    let near = rotated(words[at - 15], 7) ^ rotated(words[at - 15], 18) ^ (words[at - 15] >> 3)
    let far = rotated(words[at - 2], 17) ^ rotated(words[at - 2], 19) ^ (words[at - 2] >> 10)
    words.append(words[at - 16] &+ near &+ words[at - 7] &+ far)
  }
  return words
}

private func rotated(_ word: UInt32, _ by: UInt32) -> UInt32 {
  word >> by | word << (32 - by)
}

// The standard's constants are the first 32 bits behind the point of roots of primes: so there is no table
// to mistype, and the test with RFC 4231's numbers sees to the rest.
private let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }
private let startWords = primes.prefix(8).map { bitsBehindPoint(Double($0).squareRoot()) }
private let roundWords = primes.map { bitsBehindPoint(cbrt(Double($0))) }

private func bitsBehindPoint(_ number: Double) -> UInt32 {
  UInt32((number - number.rounded(.down)) * 4_294_967_296)
}
