// A stand-in for Apple's AVFAudio: what App/ uses of it.
import Foundation

// MARK: Where sound goes

open class AVAudioSession: NSObject, @unchecked Sendable {
  public struct Port: Hashable, RawRepresentable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let headphones = Self(rawValue: ""), builtInReceiver = Self(rawValue: "")
    public static let bluetoothA2DP = Self(rawValue: ""), bluetoothHFP = Self(rawValue: ""), bluetoothLE = Self(rawValue: "")
  }
  public struct Category: Hashable, Sendable { public static let playAndRecord = Self(), record = Self(), playback = Self() }
  public struct Mode: Hashable, Sendable { public static let `default` = Self(), spokenAudio = Self() }
  public struct CategoryOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let allowBluetooth = Self(rawValue: 4), allowBluetoothA2DP = Self(rawValue: 32)
  }
  public struct SetActiveOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let notifyOthersOnDeactivation = Self(rawValue: 1)
  }
  public enum PortOverride: UInt, Sendable { case none, speaker }
  open class func sharedInstance() -> AVAudioSession { fatalError() }
  open var currentRoute: AVAudioSessionRouteDescription { fatalError() }
  open func setCategory(_ category: Category, mode: Mode, options: CategoryOptions = []) throws { fatalError() }
  open func setActive(_ active: Bool, options: SetActiveOptions = []) throws { fatalError() }
  open func overrideOutputAudioPort(_ portOverride: PortOverride) throws { fatalError() }
  public enum InterruptionType: UInt, Sendable { case ended, began }
  public enum RouteChangeReason: UInt, Sendable { case unknown, newDeviceAvailable, oldDeviceUnavailable, categoryChange, override }
  public class var routeChangeNotification: NSNotification.Name { fatalError() }
  public class var interruptionNotification: NSNotification.Name { fatalError() }
  public class var mediaServicesWereResetNotification: NSNotification.Name { fatalError() }
}
public let AVAudioSessionInterruptionTypeKey = ""
public let AVAudioSessionRouteChangeReasonKey = ""
extension NSNotification.Name {
  public static var AVAudioEngineConfigurationChange: NSNotification.Name { fatalError() }
}
open class AVAudioSessionRouteDescription: NSObject { open var outputs: [AVAudioSessionPortDescription] { fatalError() } }
open class AVAudioSessionPortDescription: NSObject { open var portType: AVAudioSession.Port { fatalError() } }
open class AVAudioApplication: NSObject {
  open class func requestRecordPermission() async -> Bool { fatalError() }
}

// MARK: Playing and reading

public protocol AVAudioPlayerDelegate: NSObjectProtocol {
  func audioPlayerDidFinishPlaying(_ player: AVAudioPlayer, successfully flag: Bool)
  func audioPlayerDecodeErrorDidOccur(_ player: AVAudioPlayer, error: (any Error)?)
}
open class AVAudioPlayer: NSObject {
  public init(data: Data) throws { fatalError() }
  weak open var delegate: (any AVAudioPlayerDelegate)?
  open var isPlaying: Bool { fatalError() }
  open func play() -> Bool { fatalError() }
  open func stop() { fatalError() }
}
public protocol AVSpeechSynthesizerDelegate: NSObjectProtocol {
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance)
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didPause utterance: AVSpeechUtterance)
  func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance)
}
public enum AVSpeechBoundary: Int, Sendable { case immediate, word }
open class AVSpeechSynthesizer: NSObject {
  weak open var delegate: (any AVSpeechSynthesizerDelegate)?
  open var isSpeaking: Bool { fatalError() }
  open func speak(_ utterance: AVSpeechUtterance) { fatalError() }
  @discardableResult open func stopSpeaking(at boundary: AVSpeechBoundary) -> Bool { fatalError() }
}
open class AVSpeechUtterance: NSObject {
  public init(string: String) { fatalError() }
  open var voice: AVSpeechSynthesisVoice?
}
open class AVSpeechSynthesisVoice: NSObject, @unchecked Sendable { public init?(language languageCode: String?) { fatalError() } }

// MARK: Recording

public typealias AVAudioFrameCount = UInt32
public typealias AVAudioNodeBus = Int
public typealias AVAudioChannelCount = UInt32
public enum AVAudioCommonFormat: UInt, Sendable { case otherFormat, pcmFormatFloat32, pcmFormatFloat64, pcmFormatInt16, pcmFormatInt32 }
open class AVAudioFormat: NSObject, @unchecked Sendable {
  public init?(commonFormat format: AVAudioCommonFormat, sampleRate: Double, channels: AVAudioChannelCount, interleaved: Bool) { fatalError() }
  open var sampleRate: Double { fatalError() }
}
open class AVAudioTime: NSObject {}
open class AVAudioBuffer: NSObject { open var format: AVAudioFormat { fatalError() } }
open class AVAudioPCMBuffer: AVAudioBuffer {
  public init?(pcmFormat format: AVAudioFormat, frameCapacity: AVAudioFrameCount) { fatalError() }
  open var frameLength: AVAudioFrameCount { fatalError() }
  open var int16ChannelData: UnsafePointer<UnsafeMutablePointer<Int16>>? { fatalError() }
}
public enum AVAudioConverterInputStatus: Int, Sendable { case haveData, noDataNow, endOfStream }
public enum AVAudioConverterOutputStatus: Int, Sendable { case haveData, inputRanDry, endOfStream, error }
public typealias AVAudioPacketCount = UInt32
open class AVAudioConverter: NSObject {
  public init?(from fromFormat: AVAudioFormat, to toFormat: AVAudioFormat) { fatalError() }
  @discardableResult open func convert(to outputBuffer: AVAudioBuffer, error outError: UnsafeMutablePointer<NSError?>?, withInputFrom inputBlock: @Sendable (AVAudioPacketCount, UnsafeMutablePointer<AVAudioConverterInputStatus>) -> AVAudioBuffer?) -> AVAudioConverterOutputStatus { fatalError() }
}
open class AVAudioNode: NSObject {
  open func installTap(onBus bus: AVAudioNodeBus, bufferSize: AVAudioFrameCount, format: AVAudioFormat?, block tapBlock: @escaping (AVAudioPCMBuffer, AVAudioTime) -> Void) { fatalError() }
  open func removeTap(onBus bus: AVAudioNodeBus) { fatalError() }
}
open class AVAudioInputNode: AVAudioNode {}
open class AVAudioEngine: NSObject {
  open var inputNode: AVAudioInputNode { fatalError() }
  open func start() throws { fatalError() }
  open func stop() { fatalError() }
}
