// A stand-in for Apple's AVFAudio: what App/ uses of it.
import Foundation

open class AVAudioSession: NSObject, @unchecked Sendable {
  public struct Port: Hashable, RawRepresentable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let headphones = Self(rawValue: ""), bluetoothA2DP = Self(rawValue: "")
    public static let bluetoothHFP = Self(rawValue: ""), bluetoothLE = Self(rawValue: "")
  }
  open class func sharedInstance() -> AVAudioSession { fatalError() }
  open var currentRoute: AVAudioSessionRouteDescription { fatalError() }
  public class var routeChangeNotification: NSNotification.Name { fatalError() }
}
open class AVAudioSessionRouteDescription: NSObject { open var outputs: [AVAudioSessionPortDescription] { fatalError() } }
open class AVAudioSessionPortDescription: NSObject { open var portType: AVAudioSession.Port { fatalError() } }
