import Notebook

/// From place to place.
extension Session {
  /// Goes to a place of the bar or of More; what she was writing is kept first.
  @discardableResult
  public func go(_ place: Place) -> Task<Void, Never> {
    act { session in
      // What is under way may be about to show words that are shown once.
      guard session.shown.busy == nil, session.shown.asks == nil, !session.shown.screen.isOnScreen else { return }
      if session.shown.screen.isShownOnce { return session.askIfWritten(to: place) }
      // An empty page to write on is there already.
      if place == .write, case .write = session.shown.screen, session.typing == nil { return }
      try await session.leave { try await session.entering(place) }
    }
  }

  /// What she gets on her way to a place: the question for her PIN first, unless she has answered it on the page before.
  func entering(_ place: Place) async throws -> Screen {
    if place.isBehindPin, !shown.screen.isBehindPin { return .confirmPin(place) }
    return try await load(place)
  }

  /// What a place shows now.
  func load(_ place: Place) async throws -> Screen {
    let language = language
    switch place {
    case .write: return try await home()
    case .dates: return .dates(try await onPhone { try $0.dates(language: language, phone: $1) })
    case .month: return try await month(CivilMonth(year: handset.today.year, month: handset.today.month))
    case .earlierDates: return .earlierDates(try await core { try $0.earlierDates(language: language) })
    case .paste: return .paste(Pasting())
    case .reminders: return try await remindersPage()
    case .card, .myCard, .pastCards, .seen, .choices, .shown: return try await load(onCard: place)
    case .notes: return try await withTopic(nil)
    case .topics: return .topicList(try await core { try $0.topics() })
    case .bin: return .bin(Lines(try await core { try $0.bin(language: language, after: nil) }))
    case .find: return .find(Finding(entry: Entry()))
    case .more: return .more
    case .rightNow: return .rightNow(try await core { try $0.rightNow(language: language) })
    case .numbers: return .numbers(try await core { try $0.numbers(language: language) })
    case .save: return .saveCopy
    case .bring: return .bringBack(.choose)
    case .pin: return .changePin(again: false)
    case .recovery: return .recovery(made: try await core { try $0.hasRecovery() })
    case .biometric: return .biometric(try await biometricPage())
    case .keep: return .keepTexts(on: try await core { try $0.keepsHistory() })
    case .closes: return .closes
    case .wrongPins: return .wrongPins(after: try await core { try $0.wipeAfter() })
    case .look: return .look
    case .limits: return .limits
    }
  }

  /// The same screen again, with what has changed.
  func reloaded(_ screen: Screen) async throws -> Screen {
    switch screen {
    case .notes(let list): try await withTopic(list.topic)
    case .topicList: try await load(.topics)
    case .bin: try await load(.bin)
    case .find(let finding): try await looked(for: finding.query, in: finding.entry)
    case .read(let read): try await again(read)
    case .offerCopy, .write: try await load(.write)
    case .dates: try await load(.dates)
    case .month(let shown): try await month(shown.month, day: shown.day)
    case .earlierDates: try await load(.earlierDates)
    case .visit(let read): try await again(read)
    case .paste(let pasting): try await again(pasting)
    case .card: try await load(.card)
    case .myCard: try await load(.myCard)
    default: screen
    }
  }

  /// One step back.
  @discardableResult
  public func back() -> Task<Void, Never> {
    if shown.screen.isOnScreen { return close() }
    return act { session in
      guard session.shown.busy == nil else { return }
      if session.shown.question != nil {
        session.shown.question = nil
        return
      }
      try await session.stepBack()
    }
  }

  private func stepBack() async throws {
    switch shown.screen {
    case .blank, .unlock, .write, .first(.what, _): return
    case .twelve: askIfWritten(to: .more)
    case .earlier(var earlier) where earlier.open != nil:
      earlier.open = nil
      try await show(.earlier(earlier))
    case let at: try await leave { try await self.before(at) }
    }
  }

  private func before(_ at: Screen) async throws -> Screen {
    switch at {
    case .first(let step, _): Self.before(step)
    case .unlockWords, .newPin: locked
    case .read(let read): try await reloaded(read.from)
    case .edit(let read, _), .topics(let read, _): try await again(read)
    case .addTo(let to): try await before(adding: to)
    case .listening(let to): to.from
    case .readAloud(let read): try await again(read)
    case .attached(let attached): try await again(attached.read)
    case .earlier(let earlier): try await again(earlier.read)
    case .find, .bin, .topicList: try await load(.notes)
    case .topicName(let topic, _): try await withTopic(topic)
    case .notes(let list) where list.topic != nil: try await load(.topics)
    case .notes, .dates, .card, .more, .offerCopy, .rightNow: try await load(.write)
    case .month, .earlierDates, .paste, .visit, .visitEdit, .visitMove, .plan, .after, .whichNote, .visitReminders,
      .visitReminder:
      try await before(inDates: at)
    case .ownWords, .numbers: try await load(.rightNow)
    case .person: try await load(.numbers)
    case .myCard, .section, .pastCards, .seen, .seenPerson, .choices, .choice, .shownLines, .receipt:
      try await before(onCard: at)
    case .showing, .showChange, .showPlans, .showNotes, .showNote: try await before(showing: at)
    case .aloud, .textGiven, .pageGiven: try await load(.card)
    case .copyLeaves: .saveCopy
    default: .more
    }
  }

  private func before(adding to: AddTo) async throws -> Screen {
    guard let note = to.note else { return to.from }
    return try await reading(note, from: to.from)
  }

  /// From the PINs back to the question how many: what was put in is forgotten.
  private static func before(_ step: FirstStep) -> Screen {
    .first(step.rawValue > FirstStep.count.rawValue ? .count : step.before, .one)
  }
}
