import Foundation
import Notebook

/// One page, with what it shows.
public indirect enum Screen: Sendable {
  /// An empty page: before the first words are there, and at once after Close.
  case blank
  /// The first run.
  case first(FirstStep, Having)
  /// The number pad of a locked notebook, and whether a finger or a face opens one too.
  case unlock(byBiometric: Bool)
  /// The way in by recovery words.
  case unlockWords(Entry)
  /// A new PIN after recovery words, asked for twice.
  case newPin(again: Bool)
  /// Home: an empty page to write on, never old words.
  case write(Writing)
  /// After the first note, once.
  case offerCopy
  /// The notes, or those with one topic: dates and titles.
  case notes(Lines)
  /// The topics.
  case topicList([Topic])
  /// Another name for a topic.
  case topicName(String, Entry)
  /// What lies in the bin.
  case bin(Lines)
  /// What was looked for and found.
  case find(Finding)
  /// A note to read.
  case read(NoteRead)
  /// A note that is being changed.
  case edit(NoteRead, Writing)
  /// The topics of a note, and a new one that she types.
  case topics(NoteRead, Entry)
  /// What can be added to a note, or to a new one if there is none yet.
  case addTo(AddTo)
  /// Her voice is being recorded.
  case listening(AddTo)
  /// A picture, a sound or another file of a note.
  case attached(Attached)
  /// A note that is read to her.
  case readAloud(NoteRead)
  /// The earlier texts of a note.
  case earlier(Earlier)
  /// A page for a hard moment: nothing to fill in.
  case rightNow(RightNow)
  /// Her words on that page, being changed.
  case ownWords(OwnWords)
  /// Her own people, then the dated list.
  case numbers(NumbersPage)
  /// One of her people, being changed.
  case person(PersonEdit)
  /// What is coming, and what the phone will show.
  case dates(DatesPage)
  /// A month, and its dates.
  case month(MonthShown)
  /// Dates that are over.
  case earlierDates([DateLine])
  /// A date to read.
  case visit(VisitRead)
  /// A date that is being put down or changed, and where she came from.
  case visitEdit(VisitFields, from: Screen)
  /// One of those that come again, while it is moved.
  case visitMove(VisitRead, MoveFields)
  /// Her plan for a date.
  case plan(VisitRead, PlanFields)
  /// What was said at a date, and what comes next.
  case after(VisitRead, AfterFields)
  /// The notes, of which one is to belong to a date.
  case whichNote(VisitRead, AfterFields, Lines)
  /// The reminders of a date.
  case visitReminders(VisitRead, RemindersChoice)
  /// One reminder of a date: what the phone shows, and with which sound.
  case visitReminder(VisitRead, ReminderFields)
  /// A message that she pastes, and what was read in it.
  case paste(Pasting)
  /// What holds for all reminders.
  case reminders(RemindersFields)
  /// Her card: the way to it, and to all that goes with it.
  case card(CardHome)
  /// Her card, to look over and to change.
  case myCard(CardPage)
  /// A section of her card, being written.
  case section(SectionFields)
  /// Older cards.
  case pastCards(PastPage)
  /// Whom she sees.
  case seen([SeenLine])
  /// Someone she sees, being changed.
  case seenPerson(SeenFields)
  /// What each of them may be shown.
  case choices([ChoiceLine])
  /// One choice, being made or changed.
  case choice(ChoiceFields)
  /// What is about to be shown to someone, before it is.
  case showing(Showing)
  /// Who it is for, how it is shown and what is on it, being changed.
  case showChange(Showing, ShowChoices)
  /// Dates with a plan, of which one may go on it.
  case showPlans(Showing, ShowChoices, [PlanOption])
  /// Her notes, of which one may go on it.
  case showNotes(Showing, ShowChoices, Lines)
  /// The paragraphs of a note, of which some may go on it.
  case showNote(Showing, ShowChoices, Lines, NotePart)
  /// A page for someone else to read, while the notebook is locked.
  case onScreen(OnScreen)
  /// Lines that she reads to someone.
  case aloud(ReadOut)
  /// A text that was given: it is copied, too.
  case textGiven(String)
  /// A page that was given, to be saved or printed.
  case pageGiven(GivenPage)
  /// What she showed.
  case shownLines(ShownLines)
  /// One line about what she showed.
  case receipt(ReceiptPage)
  /// More itself.
  case more
  /// Her PIN once more, before a place that changes how the notebook opens.
  case confirmPin(Place)
  /// Another PIN, asked for twice.
  case changePin(again: Bool)
  /// Recovery words, and whether there are any.
  case recovery(made: Bool)
  /// A finger or a face in place of the PIN.
  case biometric(BiometricPage)
  /// Whether earlier texts are kept.
  case keepTexts(on: Bool)
  /// When it closes by itself.
  case closes
  /// After how many wrong PINs all is deleted; none for never.
  case wrongPins(after: UInt8?)
  /// Size of the words, colours, and language.
  case look
  /// What this can't do.
  case limits
  /// What a copy is, and of which kind it is to be.
  case saveCopy
  /// What a copy takes out of the phone, before it is made.
  case copyLeaves(Outgoing)
  /// Words that are shown once.
  case twelve(Twelve)
  /// A copy to bring back.
  case bringBack(Bringing)

  /// Which word of the bar it belongs to; none outside of an open notebook, where there is no bar.
  public var place: Place? {
    switch self {
    case .blank, .first, .unlock, .unlockWords, .newPin, .onScreen: nil
    case .write, .offerCopy: .write
    case .notes, .topicList, .topicName, .bin, .find, .read, .edit, .topics, .attached, .readAloud, .earlier: .notes
    case .addTo(let to), .listening(let to): to.from.place
    case .rightNow, .ownWords, .numbers, .person: .rightNow
    case .dates, .month, .earlierDates, .visit, .visitEdit, .visitMove, .plan, .after, .whichNote, .visitReminders,
      .visitReminder, .paste:
      .dates
    case .card, .myCard, .section, .pastCards, .seen, .seenPerson, .choices, .choice, .shownLines, .receipt: .card
    case .showing, .showChange, .showPlans, .showNotes, .showNote, .aloud, .textGiven, .pageGiven: .card
    case .more, .reminders, .confirmPin, .changePin, .recovery, .biometric, .keepTexts, .closes, .wrongPins, .look,
      .limits,
      .saveCopy, .copyLeaves, .twelve, .bringBack:
      .more
    }
  }

  /// Whether it is the page for a hard moment itself.
  public var isRightNow: Bool { if case .rightNow = self { true } else { false } }

  /// Whether it changes how the notebook opens, and so comes after her PIN.
  var isBehindPin: Bool {
    switch self {
    case .changePin, .recovery, .biometric, .wrongPins: true
    default: false
    }
  }

  /// Whether someone else reads it, while the notebook is locked.
  var isOnScreen: Bool { if case .onScreen = self { true } else { false } }

  /// Whether she reads it out, or writes it down by hand.
  var isBeingGiven: Bool {
    switch self {
    case .aloud, .textGiven: true
    default: false
    }
  }

  /// Whether something was got ready to be shown, and is not given yet.
  var isShowing: Bool {
    switch self {
    case .showing, .showChange, .showPlans, .showNotes, .showNote: true
    default: false
    }
  }

  /// Whether her voice is being recorded.
  var isListening: Bool { if case .listening = self { true } else { false } }

  /// Whether its words are shown this once.
  var isShownOnce: Bool { if case .twelve = self { true } else { false } }

  /// What she writes on it.
  var writing: Writing? {
    switch self {
    case .write(let writing), .edit(_, let writing): writing
    default: nil
    }
  }
}

/// The steps of the first run, in their order.
public enum FirstStep: Int, CaseIterable, Sendable {
  case what, lost, pin, count, choose, again, second, secondAgain

  var next: FirstStep { FirstStep(rawValue: rawValue + 1) ?? self }
  var before: FirstStep { FirstStep(rawValue: rawValue - 1) ?? self }
}

/// What she chose to have.
public enum Having: Sendable {
  case one, two, onePlain
}

/// Where the bar and the buttons of More lead.
public enum Place: CaseIterable, Sendable {
  case write, notes, dates, card, more, month, earlierDates, paste, reminders, myCard, pastCards, seen, choices, shown,
    rightNow, numbers, find, topics, bin, save, bring, pin, recovery, biometric, keep, closes, wrongPins, look, limits

  /// Whether it changes how the notebook opens: whoever finds the phone open must not get that far.
  var isBehindPin: Bool {
    switch self {
    case .pin, .recovery, .biometric, .wrongPins: true
    default: false
    }
  }
}

/// A list, and whether there is more of it.
public struct Lines: Sendable {
  /// What is shown of it.
  public var lines: [Line]
  /// Whether there is more.
  public var more: Bool
  /// The topic that all of them have, if it is a list of one.
  public let topic: String?

  init(_ list: NoteList, topic: String? = nil) {
    lines = list.lines
    more = list.more
    self.topic = topic
  }

  func with(_ next: NoteList) -> Lines { Lines(NoteList(lines: lines + next.lines, more: next.more), topic: topic) }
}

/// What was looked for and found; words around a hit only where she tapped for them.
public struct Finding: Sendable {
  /// What she types.
  public let entry: Entry
  /// What was looked for.
  public var query = ""
  /// What was found; nothing before she has asked.
  public var found: Lines?
  /// Words around the hits, by note.
  public var around: [String: [Piece]] = [:]
}

/// A note to read, and where she came from.
public struct NoteRead: Sendable {
  /// The note.
  public var page: NotePage
  /// The list it was opened from.
  let from: Screen
  /// Whether the rest of what can be done with it shows.
  public var choices = false
}

/// A picture, a sound or another file of a note.
public struct Attached: Sendable {
  /// The note that has it.
  let read: NoteRead
  /// What is known of it.
  public let line: AttachmentLine
  /// What to draw, if it is a picture that can be seen here.
  public internal(set) var picture: (any Drawn)?
  /// What to play, if it is a sound that can be heard here.
  var sound: Data?
  /// Whether it can be heard here.
  public var isHeard: Bool { sound != nil }
}

/// What something is added to.
public struct AddTo: Sendable {
  /// The note; none for a new one.
  let note: String?
  /// Where she came from.
  let from: Screen
}

/// The earlier texts of a note.
public struct Earlier: Sendable {
  /// Of which note.
  let read: NoteRead
  /// Their dates.
  public let lines: [EarlierLine]
  /// One of them, if she opened it.
  public var open: (date: String, number: UInt32, text: DraftText)?
}

/// Whether a finger or a face opens a notebook, and whether it can.
public struct BiometricPage: Sendable {
  /// Whether the phone keeps a secret of some notebook.
  public let on: Bool
  /// Whether the phone knows a finger or a face.
  public let knowsSomeone: Bool
  /// Whether this notebook has recovery words.
  public let recovery: Bool
}

/// A copy before it leaves the phone.
public struct Outgoing: Sendable {
  /// What an open copy holds; nothing for a sealed one, which holds all there is.
  public let open: OpenCopy?
  /// Whether files go along that may say where they were made.
  public var allFiles = false
}

/// Twelve words, shown once.
public struct Twelve: Sendable {
  /// The words.
  public let words: [String]
  /// How many notes are in the copy that they open; none if they are for recovery.
  public let notes: UInt64?
}

/// How far a copy has come back.
public enum Bringing: Sendable {
  /// She is to choose which.
  case choose
  /// Its words are asked for.
  case words(Entry)
  /// What would come in.
  case preview(Restored)
}
