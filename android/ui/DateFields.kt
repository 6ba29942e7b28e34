package app.notebook.ui

import app.notebook.core.Lead
import app.notebook.core.Visit
import app.notebook.core.VisitPlan
import app.notebook.core.When
import java.time.DateTimeException
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime

/** What she knows of the time of a date. */
enum class Timing(val label: String) {
    TO_BE_TOLD(DateNames.WHEN_TO_BE_TOLD),
    DAY(DateNames.DATE_DAY_ONLY),
    WINDOW(DateNames.DATE_WINDOW),
    AT(DateNames.DATE_TIME),
}

/** A day as it is typed, in numbers. */
data class DayFields(val day: String = "", val month: String = "", val year: String = "") {
    /** Which day that is; none if there is no such one. A year of two digits is one of this age. */
    val read: LocalDate?
        get() {
            val (day, month) = (number(day) ?: return null) to (number(month) ?: return null)
            val typed = number(year) ?: return null
            val year = if (typed < CENTURY) AGE + typed else typed
            return if (year in YEARS) dated { LocalDate.of(year, month, day) } else null
        }

    val areBlank
        get() = listOf(day, month, year).all(String::isBlank)
}

/** A time of day as it is typed, in numbers: 24 hours, and no minutes are the full hour. */
data class ClockFields(val hour: String = "", val minute: String = "") {
    val read: LocalTime?
        get() {
            val minute = if (minute.isBlank()) 0 else number(minute) ?: return null
            val hour = number(hour) ?: return null
            return dated { LocalTime.of(hour, minute) }
        }
}

/** The time of a date as it is typed; [from] is also the one of a date at a time. */
data class TimeFields(
    val timing: Timing = Timing.AT,
    val day: DayFields = DayFields(),
    val from: ClockFields = ClockFields(),
    val to: ClockFields = ClockFields(),
)

/** What was understood of a time, or else what to say of it. */
class ReadTime(val time: When?, val trouble: String? = null)

/** All fields of a date; [help] is what helps that is not on her list yet. */
data class DateFields(val visit: Visit, val time: TimeFields, val help: String = "")

fun DayFields(day: LocalDate) = DayFields(day.dayOfMonth.toString(), day.monthValue.toString(), day.year.toString())

fun ClockFields(time: LocalTime) = ClockFields(time.hour.toString(), "%02d".format(time.minute))

fun TimeFields(time: When): TimeFields =
    when (time) {
        When.ToBeTold -> TimeFields(Timing.TO_BE_TOLD)
        is When.Day -> TimeFields(Timing.DAY, DayFields(LocalDate.parse(time.v1)))
        is When.Window ->
            TimeFields(
                Timing.WINDOW,
                DayFields(LocalDate.parse(time.day)),
                ClockFields(LocalTime.parse(time.from)),
                ClockFields(LocalTime.parse(time.to)),
            )
        is When.At ->
            LocalDateTime.parse(time.v1).let {
                TimeFields(Timing.AT, DayFields(it.toLocalDate()), ClockFields(it.toLocalTime()))
            }
    }

fun DateFields(visit: Visit) = DateFields(visit, TimeFields(visit.`when`))

/** The fields of a new date: at a time, as most are, if nothing is known of it. */
fun newFields(visit: Visit) =
    if (visit.`when` == When.ToBeTold) DateFields(visit, TimeFields()) else DateFields(visit)

/** What was understood of the fields. */
fun TimeFields.read(): ReadTime {
    if (timing == Timing.TO_BE_TOLD) return ReadTime(When.ToBeTold)
    val day = day.read ?: return ReadTime(null, DateNames.DATE_NO_DAY)
    if (timing == Timing.DAY) return ReadTime(When.Day(day.toString()))
    val from = from.read ?: return ReadTime(null, DateNames.DATE_NO_TIME)
    if (timing == Timing.AT) return ReadTime(When.At("${day}T$from"))
    val to = to.read ?: return ReadTime(null, DateNames.DATE_NO_TIME)
    if (to <= from) return ReadTime(null, DateNames.DATE_NO_ORDER)
    return ReadTime(When.Window(day.toString(), from.toString(), to.toString()))
}

/** Nothing is typed yet that could be wrong. */
val TimeFields.areBlank
    get() = timing != Timing.TO_BE_TOLD && day.areBlank && from.hour.isBlank()

/**
 * The date that the fields come to, with this time. What can't go together is left out: a rule without a day to begin
 * with, and a reminder at one moment of what comes again.
 */
fun DateFields.visit(time: When): Visit {
    val repeat = visit.repeat.takeIf { time !is When.ToBeTold }
    val reminders = if (repeat == null) visit.reminders else visit.reminders.filter { it.lead !is Lead.At }
    val plan = visit.plan.copy(helps = visit.plan.helps + help)
    return visit.copy(`when` = time, repeat = repeat, reminders = reminders, plan = plan).whole()
}

/** All her words of it, and the time as it is typed. */
internal fun DateFields.words(): List<String> {
    val facts = visit.run { listOf(title, time.words(), who, place, contact, travel, company, bring, waiting, notes) }
    val plan = visit.plan.run { say + helps + help + notAsk }
    return facts + plan + visit.after.flatMap { listOf(it.said, it.next) } + visit.reminders.map { it.cover }
}

/** A time as it is typed, if there is one: a day that there is not, too. */
internal fun TimeFields.words(): String {
    val clocks = if (timing == Timing.WINDOW) listOf(from, to) else listOf(from).filter { timing == Timing.AT }
    val times = clocks.filter { it.hour.isNotBlank() }.map { "${it.hour}:${it.minute}" }
    val days = day.run { listOf(day, month, year) }.takeIf { timing != Timing.TO_BE_TOLD }.orEmpty()
    return (days + times).filter(String::isNotBlank).joinToString(" ")
}

/** No more of it than so many bytes, and no half of a sign at its end. */
internal fun String.inBytes(most: Int): String {
    var (bytes, end) = 0 to 0
    while (end < length) {
        val sign = codePointAt(end)
        bytes += if (sign < TWO_BYTES) 1 else if (sign < THREE_BYTES) 2 else if (sign < FOUR_BYTES) 3 else 4
        if (bytes > most) return substring(0, end)
        end += Character.charCount(sign)
    }
    return this
}

/** No more of a text on one line than the core keeps. */
internal fun oneLine(text: String) = text.inBytes(LONGEST_LINE)

private fun Visit.whole() =
    copy(
        title = whole(title).trim(),
        who = whole(who).trim(),
        place = whole(place).trim(),
        contact = whole(contact).trim(),
        travel = whole(travel).trim(),
        company = whole(company).trim(),
        bring = whole(bring).trim(),
        waiting = whole(waiting).trim(),
        notes = whole(notes).trim(),
        plan = plan.whole(),
        after = after.map { it.copy(said = whole(it.said).trim(), next = whole(it.next).trim()) },
        reminders = reminders.map { it.copy(cover = whole(it.cover).trim()) },
    )

private fun VisitPlan.whole(): VisitPlan {
    val kept = { list: List<String> -> list.map { whole(it).trim() }.filter(String::isNotEmpty) }
    return VisitPlan(kept(say), kept(helps), whole(notAsk).trim())
}

private fun number(text: String): Int? = text.trim().toIntOrNull()?.takeIf { it >= 0 }

private fun <T> dated(make: () -> T): T? =
    try {
        make()
    } catch (_: DateTimeException) {
        null
    }

private const val LONGEST_LINE = 200
private const val TWO_BYTES = 0x80
private const val THREE_BYTES = 0x800
private const val FOUR_BYTES = 0x10000
private const val CENTURY = 100
private const val AGE = 2000
private val YEARS = 1900..2999

/** The same time on another day, of one that comes again. */
internal fun When.on(day: String?): When =
    when {
        day == null -> this
        this is When.Day -> When.Day(day)
        this is When.Window -> When.Window(day, from, to)
        this is When.At -> When.At(day + v1.substring(DAY_LETTERS))
        else -> this
    }

/** Nine in the morning of the day before: where a reminder at a time of her own begins. */
internal fun DateFields.dayBefore(): String {
    val day = time.day.read ?: LocalDate.now().plusDays(2)
    return "${day.minusDays(1)}T09:00"
}

private const val DAY_LETTERS = 10
