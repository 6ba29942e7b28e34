import Notebook
import NotebookApp
import SwiftUI

/// A date to read: what it is, what the phone will show of it, and what can be done.
struct VisitScreen: View {
  let session: Session
  let read: VisitRead
  @Environment(\.texts) private var texts

  var body: some View {
    let page = read.page
    Page(page.title, back: { session.back() }) {
      Say(page.when)
      if let status = page.status { Say(status) }
      if let often = page.often { Say(often, quiet: true) }
      facts
      WordButton(texts[.dateChange], .main) { session.changeVisit() }
      if texts?.pack == .full {
        WordButton(texts[.planTitle]) { session.plan() }
        VisitPlanLines(plan: page.visit.plan)
      }
      VisitReminderLines(session: session, page: page)
      VisitAfterLines(session: session, read: read)
      WordButton(texts[read.choices ? .doFewer : .doMore]) { session.visitChoices(!read.choices) }
      if read.choices { VisitRest(session: session, page: page) }
    }
  }

  private var facts: some View {
    let visit = read.page.visit
    let all: [(name: Name, text: String)] = [
      (.dateWho, visit.who), (.datePlace, visit.place), (.dateContact, visit.contact), (.dateTravel, visit.travel),
      (.dateCompany, visit.company), (.dateBring, visit.bring), (.dateWaiting, visit.waiting),
      (.dateNotes, visit.notes),
    ]
    return ForEach(all.filter { !$0.text.isEmpty }, id: \.name) { fact in
      Fact(what: texts[fact.name], text: fact.text)
    }
  }
}

/// What something is, and below it what she put down.
struct Fact: View {
  let what: String
  let text: String

  var body: some View {
    VStack(alignment: .leading, spacing: 4) {
      Say(what, quiet: true)
      Say(text)
    }
    .accessibilityElement(children: .combine)
  }
}

/// Her plan, to be read.
struct VisitPlanLines: View {
  let plan: VisitPlan
  @Environment(\.texts) private var texts

  var body: some View {
    if !plan.say.isEmpty {
      Heading(texts[.planSay])
      ForEach(Array(plan.say.enumerated()), id: \.offset) { at, thing in Say("\((at + 1).formatted()). \(thing)") }
    }
    if !plan.helps.isEmpty {
      Heading(texts[.planHelps])
      ForEach(plan.helps, id: \.self) { Say($0) }
    }
    if !plan.notAsk.isEmpty {
      Heading(texts[.planNotAsk])
      Say(plan.notAsk)
    }
  }
}

/// Its reminders: when each comes, or why it can't.
struct VisitReminderLines: View {
  let session: Session
  let page: VisitPage
  @Environment(\.texts) private var texts

  var body: some View {
    if !page.over || !page.reminders.isEmpty {
      Heading(texts[.remindersTitle])
      if page.reminders.isEmpty { Say(texts[.remindersNone], quiet: true) }
      ForEach(page.reminders, id: \.self) { ReminderLines(line: $0) }
    }
    if !page.over { WordButton(texts[.remindersTitle]) { session.chooseReminders() } }
  }
}

/// One reminder, to be read.
struct ReminderLines: View {
  let line: ReminderLine
  @Environment(\.texts) private var texts

  var body: some View {
    VStack(alignment: .leading, spacing: 4) {
      Say(line.text)
      if let at = line.at { Say(at, quiet: true) }
      Say(texts.with(.reminderShows, line.cover, gap: .cover), quiet: true)
      Say(texts[line.sound ? .reminderSound : .reminderSilent], quiet: true)
      ForEach(line.about, id: \.self) { Say($0) }
    }
    .accessibilityElement(children: .combine)
  }
}

/// What was said, what comes next, and the note that belongs to it.
struct VisitAfterLines: View {
  let session: Session
  let read: VisitRead
  @Environment(\.texts) private var texts

  var body: some View {
    if let after = read.page.after {
      if !after.said.isEmpty { Fact(what: texts[.dateSaid], text: after.said) }
      if !after.next.isEmpty { Fact(what: texts[.dateNextStep], text: after.next) }
    }
    if let title = read.noteTitle {
      Heading(texts[.dateNote])
      ListLine(title: title, below: nil) { session.openNoteOfVisit() }
    }
  }
}

/// The rest of what can be done with a date.
struct VisitRest: View {
  let session: Session
  let page: VisitPage
  @Environment(\.texts) private var texts

  var body: some View {
    WordButton(texts[.dateSaid]) { session.afterVisit() }
    if texts?.pack == .full { WordButton(texts[.cardShow]) { session.showPlan() } }
    if page.visit.status == .calledOff {
      WordButton(texts[.dateOn]) { session.callOff(false) }
    } else {
      WordButton(texts[.dateOff]) { session.callOff(true) }
    }
    words
    again
    WordButton(texts[.dateRemove]) { session.removeVisit() }
  }

  @ViewBuilder private var words: some View {
    if !page.phrases.isEmpty { Heading(texts[.dateWords]) }
    ForEach(page.phrases, id: \.self) { phrase in
      Fact(what: phrase.title, text: phrase.text)
      WordButton(texts.with(.dateCopy, phrase.title)) { session.copyWords(phrase) }
    }
    ForEach(page.aboutContact, id: \.self) { Say($0, quiet: true) }
  }

  @ViewBuilder private var again: some View {
    if page.day != nil, page.often != nil {
      Heading(texts[.dateThisOne])
      WordButton(texts[.dateMove]) { session.moveVisit() }
      WordButton(texts[.dateLeaveOut]) { session.leaveOut() }
    }
    if !page.next.isEmpty { Heading(texts[.dateNextOnes]) }
    ForEach(page.next, id: \.self) { VisitLine(session: session, line: $0) }
    ForEach(page.visit.repeat?.skipped ?? [], id: \.self) { day in
      if let texts, let civil = CivilDay(day) {
        WordButton(texts.with(.datePutBack, texts.day(civil, today: session.today), gap: .date)) {
          session.putBack(day: day)
        }
      }
    }
  }
}
