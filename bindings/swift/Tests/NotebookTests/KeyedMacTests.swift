import TestPhone
import Testing

@Suite struct KeyedMacTests {
  /// RFC 4231, cases 2 and 3: if the test's own key store were wrong, nothing else here would say so.
  @Test func isTheStandardsOwn() {
    let short = hmacSha256(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8))
    #expect(hex(short) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = hmacSha256(
      key: Array(repeating: 0xaa, count: 20), message: Array(repeating: 0xdd, count: 50))
    #expect(hex(long) == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
