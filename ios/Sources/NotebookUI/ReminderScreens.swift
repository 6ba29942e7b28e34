import Notebook
import NotebookApp
import SwiftUI

/// When? Or none: the reminders of a date, each a tap away, and times of her own.
struct VisitRemindersScreen: View {
  let session: Session
  let page: VisitPage
  @Bindable var choice: RemindersChoice
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.reminderWhen], back: { session.back() }) {
      Choice(text: texts[.reminderNone], chosen: page.reminders.isEmpty) { session.remindNever() }
      ForEach(choice.leads, id: \.self) { lead in
        Switched(text: lead.text, on: has(lead.lead)) { session.remind(lead.lead, $0) }
      }
      ForEach(page.reminders.filter { line in !choice.leads.contains { $0.lead == line.lead } }, id: \.self) { line in
        Switched(text: line.text, on: true) { session.remind(line.lead, $0) }
      }
      WordButton(texts[.doDone], .main) { session.remindersDone() }
      ForEach(page.reminders, id: \.self) { line in
        ReminderLines(line: line)
        WordButton(texts.with(.reminderChange, line.text)) { session.changeReminder(line) }
      }
      WordButton(texts[choice.own ? .doFewer : .leadAt]) { choice.own.toggle() }
      if choice.own { own }
    }
  }

  private func has(_ lead: Lead) -> Bool { page.reminders.contains { $0.lead == lead } }

  /// A fixed time is of one date alone: what comes again has times before it begins.
  @ViewBuilder private var own: some View {
    Heading(texts[.reminderBefore])
    ForEach([UInt32(60), 120], id: \.self) { minutes in
      if !has(.minutes(minutes)) {
        WordButton(texts?.minutesBefore(Int(minutes)) ?? "") { session.remind(.minutes(minutes), true) }
      }
    }
    Field(label: texts[.reminderMinutes], text: $choice.minutes, numbers: true)
    WordButton(texts[.topicsAdd]) { session.remindMinutesBefore() }
    if page.visit.repeat == nil {
      Heading(texts[.leadAt])
      DayPart(fields: choice.day, today: session.today)
      TimePart(fields: choice.time, hour: .dateHour, minute: .dateMinute)
      WordButton(texts[.topicsAdd]) { session.remindAtOwnTime() }
    }
  }
}

/// One reminder: what the phone shows, and whether it makes a sound.
struct ReminderScreen: View {
  let session: Session
  @Bindable var fields: ReminderFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(fields.line.text, back: { session.back() }) {
      Heading(texts[.reminderCover])
      Say(texts[.reminderCoverWhat], quiet: true)
      ForEach(fields.covers, id: \.self) { cover in
        Choice(text: cover, chosen: fields.cover == cover) { fields.cover = cover }
      }
      Field(label: texts[.reminderOwn], text: $fields.cover)
      Switched(text: texts[.reminderSound], on: fields.sound) { fields.sound = $0 }
      WordButton(texts[.doDone], .main) { session.visitDone() }
    }
  }
}

/// What holds for all reminders, whether the phone shows them, and a way to try one.
struct RemindersScreen: View {
  let session: Session
  @Bindable var fields: RemindersFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.remindersTitle], back: { session.back() }) {
      Say(texts[.remindersWhat])
      leave
      WordButton(texts[.remindersTry]) { session.tryReminder() }
      Say(texts[.reminderLaterWhat], quiet: true)
      ForEach(fields.texts, id: \.self) { Say($0, quiet: true) }
      Switched(text: texts[.remindersQuietHave], on: fields.hasQuiet) { fields.hasQuiet = $0 }
      if fields.hasQuiet { quiet }
      Heading(texts[.remindersMorningWhen])
      TimePart(fields: fields.morning, hour: .dateHour, minute: .dateMinute)
      Say(texts[.dateKeptWhen], quiet: true)
      WordButton(texts[.doDone], .main) { session.keepReminderSettings() }
      if texts?.pack == .full { Say(texts[.contactTheirs], quiet: true) }
    }
  }

  /// A phone asks only once: after that she changes it in its own settings.
  @ViewBuilder private var leave: some View {
    switch fields.leave {
    case .given:
      Say(texts[.remindersAllowed])
      Say(texts[.remindersExact], quiet: true)
    case .refused:
      Say(texts[.remindersNotAllowed])
      Say(texts[.remindersRefused], quiet: true)
    case .notAsked:
      Say(texts[.remindersNotAllowed])
      WordButton(texts[.remindersAllow]) { session.allowReminders() }
    }
  }

  @ViewBuilder private var quiet: some View {
    Say(texts[.remindersQuietWhat], quiet: true)
    Heading(texts[.remindersQuietFrom])
    TimePart(fields: fields.from, hour: .dateFromHour, minute: .dateFromMinute)
    Heading(texts[.remindersQuietTo])
    TimePart(fields: fields.to, hour: .dateToHour, minute: .dateToMinute)
  }
}
