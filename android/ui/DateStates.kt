package app.notebook.ui

import app.notebook.core.DateLine
import app.notebook.core.DatesPage
import app.notebook.core.Line
import app.notebook.core.MonthPage
import app.notebook.core.ReadDate
import app.notebook.core.ReminderPage
import app.notebook.core.ReminderPhone
import app.notebook.core.Visit
import app.notebook.core.VisitChoices
import app.notebook.core.VisitPage

/** A page of dates. */
sealed interface DatePlace : Inside {
    override val place
        get() = Place.DATES
}

/** What is coming, what the phone will show, and what it can't. */
data class DatesList(val page: DatesPage) : DatePlace

/** Dates that are over, the latest first. */
data class EarlierDates(val lines: List<DateLine>) : DatePlace

/** A month, and its dates. */
data class MonthShown(val page: MonthPage) : DatePlace

/** A note by its title, or by its date if it has none. */
data class NamedNote(val id: String, val name: String)

/** A date to read; [phone] as it stood then, and the note that belongs to it if there is one. */
data class DateRead(
    val page: VisitPage,
    val from: Inside,
    val phone: ReminderPhone,
    val note: NamedNote? = null,
    val choices: Boolean = false,
) : DatePlace

/** A page with fields of a date. */
sealed interface DateFilling : DatePlace {
    /** Its id; none for one that is new. */
    val id: String?

    /** What was kept of it before. */
    val before: Visit
}

/** A date that is being put down or changed; [here] is the zone of the phone. */
data class DateEdit(
    override val id: String?,
    override val before: Visit,
    val choices: VisitChoices,
    val here: String,
    val from: Inside,
) : DateFilling

/** A reminder of a date that is being changed: the one at this place of its list. */
data class ReminderEdit(val form: DateEdit, val at: Int) : DateFilling {
    override val id
        get() = form.id

    override val before
        get() = form.before
}

/** Her plan for a date, being changed; [helps] is what can be chosen. */
data class PlanEdit(val page: VisitPage, val from: Inside, val helps: List<String>) : DateFilling {
    override val id
        get() = page.id

    override val before
        get() = page.visit
}

/** What was said there, being put down. */
data class AfterEdit(val page: VisitPage, val from: Inside) : DateFilling {
    override val id
        get() = page.id

    override val before
        get() = page.visit
}

/** Which of her notes belongs to a date. */
data class NoteOfDate(val after: AfterEdit, val lines: List<Line>, val more: Boolean) : DatePlace

/** Another time for a single one of those that come again. */
data class DateMove(val page: VisitPage, val from: Inside) : DatePlace

/** A message that she pasted, and the dates that were found in it; none yet before it was looked at. */
data class PasteMessage(val text: String = "", val found: List<ReadDate>? = null) : DatePlace

/** What is set for all reminders, and how the phone stands to them; [cover] is what is shown to try it. */
data class ReminderSettings(val page: ReminderPage, val phone: ReminderPhone, val cover: String, val from: Inside) : DatePlace
