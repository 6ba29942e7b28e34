import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Someone at the phone, over the real core: she does what the screens let her do, one thing after another, and says what
/// she sees.
@MainActor
final class Robot {
  let phone: Phone
  let time = TestTime()
  let handset = TestHandset()
  let senses = TestSenses()
  let biometrics = TestBiometrics()
  let keeper: TestKeeper
  let reminding: PhoneReminders
  private let pauses: Pauses
  private(set) var session: Session

  /// Unless a test is about them, nothing happens by itself after a pause.
  init(
    typing: Duration = .seconds(3600), rest: Duration = .seconds(3600), look: Duration = .seconds(3600),
    progress: Duration = .seconds(3600), second: Duration = .seconds(3600), voice: Duration = .seconds(3600),
    away: Duration = .seconds(3600)
  ) throws {
    pauses = Pauses(
      typing: typing, rest: rest, look: look, progress: progress, second: second, voice: voice, away: away)
    let phone = try Phone()
    self.phone = phone
    let keeper = TestKeeper { phone.device.now }
    self.keeper = keeper
    reminding = PhoneReminders(keeper: keeper, folder: phone.path("times")) { phone.device.now }
    session = Self.anApp(on: phone, handset, senses, biometrics, reminding, time, pauses)
  }

  private static func anApp(
    on phone: Phone, _ handset: TestHandset, _ senses: TestSenses, _ biometrics: TestBiometrics,
    _ reminding: PhoneReminders, _ time: TestTime, _ pauses: Pauses
  ) -> Session {
    Session(
      notebooks: phone.notebooks, scratch: URL(fileURLWithPath: phone.path("scratch")),
      look: KeptLook(file: URL(fileURLWithPath: phone.path("look"))), handset: handset, senses: senses,
      biometrics: biometrics, reminding: reminding, pauses: pauses,
      clock: { time.now })
  }

  /// The app is ended without a word, and started again.
  func crash() async throws {
    try phone.notebooks.lock()
    session = Self.anApp(on: phone, handset, senses, biometrics, reminding, time, pauses)
    await session.start().value
  }

  var screen: Screen { session.shown.screen }
  var notice: NotebookApp.Notice? { session.shown.notice }

  func said(_ name: Name) -> String { Texts(pack: .full, language: "en")[name] }

  /// Whether this is what the page says was done, or could not be.
  func sees(_ name: Name) -> Bool { notice?.text == said(name) }

  func isHome() -> Bool {
    if case .write(let writing) = screen { writing.isBlank } else { false }
  }
}

/// What she does.
extension Robot {
  func pin(_ digits: String) async {
    for digit in digits { session.pad.add(digit.wholeNumberValue ?? 0) }
    await session.pinIsIn()?.value
  }

  /// To a page of More that asks for her PIN first.
  func behindPin(_ place: Place, _ digits: String = herPin) async {
    await session.go(place).value
    await pin(digits)
  }

  func twice(_ digits: String) async {
    await pin(digits)
    await pin(digits)
  }

  /// Through the pages of the first run to Home.
  func firstRun(_ digits: String, second: String? = nil) async throws {
    await session.start().value
    for step in [FirstStep.what, .lost, .pin] {
      #expect(screen.isFirst(step))
      await session.firstNext().value
    }
    await session.firstNext(second == nil ? .one : .two).value
    await twice(digits)
    if let second {
      #expect(screen.isFirst(.second))
      await twice(second)
    }
    try #require(isHome())
  }

  func type(title: String? = nil, text: String? = nil) {
    if let text { session.typed(text: text) }
    if let title { session.typed(title: title) }
  }

  func write(_ title: String, _ text: String) async {
    await session.go(.write).value
    type(title: title, text: text)
    await session.done().value
    #expect(sees(.writeDone))
  }

  func unlock(_ digits: String) async throws {
    try #require(screen.isUnlock)
    await pin(digits)
    try #require(isHome())
  }

  func close() async {
    await session.close().value
    #expect(screen.isUnlock)
  }

  /// The list that is shown, by titles.
  var titles: [String] { screen.lines?.lines.map { $0.title ?? "" } ?? [] }

  func open(_ title: String) async throws {
    let line = try #require(screen.lines?.lines.first { $0.title == title })
    await session.open(line.id).value
    try #require(screen.page != nil)
  }

  func openFromNotes(_ title: String) async throws {
    await session.go(.notes).value
    try await open(title)
  }

  /// A folder of hers among the phone's files.
  func folder(_ name: String = "hers") throws -> URL {
    let folder = URL(fileURLWithPath: phone.path(name))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Makes a copy and chooses a folder of hers for it: where it is, and its words.
  func saveCopy() async throws -> (place: URL, words: [String]) {
    await session.go(.save).value
    await session.beforeSealedCopy().value
    await session.saveCopy().value
    guard case .place(let file)? = session.shown.asks else { throw NotAsked() }
    await session.chose(try folder()).value
    return (try folder().appendingPathComponent(file.lastPathComponent), try #require(screen.twelve).words)
  }

  /// Looks at what an open copy holds, a sentence each.
  func lookAtOpenCopy() async throws -> [String] {
    await session.go(.save).value
    await session.beforeOpenCopy().value
    return try #require(leaving)
  }

  /// What the page before an open copy says that it holds.
  var leaving: [String]? { screen.outgoing?.open?.said(in: Texts(pack: .full, language: "en")) }

  /// Makes recovery words, which are then shown.
  func recoveryWords() async {
    await behindPin(.recovery)
    await session.makeRecovery().value
    #expect(screen.twelve?.words.count == 12)
  }

  /// Looks into a copy of hers.
  func lookInto(_ copy: URL, _ words: [String]) async throws -> Restored {
    await session.go(.bring).value
    await session.chooseCopy().value
    await session.chose(copy).value
    guard case .words(let entry)? = screen.bringing else { throw NotAsked() }
    entry.text = words.joined(separator: " ")
    await session.previewCopy().value
    guard case .preview(let preview)? = screen.bringing else { throw NotAsked() }
    return preview
  }

  struct NotAsked: Error {}
}

/// What a screen shows, if it is that screen.
extension Screen {
  var isUnlock: Bool { if case .unlock = self { true } else { false } }
  var isBlank: Bool { if case .blank = self { true } else { false } }
  var isMore: Bool { if case .more = self { true } else { false } }
  var isOffer: Bool { if case .offerCopy = self { true } else { false } }

  func isFirst(_ step: FirstStep) -> Bool {
    if case .first(step, _) = self { true } else { false }
  }

  /// Whether her PIN is asked for once more.
  var asksForPin: Bool { if case .confirmPin = self { true } else { false } }

  var lines: Lines? {
    switch self {
    case .notes(let lines), .bin(let lines): lines
    case .find(let finding): finding.found
    default: nil
    }
  }

  var page: NotePage? {
    if case .read(let read) = self { read.page } else { nil }
  }

  var rightNow: RightNow? {
    if case .rightNow(let page) = self { page } else { nil }
  }

  var numbers: NumbersPage? {
    if case .numbers(let page) = self { page } else { nil }
  }

  var dates: DatesPage? {
    if case .dates(let page) = self { page } else { nil }
  }

  var month: MonthShown? {
    if case .month(let month) = self { month } else { nil }
  }

  var visit: VisitRead? {
    if case .visit(let read) = self { read } else { nil }
  }

  var visitFields: VisitFields? {
    if case .visitEdit(let fields, _) = self { fields } else { nil }
  }

  var plan: PlanFields? {
    if case .plan(_, let fields) = self { fields } else { nil }
  }

  var after: AfterFields? {
    if case .after(_, let fields) = self { fields } else { nil }
  }

  var visitReminders: (page: VisitPage, choice: RemindersChoice)? {
    if case .visitReminders(let read, let choice) = self { (read.page, choice) } else { nil }
  }

  var reminder: ReminderFields? {
    if case .visitReminder(_, let fields) = self { fields } else { nil }
  }

  var pasting: Pasting? {
    if case .paste(let pasting) = self { pasting } else { nil }
  }

  var attached: Attached? {
    if case .attached(let attached) = self { attached } else { nil }
  }

  var twelve: Twelve? {
    if case .twelve(let twelve) = self { twelve } else { nil }
  }

  var biometric: BiometricPage? {
    if case .biometric(let page) = self { page } else { nil }
  }

  /// Whether the pad offers the other way in.
  var offersBiometric: Bool { if case .unlock(byBiometric: true) = self { true } else { false } }

  var outgoing: Outgoing? {
    if case .copyLeaves(let outgoing) = self { outgoing } else { nil }
  }

  var earlier: Earlier? {
    if case .earlier(let earlier) = self { earlier } else { nil }
  }

  var finding: Finding? {
    if case .find(let finding) = self { finding } else { nil }
  }

  var bringing: Bringing? {
    if case .bringBack(let bringing) = self { bringing } else { nil }
  }
}

/// Something that any thread may look at. (`Mutex` of the standard library needs a later iOS than the app does.)
final class Shared<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  func with<T>(_ use: (inout Value) -> T) -> T {
    lock.lock()
    defer { lock.unlock() }
    return use(&value)
  }
}

/// A clock that goes on when a test says so.
final class TestTime: Sendable {
  private let passed = Shared(ContinuousClock.Instant.now)

  var now: ContinuousClock.Instant { passed.with { $0 } }

  func pass(_ time: Duration) { passed.with { $0 += time } }
}

let herPin = "271828"
let otherPin = "314159"
let herTitle = "By the river"
let herText = "A grey heron stood there for an hour."
