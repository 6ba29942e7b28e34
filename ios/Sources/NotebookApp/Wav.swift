import Foundation

/// A WAV file of one ear, 16 bits a sample.
public enum Wav {
  /// Of these samples, lowest byte first, so many a second.
  public static func file(of samples: Data, perSecond: UInt32) -> Data {
    let (channels, bits): (UInt16, UInt16) = (1, 16)
    let bytesPerSample = UInt32(channels * bits / 8)
    var file = Data()
    file.append(contentsOf: "RIFF".utf8)
    file.append(little(UInt32(36 + samples.count)))
    file.append(contentsOf: "WAVEfmt ".utf8)
    file.append(little(UInt32(16)) + little(UInt16(1)) + little(channels))
    file.append(little(perSecond) + little(perSecond * bytesPerSample))
    file.append(little(UInt16(bytesPerSample)) + little(bits))
    file.append(contentsOf: "data".utf8)
    file.append(little(UInt32(samples.count)))
    return file + samples
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> Data {
    withUnsafeBytes(of: number.littleEndian) { Data($0) }
  }
}
