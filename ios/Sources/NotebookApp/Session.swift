import Foundation
import Notebook
import Observation

/// How long to wait.
public struct Pauses: Sendable {
  /// After the first key before what was typed is kept as a draft.
  public var typing: Duration
  /// After the last write before the core rests.
  public var rest: Duration
  /// Between two looks whether she is still there.
  public var look: Duration
  /// Between two looks how far what takes long has come.
  public var progress: Duration
  /// One step of counting down a wait.
  public var second: Duration
  /// How long a microphone may take to end when she closes.
  public var voice: Duration
  /// How long she may be away where it does not close at once: less than the time that a phone gives to an app that left
  /// the screen, so that it closes while it still runs.
  public var away: Duration

  /// As a phone has them.
  public init(
    typing: Duration = .milliseconds(500), rest: Duration = .seconds(2), look: Duration = .seconds(2),
    progress: Duration = .milliseconds(200), second: Duration = .seconds(1), voice: Duration = .seconds(2),
    away: Duration = .seconds(20)
  ) {
    self.typing = typing
    self.rest = rest
    self.look = look
    self.progress = progress
    self.second = second
    self.voice = voice
    self.away = away
  }
}

/// Drives the notebooks for the screens. What is to be drawn stands in `shown`; what she does comes back as calls. Each
/// is done after the one before it, the core is called on a thread of its own, and the screen never waits. After `close`
/// none of her words is held here, and nothing that began before it shows anything.
///
/// The files `Session*.swift` beside this one add what can be done, by subject.
@MainActor @Observable
public final class Session {
  /// What is to be drawn.
  public internal(set) var shown = Shown()
  /// How often she closed: a shell draws all anew when it goes up, so that nothing drawn before is kept.
  public internal(set) var closings = 0
  /// How the screens are to look. It is kept outside of any notebook.
  public private(set) var look: Look
  /// The digits she is tapping.
  public let pad = PinPad()
  /// Whether a screen reader may say which digit is which: only into earphones.
  public private(set) var saysDigits: Bool

  @ObservationIgnored let notebooks: Notebooks
  /// The languages that there are.
  @ObservationIgnored public let languages = Notebook.languages()
  @ObservationIgnored private let phoneLanguage: String
  @ObservationIgnored let pauses: Pauses
  @ObservationIgnored let scratch: Scratch
  @ObservationIgnored let held = Held()
  @ObservationIgnored let queue = CoreQueue()
  @ObservationIgnored let outside = OutsideQueue()
  @ObservationIgnored let keptLook: KeptLook
  @ObservationIgnored let handset: any Handset
  /// What this phone can see, hear and say.
  @ObservationIgnored public let senses: any Senses
  @ObservationIgnored let biometrics: any Biometrics
  @ObservationIgnored let reminding: any Reminding
  @ObservationIgnored let clock: @Sendable () -> ContinuousClock.Instant
  @ObservationIgnored var work: Work?
  @ObservationIgnored var letGo: (@MainActor () -> Void)?
  @ObservationIgnored var typing: Typed?
  @ObservationIgnored var keeping: Keeping?
  @ObservationIgnored var ownTyping: OwnTexts?
  @ObservationIgnored var remindersTold: String?
  @ObservationIgnored var pause: Task<Void, Never>?
  @ObservationIgnored var rest: Task<Void, Never>?
  @ObservationIgnored var touchedAt: ContinuousClock.Instant
  @ObservationIgnored var recording: Recording?
  @ObservationIgnored var sounding: Task<Void, Never>?
  @ObservationIgnored var isElsewhere = false
  @ObservationIgnored var watching: Task<Void, Never>?
  @ObservationIgnored var leftAt: ContinuousClock.Instant?
  @ObservationIgnored var away: Task<Void, Never>?
  @ObservationIgnored var jobs: [Int: Task<Void, Never>] = [:]
  @ObservationIgnored var last: Task<Void, Never>?
  @ObservationIgnored var started = 0

  /// Over the notebooks of a phone. In `scratch` copies lie on their way out and in; `clock` goes on while the
  /// phone sleeps.
  public init(
    notebooks: Notebooks, scratch: URL, look: KeptLook, handset: any Handset, senses: any Senses,
    biometrics: any Biometrics,
    reminding: any Reminding,
    language: String = "en",
    pauses: Pauses = Pauses(),
    clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.notebooks = notebooks
    self.scratch = Scratch(folder: scratch)
    keptLook = look
    self.handset = handset
    phoneLanguage = language
    self.pauses = pauses
    self.senses = senses
    self.biometrics = biometrics
    self.reminding = reminding
    self.clock = clock
    touchedAt = clock()
    self.look = look.load()
    saysDigits = handset.hasEarphones
    // A notebook that is open gets to know of it at once: if she takes the date out next, it does not come.
    reminding.wasPutOff = { [weak self] in self?.remindersChanged() }
  }

  /// Earphones came in or out.
  public func soundGoesElsewhere() {
    saysDigits = handset.hasEarphones
  }

  /// What a screen reader says of a digit of the pad.
  public func spoken(digit: Int) -> String {
    // As on a telephone: 1 to 9 in three rows, 0 in a last one.
    let (row, key) = digit == 0 ? (4, 1) : ((digit + 2) / 3, (digit + 2) % 3 + 1)
    return saysDigits ? digit.formatted() : shown.texts?.padKey(row: row, key: key) ?? ""
  }

  /// Shows the first screen.
  @discardableResult
  public func start() -> Task<Void, Never> {
    watch()
    return act { session in
      let scratch = session.scratch
      try await session.core { _ in scratch.empty() }
      try await session.begin()
      await session.holdOutside()
    }
  }

  /// The number pad, or the first run if nothing is made yet. What was open is locked.
  func begin() async throws {
    let language = language
    let (standing, texts) = try await core { notebooks in
      (try notebooks.standing(), Texts(pack: .plain, language: language))
    }
    if standing == .unmade { await forgetOutside() } else { try await core { try $0.lock() } }
    shown = Shown(screen: standing == .unmade ? .first(.what, .one) : locked, texts: texts)
    reminding.offerLater(text(.reminderLater))
  }

  /// The language that she chose, or else the phone's own, by its tag.
  var language: String {
    languages.first { $0.tag == look.language }?.tag ?? phoneLanguage
  }

  /// Changes how the screens look, and what language they speak. No job that Close ends: what she chose a moment before
  /// holds.
  @discardableResult
  public func choose(_ look: Look) -> Task<Void, Never> {
    let before = language
    self.look = look
    if language != before {
      act { session in
        if let pack = session.shown.texts?.pack { try await session.speak(pack) }
      }
    }
    return Task {
      let keptLook = keptLook
      try? await queue.run { try keptLook.save(look) }
    }
  }
}
