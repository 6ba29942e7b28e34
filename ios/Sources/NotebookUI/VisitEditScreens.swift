import Notebook
import NotebookApp
import SwiftUI

/// A date while she puts it down or changes it.
struct VisitEditScreen: View {
  let session: Session
  @Bindable var fields: VisitFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[fields.id == nil ? .datesAdd : .dateChange], back: { session.back() }) {
      Field(label: texts[.dateName], text: $fields.title)
      WhenPart(fields: fields.when)
      if fields.isElsewhere { elsewhere }
      WordButton(texts[fields.more ? .dateFewer : .dateMore]) { fields.more.toggle() }
      if fields.more { rest }
      Say(texts[.dateKeptWhen], quiet: true)
      WordButton(texts[.dateKeep], .main) { session.visitDone() }
    }
  }

  @ViewBuilder private var elsewhere: some View {
    Say(texts.with(.dateZone, fields.townOfZone, gap: .place), quiet: true)
    WordButton(texts[.dateZoneHere]) { fields.zone = fields.zoneHere }
  }

  @ViewBuilder private var rest: some View {
    kinds
    Heading(texts[.dateWhoWhere])
    Field(label: texts[.dateWho], text: $fields.who)
    Field(label: texts[.datePlace], text: $fields.place)
    Field(label: texts[.dateContact], text: $fields.contact)
    if fields.canRepeat { often }
    Field(label: texts[.dateTravel], text: $fields.travel, lines: 2)
    Field(label: texts[.dateCompany], text: $fields.company)
    Field(label: texts[.dateBring], text: $fields.bring, lines: 2)
    Field(label: texts[.dateWaiting], text: $fields.waiting)
    Field(label: texts[.dateNotes], text: $fields.notes, lines: 3)
  }

  @ViewBuilder private var kinds: some View {
    Heading(texts[.dateKind])
    Choice(text: texts[.dateKindNone], chosen: fields.kind == nil) { fields.kind = nil }
    ForEach(fields.choices.kinds, id: \.self) { choice in
      Choice(text: choice.text, chosen: fields.kind == choice.kind) { fields.kind = choice.kind }
    }
  }

  @ViewBuilder private var often: some View {
    Heading(texts[.dateOften])
    Choice(text: texts[.dateOftenOnce], chosen: fields.often == nil) { fields.often = nil }
    if let rule = fields.ruleOfElsewhere {
      Choice(text: texts[.repeatOther], chosen: fields.often == rule) { fields.often = rule }
    }
    ForEach(fields.choices.often, id: \.self) { choice in
      Choice(text: choice.text, chosen: fields.often == choice.rule) { fields.often = choice.rule }
    }
  }
}

/// When it is: how much is known of it, and fields for that.
struct WhenPart: View {
  @Bindable var fields: WhenFields
  @Environment(\.texts) private var texts

  var body: some View {
    Heading(texts[.dateWhen])
    ForEach(WhenChoice.allCases, id: \.self) { choice in
      Choice(text: texts[choice.name], chosen: fields.choice == choice) { fields.choice = choice }
    }
    if fields.choice != .toBeTold { DayPart(fields: fields.day, today: fields.today) }
    switch fields.choice {
    case .toBeTold, .day: EmptyView()
    case .time: TimePart(fields: fields.from, hour: .dateHour, minute: .dateMinute)
    case .window:
      TimePart(fields: fields.from, hour: .dateFromHour, minute: .dateFromMinute)
      TimePart(fields: fields.to, hour: .dateToHour, minute: .dateToMinute)
    }
  }
}

/// A day, in three fields; today and tomorrow are a tap away.
struct DayPart: View {
  @Bindable var fields: DayFields
  let today: CivilDay
  @Environment(\.texts) private var texts

  var body: some View {
    ViewThatFits(in: .horizontal) {
      HStack(alignment: .bottom, spacing: 8) { three }
      VStack(alignment: .leading, spacing: 8) { three }
    }
    HStack(spacing: 8) {
      WordButton(texts[.dateToday]) { fields.set(today) }
      WordButton(texts[.dateTomorrow]) { fields.set(today.next) }
    }
  }

  @ViewBuilder private var three: some View {
    Field(label: texts[.dateDay], text: $fields.day, numbers: true)
    Field(label: texts[.dateMonth], text: $fields.month, numbers: true)
    Field(label: texts[.dateYear], text: $fields.year, numbers: true)
  }
}

/// A time of day, in two fields.
struct TimePart: View {
  @Bindable var fields: TimeFields
  let hour: Name
  let minute: Name
  @Environment(\.texts) private var texts

  var body: some View {
    ViewThatFits(in: .horizontal) {
      HStack(alignment: .bottom, spacing: 8) { both }
      VStack(alignment: .leading, spacing: 8) { both }
    }
  }

  @ViewBuilder private var both: some View {
    Field(label: texts[hour], text: $fields.hour, numbers: true)
    Field(label: texts[minute], text: $fields.minute, numbers: true)
  }
}

/// One of those that come again, while it is moved.
struct VisitMoveScreen: View {
  let session: Session
  let fields: MoveFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.dateMove], back: { session.back() }) {
      WhenPart(fields: fields.when)
      Say(texts[.dateKeptWhen], quiet: true)
      WordButton(texts[.dateKeep], .main) { session.visitDone() }
    }
  }
}

/// What was said, what comes next, and a note that belongs to it.
struct AfterScreen: View {
  let session: Session
  @Bindable var fields: AfterFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.dateSaid], back: { session.back() }) {
      Field(label: texts[.dateSaid], text: $fields.said, lines: 4)
      Field(label: texts[.dateNextStep], text: $fields.next, lines: 2)
      Heading(texts[.dateNote])
      if let title = fields.noteTitle { Say(title) }
      WordButton(texts[.dateNoteLink]) { session.whichNote() }
      if fields.note != nil { WordButton(texts[.dateNoteDrop]) { session.choose(note: nil) } }
      Say(texts[.dateKeptWhen], quiet: true)
      WordButton(texts[.doDone], .main) { session.visitDone() }
    }
  }
}

/// Her notes, of which one is to belong to a date.
struct WhichNoteScreen: View {
  let session: Session
  let list: Lines
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.dateNoteWhich], isList: true, back: { session.back() }) {
      if list.lines.isEmpty { Say(texts[.listEmpty]) }
      ForEach(list.lines, id: \.id) { line in
        ListLine(title: line.title ?? line.date, below: line.title == nil ? nil : line.date) {
          session.choose(note: line)
        }
      }
      LoadMore(session: session, list: list)
    }
  }
}
