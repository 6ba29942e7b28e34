package app.notebook.preview

import app.notebook.core.Lead
import app.notebook.core.Reminder
import app.notebook.core.Repeat
import app.notebook.core.Visit
import app.notebook.core.VisitKind
import app.notebook.core.VisitPlan
import app.notebook.ui.*
import java.time.LocalDate

/** Goes through the screens of dates, over the real core, and stops at each by [at]. */
internal class WalkDates(
    private val session: Session,
    private val at: (name: String, ready: (Shown) -> Boolean) -> Unit,
    private val pass: (ready: (Shown) -> Boolean) -> Unit,
) {
    private val soon = LocalDate.now().plusDays(3)

    fun all() {
        session.go(Place.DATES)
        at("dates-empty") { it.screen is DatesList }
        puttingDown()
        reading()
        month()
        planning()
        over()
        pasting()
        settings()
    }

    private fun puttingDown() {
        session.newDate()
        at("date-new") { it.screen is DateEdit }
        type { it.copy(visit = someone(it.visit), time = timeOn(soon)) }
        session.back()
        pass { it.screen is DatesList }
        open("Dr Osei")
        session.editDate()
        at("date-change") { it.screen is DateEdit }
        session.editReminder(1)
        at("reminder-change") { it.screen is ReminderEdit }
        session.back()
        pass { it.screen is DateEdit }
        type { it.copy(time = it.time.copy(day = DayFields("31", "2", "2027"))) }
        session.keepDate()
        at("date-no-day") { it.notice?.trouble == true }
        type { it.copy(time = timeOn(soon)) }
        session.keepDate()
        pass { it.screen is DateRead }
        put("The group by the river") { date -> date.copy(repeat = weekly, reminders = listOf(own)) }
        put("Pick up the box", TimeFields(Timing.TO_BE_TOLD)) { it }
        session.go(Place.DATES)
        at("dates") { (it.screen as? DatesList)?.page?.coming?.open?.size == 1 }
        session.go(Place.WRITE)
        at("write-next-date") { (it.screen as? WriteNew)?.next?.next != null }
    }

    private fun reading() {
        session.go(Place.DATES)
        pass { it.screen is DatesList }
        open("Dr Osei")
        at("date") { it.screen is DateRead }
        session.dateChoices(true)
        at("date-choices") { (it.screen as? DateRead)?.choices == true }
        session.callOff(true)
        at("date-off") { it.notice?.undo == Undo.OfDate }
        session.undo()
        pass { it.notice?.undo == null }
        session.go(Place.DATES)
        pass { it.screen is DatesList }
        open("The group by the river")
        session.dateChoices(true)
        at("date-again") { (it.screen as? DateRead)?.choices == true }
        session.moveDate()
        at("date-move") { it.screen is DateMove }
        session.back()
        pass { it.screen is DateRead }
        session.leaveOut()
        at("date-left-out") { it.notice?.undo == Undo.OfDate }
    }

    private fun month() {
        session.openMonth()
        at("month") { it.screen is MonthShown }
        session.openMonth(1)
        at("month-after") { it.screen is MonthShown }
    }

    private fun planning() {
        session.go(Place.DATES)
        pass { it.screen is DatesList }
        open("Dr Osei")
        session.editPlan()
        at("plan") { it.screen is PlanEdit }
        session.keepDate()
        pass { it.screen is DateRead }
        session.editAfter()
        at("date-said") { it.screen is AfterEdit }
        session.chooseNote()
        at("date-note") { it.screen is NoteOfDate }
        session.noteChosen((session.now.value.screen as NoteOfDate).lines.first().id)
        pass { it.screen is AfterEdit }
        session.keepDate()
        pass { (it.screen as? DateRead)?.note != null }
    }

    private fun over() {
        put("Library", timeOn(LocalDate.now().minusDays(40))) { it }
        at("date-over") { (it.screen as? DateRead)?.page?.over == true }
        session.go(Place.EARLIER_DATES)
        at("dates-earlier") { (it.screen as? EarlierDates)?.lines?.isNotEmpty() == true }
    }

    private fun pasting() {
        session.openPaste()
        at("paste") { it.screen is PasteMessage }
        session.readMessage("Hello, this is a reminder to bring a pen.")
        at("paste-nothing") { (it.screen as? PasteMessage)?.found?.isEmpty() == true }
        session.readMessage("You have an appointment with Dr Osei on Fri 12 Dec at 9.10am at Mill Street Surgery.")
        at("paste-found") { (it.screen as? PasteMessage)?.found?.isNotEmpty() == true }
        session.takeRead((session.now.value.screen as PasteMessage).found!!.first())
        at("paste-taken") { it.screen is DateEdit }
        session.back()
        pass { it.screen is PasteMessage }
    }

    private fun settings() {
        session.go(Place.REMINDERS)
        at("reminders") { it.screen is ReminderSettings }
        session.tryReminder(false)
        at("reminders-tried") { it.screen is ReminderSettings && it.notice != null }
    }

    private fun put(title: String, time: TimeFields = timeOn(soon), with: (Visit) -> Visit) {
        session.go(Place.DATES)
        pass { it.screen is DatesList }
        session.newDate()
        pass { it.screen is DateEdit }
        type { DateFields(with(it.visit.copy(title = title)), time) }
        session.keepDate()
        pass { (it.screen as? DateRead)?.page?.title == title }
    }

    private fun type(change: (DateFields) -> DateFields) {
        val at = session.now.value.screen as DateEdit
        session.dateTyped(change(session.dateFieldsOf(at)))
    }

    private fun open(title: String) {
        val coming = (session.now.value.screen as DatesList).page.coming
        session.openDate((coming.dated + coming.open).first { it.title == title })
        pass { (it.screen as? DateRead)?.page?.title == title }
    }

    private fun someone(visit: Visit) =
        visit.copy(
            title = "Dr Osei",
            kind = VisitKind.IN_PERSON,
            who = "Dr Osei, or Sam at the desk",
            place = "The green door, Mill Street",
            contact = "0117 496 0000",
            travel = "Bus 4 from the bridge, ten minutes",
            plan = VisitPlan(listOf("Mornings are hard", "The letter"), listOf("The door open"), "Work"),
            reminders = listOf(Reminder(Lead.Day, "", false), Reminder(Lead.Leave(45u), "Feed the cat", true)),
        )

    private companion object {
        val weekly = Repeat("FREQ=WEEKLY", emptyList(), emptyList(), emptyList())
        val own = Reminder(Lead.Minutes(90u), "", false)

        fun timeOn(day: LocalDate) = TimeFields(Timing.AT, DayFields(day), ClockFields("14", "10"))
    }
}
