package app.notebook.ui

import app.notebook.core.Lead
import app.notebook.core.NotebookException
import app.notebook.core.Reminder
import app.notebook.core.Visit
import app.notebook.core.VisitAfter
import app.notebook.core.When

/** Each change of the fields of a date, on whichever of its pages. */
fun Session.dateTyped(typed: DateFields) {
    val at = now.value.screen as? DateFilling ?: return
    fields.set(Fields.OfDate(at.id, at.before, typed))
    touched()
}

/** What stands in the fields of a date, for fields that are drawn anew. */
internal fun Session.dateFieldsOf(at: DateFilling): DateFields {
    val typed = (fields.get() as? Fields.OfDate)?.takeIf { it.id == at.id }?.typed
    return typed ?: if (at.id == null) newFields(at.before) else DateFields(at.before)
}

/** She is done with a page of fields. A day that there is not is told, and left to be mended. */
fun Session.keepDate() {
    act {
        val at = now.value.screen as? DateFilling ?: return@act
        val typed = dateFieldsOf(at)
        val read = typed.time.read()
        if (at is DateEdit && read.time == null) {
            tellTrouble(read)
            return@act
        }
        fields.set(Fields.OfDate(at.id, at.before, typed))
        val (id, notice) = keepAsked()
        show(if (id == null) reloaded(at.origin) else readDate(id, at.singleDay, at.origin), notice)
        if (typed.visit.reminders.isNotEmpty()) askOnce()
    }
}

/** Where she came from before. */
private val DateFilling.origin: Inside
    get() =
        when (this) {
            is DateEdit -> from
            is ReminderEdit -> form.from
            is PlanEdit -> from
            is AfterEdit -> from
        }

private val DateFilling.singleDay: String?
    get() =
        when (this) {
            is PlanEdit -> page.day
            is AfterEdit -> page.day
            else -> null
        }

/** Once each time that she comes in, where the phone would show nothing. */
private suspend fun Session.askOnce() {
    if (holding.hasAsked || alarms.phone().allowed) return
    holding.hasAsked = true
    askForReminders()
}

/** Keeps what is held of a date; answers which it is and what to say. If it can't be kept it is held as before. */
private fun Session.keepAsked(): Pair<String?, Notice?> {
    val typed = fields.getAndSet(null) as? Fields.OfDate ?: return null to null
    try {
        return keepDate(typed, isAsked = true)
    } catch (failure: NotebookException) {
        fields.compareAndSet(null, typed)
        throw failure
    }
}

/** The same where she leaves the page. */
internal fun Session.keep(typed: Fields.OfDate): Notice? = keepDate(typed, isAsked = false).second

/** One that is new, and as it came out of a message, is kept only where she says so. */
private fun Session.keepDate(typed: Fields.OfDate, isAsked: Boolean): Pair<String?, Notice?> {
    val read = typed.typed.time.read()
    // A time that can't be understood takes nothing away from what is known.
    val visit = typed.typed.visit(read.time ?: typed.before.`when`)
    val unread = read.trouble?.takeIf { !typed.typed.time.areBlank }
    val isNew = isAsked && typed.id == null
    if (visit == typed.before && !isNew) return typed.id to unread?.let { Notice(text(it), trouble = true) }
    val id = write { typed.id?.also { editVisit(it, visit) } ?: addVisit(visit) }
    val said = listOfNotNull(text(DateNames.VISIT_KEPT), unread?.let(::text), renewIfOpen())
    return id to Notice(said.joinToString(" "), Undo.OfDate)
}

/** Opens one of the reminders of the date that is being changed. */
fun Session.editReminder(at: Int) {
    act { (now.value.screen as? DateEdit)?.let { show(ReminderEdit(it, at)) } }
}

/** Back to the date that the reminder is of. */
fun Session.reminderDone() {
    act { (now.value.screen as? ReminderEdit)?.let { show(it.form) } }
}

/** The notes, to choose one that belongs to the date. */
fun Session.chooseNote() {
    act {
        val at = now.value.screen as? AfterEdit ?: return@act
        notebooks.notes(language, null, null).let { show(NoteOfDate(at, it.lines, it.more)) }
    }
}

/** Back to what was said, with the note that it had. */
internal fun Session.noteNotChosen() {
    act { (now.value.screen as? NoteOfDate)?.let { show(it.after) } }
}

/** This note belongs to it, or none. */
fun Session.noteChosen(note: String?) {
    act {
        val at = now.value.screen as? NoteOfDate ?: return@act
        val typed = dateFieldsOf(at.after)
        val after = typed.visit.afterOf(at.after.page.day).copy(note = note)
        fields.set(Fields.OfDate(at.after.id, at.after.before, typed.copy(visit = typed.visit.withAfter(after))))
        show(at.after)
    }
}

/** What she put down of the single one of a day. */
internal fun Visit.afterOf(day: String?): VisitAfter =
    after.firstOrNull { it.day == day } ?: VisitAfter(day, "", "", null)

internal fun Visit.withAfter(one: VisitAfter): Visit = copy(after = after.filter { it.day != one.day } + one)

/** With a reminder more, or with none of its kind. */
internal fun Visit.withReminder(lead: Lead, on: Boolean): Visit {
    val others = reminders.filter { it.lead != lead }
    return copy(reminders = if (on) others + Reminder(lead, "", false) else others)
}

internal fun Visit.withReminder(at: Int, reminder: Reminder?): Visit =
    copy(reminders = reminders.mapIndexedNotNull { place, one -> if (place == at) reminder else one })

/** The day that a time is on, if it is known. */
internal val When.day: String?
    get() =
        when (this) {
            When.ToBeTold -> null
            is When.Day -> v1
            is When.Window -> day
            is When.At -> v1.substringBefore('T')
        }
