import NotebookApp
import SwiftUI

/// The screen that is shown.
struct ScreenView: View {
  let session: Session
  let screen: Screen
  @Environment(\.texts) private var texts

  var body: some View {
    switch screen {
    case .blank: EmptyView()
    case .first(let step, _): FirstScreens(session: session, step: step)
    case .unlock(let byBiometric): UnlockScreen(session: session, byBiometric: byBiometric)
    case .unlockWords(let entry): WordsScreen(session: session, entry: entry)
    case .newPin(let again): NewPinScreen(session: session, again: again)
    case .write, .offerCopy, .read, .edit, .topics: notePage
    case .addTo, .listening, .attached, .readAloud: attachmentPage
    case .notes, .topicList, .topicName, .bin, .find, .earlier: listPage
    case .rightNow, .ownWords, .numbers, .person: hardMomentPage
    case .dates, .month, .earlierDates, .paste: datesPage
    case .visit, .visitEdit, .visitMove, .plan, .after, .whichNote: visitPage
    case .visitReminders, .visitReminder, .reminders: remindersPage
    case .card, .myCard, .section, .pastCards: cardPage
    case .seen, .seenPerson, .choices, .choice, .shownLines, .receipt: seenPage
    case .showing, .showChange, .showPlans, .showNotes, .showNote: showPage
    case .onScreen, .aloud, .textGiven, .pageGiven: givenPage
    default: morePage
    }
  }

  @ViewBuilder private var datesPage: some View {
    switch screen {
    case .dates(let page): DatesScreen(session: session, page: page)
    case .month(let month): MonthScreen(session: session, month: month)
    case .earlierDates(let lines): EarlierDatesScreen(session: session, lines: lines)
    case .paste(let pasting): PasteScreen(session: session, pasting: pasting)
    default: EmptyView()
    }
  }

  @ViewBuilder private var visitPage: some View {
    switch screen {
    case .visit(let read): VisitScreen(session: session, read: read)
    case .visitEdit(let fields, _):
      VisitEditScreen(session: session, fields: fields).id(ObjectIdentifier(fields))
    case .visitMove(_, let fields): VisitMoveScreen(session: session, fields: fields)
    case .plan(_, let fields): PlanScreen(session: session, fields: fields)
    case .after(_, let fields): AfterScreen(session: session, fields: fields)
    case .whichNote(_, _, let list): WhichNoteScreen(session: session, list: list)
    default: EmptyView()
    }
  }

  @ViewBuilder private var remindersPage: some View {
    switch screen {
    case .visitReminders(let read, let choice):
      VisitRemindersScreen(session: session, page: read.page, choice: choice)
    case .visitReminder(_, let fields): ReminderScreen(session: session, fields: fields)
    case .reminders(let fields): RemindersScreen(session: session, fields: fields)
    default: EmptyView()
    }
  }

  @ViewBuilder private var cardPage: some View {
    switch screen {
    case .card(let page): CardScreen(session: session, page: page)
    case .myCard(let page): MyCardScreen(session: session, page: page)
    case .section(let fields): SectionScreen(session: session, fields: fields).id(ObjectIdentifier(fields))
    case .pastCards(let page): PastCardsScreen(session: session, page: page)
    default: EmptyView()
    }
  }

  @ViewBuilder private var seenPage: some View {
    switch screen {
    case .seen(let all): SeenScreen(session: session, all: all)
    case .seenPerson(let fields): SeenPersonScreen(session: session, fields: fields)
    case .choices(let lines): ChoicesScreen(session: session, lines: lines)
    case .choice(let fields): ChoiceScreen(session: session, fields: fields)
    case .shownLines(let list): ShownScreen(session: session, list: list)
    case .receipt(let page): ReceiptScreen(session: session, page: page)
    default: EmptyView()
    }
  }

  @ViewBuilder private var showPage: some View {
    switch screen {
    case .showing(let showing): ShowingScreen(session: session, showing: showing)
    case .showChange(let showing, let choices):
      ShowChangeScreen(session: session, showing: showing, people: choices.people, first: choices.first)
    case .showPlans(_, _, let plans): ShowPlansScreen(session: session, plans: plans)
    case .showNotes(_, _, let list): ShowNotesScreen(session: session, list: list)
    case .showNote(_, _, _, let part): ShowNoteScreen(session: session, part: part)
    default: EmptyView()
    }
  }

  @ViewBuilder private var givenPage: some View {
    switch screen {
    case .onScreen(let page): OnScreenScreen(session: session, page: page)
    case .aloud(let out): ReadOutScreen(session: session, out: out)
    case .textGiven(let text): TextGivenScreen(session: session, text: text)
    case .pageGiven: PageGivenScreen(session: session)
    default: EmptyView()
    }
  }

  @ViewBuilder private var attachmentPage: some View {
    switch screen {
    case .addTo: AddToScreen(session: session)
    case .listening: ListeningScreen(session: session)
    case .attached(let attached): AttachedScreen(session: session, attached: attached)
    case .readAloud: ReadAloudScreen(session: session)
    default: EmptyView()
    }
  }

  @ViewBuilder private var hardMomentPage: some View {
    switch screen {
    case .rightNow(let page): RightNowScreen(session: session, page: page)
    case .ownWords(let own): OwnWordsScreen(session: session, own: own)
    case .numbers(let page): NumbersScreen(session: session, page: page)
    case .person(let edit): PersonScreen(session: session, edit: edit, fields: edit.fields)
    default: EmptyView()
    }
  }

  @ViewBuilder private var notePage: some View {
    switch screen {
    case .write(let writing): WriteScreen(session: session, writing: writing).id(ObjectIdentifier(writing))
    case .offerCopy: OfferCopyScreen(session: session)
    case .read(let read): NoteScreen(session: session, page: read.page, choices: read.choices)
    case .edit(_, let writing): EditScreen(session: session, writing: writing)
    case .topics(let read, let entry): TopicsScreen(session: session, page: read.page, entry: entry)
    default: EmptyView()
    }
  }

  @ViewBuilder private var listPage: some View {
    switch screen {
    case .notes(let list):
      if let topic = list.topic {
        TopicScreen(session: session, topic: topic, list: list)
      } else {
        NotesScreen(session: session, list: list)
      }
    case .topicList(let topics): TopicListScreen(session: session, topics: topics)
    case .topicName(_, let entry): TopicNameScreen(session: session, entry: entry)
    case .bin(let list): BinScreen(session: session, list: list)
    case .find(let finding): FindScreen(session: session, finding: finding, entry: finding.entry)
    case .earlier(let earlier): EarlierScreen(session: session, earlier: earlier)
    default: EmptyView()
    }
  }

  @ViewBuilder private var morePage: some View {
    switch screen {
    case .more: MoreScreen(session: session)
    case .confirmPin: ConfirmPinScreen(session: session)
    case .changePin(let again): NewPinScreen(session: session, again: again)
    case .recovery(let made): RecoveryScreen(session: session, made: made)
    case .biometric(let page): BiometricScreen(session: session, page: page)
    case .keepTexts(let on): KeepScreen(session: session, on: on)
    case .closes: ClosesScreen(session: session)
    case .wrongPins(let after): WrongPinsScreen(session: session, after: after)
    case .look: LookScreen(session: session)
    case .limits: LimitsScreen(session: session)
    case .saveCopy: SaveCopyScreen(session: session)
    case .copyLeaves(let outgoing): LeavingScreen(session: session, outgoing: outgoing)
    case .twelve(let twelve): TwelveScreen(session: session, twelve: twelve)
    case .bringBack(let bringing): BringBackScreen(session: session, bringing: bringing)
    default: EmptyView()
    }
  }
}
