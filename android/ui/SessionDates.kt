package app.notebook.ui

import app.notebook.core.DateLine
import app.notebook.core.MissingLine
import app.notebook.core.NotebookException
import app.notebook.core.Notebooks
import app.notebook.core.Phrase
import app.notebook.core.ReadDate
import app.notebook.core.Thing
import app.notebook.core.Visit
import app.notebook.core.VisitStatus
import java.time.YearMonth

/** The page of dates. */
internal fun Session.datesList() = DatesList(notebooks.dates(language, alarms.phone()))

/** Dates that are over. */
internal fun Session.earlierDates() = EarlierDates(notebooks.earlierDates(language))

/** Shows a month: this one, or the one that lies so many months after the one that is shown. */
fun Session.openMonth(by: Long = 0) {
    act {
        val at = (now.value.screen as? MonthShown)?.page
        val month = at?.run { YearMonth.of(year, month.toInt()) } ?: YearMonth.now()
        show(monthOf(month.plusMonths(by)))
    }
}

private fun Session.monthOf(month: YearMonth) =
    MonthShown(notebooks.month(language, month.year, month.monthValue.toUInt()))

internal fun Session.monthOf(at: MonthShown) = monthOf(YearMonth.of(at.page.year, at.page.month.toInt()))

/** One step back from a page of dates. */
internal fun Session.beforeDate(at: DatePlace): Screen =
    when (at) {
        is DateRead -> reloaded(at.from)
        is DateEdit -> at.id?.let { readDate(it, null, at.from) } ?: reloaded(at.from)
        is PlanEdit -> readDate(at.page.id, at.page.day, at.from)
        is AfterEdit -> readDate(at.page.id, at.page.day, at.from)
        is DateMove -> readDate(at.page.id, at.page.day, at.from)
        is ReminderSettings -> reloaded(at.from)
        is ReminderEdit -> at.form
        is NoteOfDate -> at.after
        is DatesList, is EarlierDates, is MonthShown, is PasteMessage -> datesList()
    }

/** Opens a date. */
fun Session.openDate(line: DateLine) {
    act {
        val at = now.value.screen as? Inside ?: return@act
        leave { readDate(line.id, line.day, at) }
    }
}

/** Opens the date that a reminder is of which can't come. */
fun Session.openMissing(line: MissingLine) {
    act {
        val at = now.value.screen as? Inside ?: return@act
        show(readDate(line.id, line.day, at))
    }
}

/** A date as it stands now; of those that come again, the single one of [day]. */
internal fun Session.readDate(id: String, day: String?, from: Inside): DateRead {
    // From one single one to the next, the way back leads to where she came from before.
    val (phone, origin) = alarms.phone() to ((from as? DateRead)?.from ?: from)
    val page = notebooks.visit(language, id, day, phone)
    return DateRead(page, origin, phone, noteOf(page.visit.after.firstOrNull { it.day == page.day }?.note))
}

/** None of a note that is gone, or in the bin. */
private fun Session.noteOf(id: String?): NamedNote? =
    try {
        id?.let { notebooks.note(language, it) }?.takeIf { !it.binned }?.let { NamedNote(it.id, it.title ?: it.date) }
    } catch (gone: NotebookException.NotFound) {
        if (gone.what != Thing.NOTE) throw gone
        null
    }

/** The same date again; where it came from, if it is gone. */
internal fun Session.dateAgain(at: DateRead): Screen =
    try {
        readDate(at.page.id, at.page.day, at)
    } catch (gone: NotebookException.NotFound) {
        if (gone.what != Thing.VISIT) throw gone
        reloaded(at.from)
    }

/** Shows the other things that can be done with a date, or not. */
fun Session.dateChoices(open: Boolean) {
    act { update { shown -> (shown.screen as? DateRead)?.let { shown.copy(screen = it.copy(choices = open)) } ?: shown } }
}

private fun Session.onDate(change: suspend (DateRead) -> Unit) {
    act { (now.value.screen as? DateRead)?.let { change(it) } }
}

/** Begins to put down a date. */
fun Session.newDate() {
    act {
        val at = now.value.screen as? Inside ?: return@act
        val visit = notebooks.newVisit()
        leave { DateEdit(null, visit, notebooks.visitChoices(language), visit.zone, at) }
    }
}

/** Opens the page for a message. */
fun Session.openPaste() {
    act { show(PasteMessage()) }
}

/** Looks for dates in a message. To find none is an answer as good as any. */
fun Session.readMessage(message: String) {
    act {
        if (now.value.screen !is PasteMessage) return@act
        val text = whole(message)
        show(PasteMessage(text, notebooks.readMessage(language, text)))
    }
}

/** The same message, where it was looked at: one of its dates may be kept by now. */
internal fun Session.readAgain(at: PasteMessage) =
    if (at.found == null) at else at.copy(found = notebooks.readMessage(language, at.text))

/** Shows what was found in the fields of a new date: nothing is kept until she says so. */
fun Session.takeRead(read: ReadDate) {
    act {
        val at = now.value.screen as? PasteMessage ?: return@act
        show(DateEdit(null, read.visit, notebooks.visitChoices(language), notebooks.newVisit().zone, at))
    }
}

/** Begins to change the date that is shown. */
fun Session.editDate() = onDate {
    val here = notebooks.newVisit().zone
    show(DateEdit(it.page.id, it.page.visit, notebooks.visitChoices(language), here, it.from))
}

/** It is called off, or it is on again. No one is told. */
fun Session.callOff(off: Boolean) = onDate {
    val status = if (off) VisitStatus.CALLED_OFF else VisitStatus.PLANNED
    val trouble = changeDates { editVisit(it.page.id, it.page.visit.copy(status = status)) }
    show(dateAgain(it), dateNotice(if (off) DateNames.VISIT_IS_CALLED_OFF else DateNames.VISIT_KEPT, trouble))
}

/** Takes the date out that is shown; asks first where her words go with it. It can be taken back until the next step. */
fun Session.removeDate() = onDate {
    if (!it.page.visit.holdsWords) return@onDate remove(it)
    ask(DateNames.DATE_REMOVE, text(DateNames.DATE_REMOVE_WHAT), DateNames.DATE_REMOVE) { remove(it) }
}

private suspend fun Session.remove(at: DateRead) {
    val trouble = changeDates { removeVisit(at.page.id) }
    show(reloaded(at.from), dateNotice(DateNames.DATE_REMOVED, trouble))
}

/** Whether there is more to it than when and where: her plan, or what was said. */
private val Visit.holdsWords
    get() =
        plan.say.isNotEmpty() || plan.helps.isNotEmpty() || plan.notAsk.isNotBlank() ||
            after.any { it.said.isNotBlank() || it.next.isNotBlank() }

/** Begins to give the single one that is shown another time. */
fun Session.moveDate() = onDate { if (it.page.day != null) show(DateMove(it.page, it.from)) }

/** Leaves the single one that is shown out. */
fun Session.leaveOut() = onDate {
    val day = it.page.day ?: return@onDate
    val trouble = changeDates { leaveOutVisit(it.page.id, day, true) }
    show(readDate(it.page.id, null, it.from), dateNotice(DateNames.VISIT_SKIPPED, trouble))
}

/** Takes one in again that was left out. */
fun Session.putDayBack(day: String) = onDate {
    val trouble = changeDates { leaveOutVisit(it.page.id, day, false) }
    show(readDate(it.page.id, day, it.from), dateNotice(DateNames.DATE_IS_PUT_BACK, trouble))
}

/** Copies words, to be put into another app: nothing is sent. */
fun Session.copyWords(words: Phrase) {
    act {
        clips?.copy(words.text) ?: return@act
        update { it.copy(notice = Notice(text(DateNames.DATE_COPIED))) }
    }
}

/** Begins to change her plan. */
fun Session.editPlan() = onDate { show(PlanEdit(it.page, it.from, notebooks.visitChoices(language).helps)) }

/** Begins to put down what was said. */
fun Session.editAfter() = onDate { show(AfterEdit(it.page, it.from)) }

/** Changes dates, and plans the reminders anew; answers what to say of those, if there is anything. */
internal fun Session.changeDates(change: Notebooks.() -> Unit): String? {
    write { change() }
    return renewIfOpen()
}

internal fun Session.dateNotice(name: String, trouble: String?) =
    Notice(listOfNotNull(text(name), trouble).joinToString(" "), Undo.OfDate)

/** Takes the last change of a date back. */
internal suspend fun Session.undoDate(at: Inside) {
    val trouble = changeDates { undoVisit() }
    val said = listOfNotNull(text(DateNames.VISIT_UNDONE), trouble)
    show(reloaded(at), Notice(said.joinToString(" ")))
}
