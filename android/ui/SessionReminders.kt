package app.notebook.ui

import app.notebook.core.NextDate
import app.notebook.core.NotebookException
import app.notebook.core.OutsideReminder
import app.notebook.core.Quiet
import app.notebook.core.ReminderPage
import app.notebook.core.Standing
import java.time.LocalTime
import java.util.concurrent.atomic.AtomicReference
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Hands to the phone what it is to hold, one after another. Of no turn: Close ends none of it. */
internal class Holding(private val alarms: Alarms, private val worker: CoroutineDispatcher) {
    private val inTurn = Mutex()
    private val last = AtomicReference<Job?>()

    /** Whether she was asked since she came in, so that she is not asked again and again. */
    @Volatile var hasAsked = false

    fun hold(entries: List<OutsideReminder>) = begin { alarms.hold(entries) }

    fun forget() = begin { alarms.forget() }

    /** Waits until the phone has what it was handed. */
    suspend fun join() {
        last.get()?.join()
    }

    private fun begin(act: suspend () -> Unit) {
        last.set(CoroutineScope(worker).launch { inTurn.withLock { untroubled(act) } })
    }

    /** A phone that can't is asked again at the next change and at the next way in. */
    private suspend fun untroubled(act: suspend () -> Unit) {
        try {
            act()
        } catch (stopped: CancellationException) {
            throw stopped
        } catch (_: Exception) {
            return
        }
    }
}

/** The phone's clock, its zone, or what it lets this app do has changed. */
fun Session.remindersChanged() {
    later {
        val notice = renewIfOpen()?.let { Notice(it, trouble = true) }
        val at = now.value.screen as? DatePlace ?: return@later
        if (at !is DatesList && at !is DateRead && at !is ReminderSettings) return@later
        val changed = reloaded(at)
        update { if (it.screen === at) it.copy(screen = changed, notice = notice ?: it.notice) else it }
    }
}

/**
 * Plans anew what the phone is to hold, if a notebook is open and not set aside. Answers what to say of it, if there is
 * anything: what she changed is kept in any case.
 */
internal fun Session.renewIfOpen(): String? =
    try {
        if (notebooks.standing() == Standing.OPEN) renewReminders() else null
    } catch (failure: NotebookException) {
        explained(failure)
    }

private fun Session.renewReminders(): String? {
    val renewed = write { renewReminders(language, alarms.phone()) }
    holding.hold(renewed.entries)
    return if (renewed.setAside) text(DateNames.REMINDERS_ASIDE) else null
}

/** Lets go of all that the phone keeps for the notebooks, which are gone. */
internal fun Session.forgetOutside() {
    biometrics?.forget()
    holding.forget()
}

/** The next date for the page to write on; none also where it can't be told, as that page must come. */
internal fun Session.nextDate(): NextDate? =
    try {
        notebooks.nextDate(language, alarms.phone())
    } catch (_: NotebookException) {
        null
    }

/** What is set for all reminders; [from] is where she came from. */
internal fun Session.reminderSettings(from: Inside): ReminderSettings {
    val cover = notebooks.visitChoices(language).covers.firstOrNull().orEmpty()
    return ReminderSettings(notebooks.reminderSettings(language), alarms.phone(), cover, from)
}

/** Shows what is set for all reminders. */
fun Session.openReminders() {
    act {
        val at = now.value.screen as? Inside ?: return@act
        leave { reminderSettings(at) }
    }
}

/** Each change of the times that are set for all reminders. */
fun Session.reminderTimesTyped(times: ReminderTimes) {
    if (now.value.screen !is ReminderSettings) return
    fields.set(Fields.OfReminders(times))
    touched()
}

/** What stands in those fields. */
internal fun Session.reminderTimesOf(at: ReminderSettings): ReminderTimes =
    (fields.get() as? Fields.OfReminders)?.times ?: ReminderTimes(at.page)

/** She is done with them. A time that there is not is told, and left to be mended. */
fun Session.reminderTimesDone() {
    act {
        val at = now.value.screen as? ReminderSettings ?: return@act
        val typed = fields.get() as? Fields.OfReminders
        if (typed != null && typed.times.read() == null) {
            update { it.copy(notice = Notice(text(DateNames.DATE_NO_TIME), trouble = true)) }
            return@act
        }
        val kept = keepFields()
        show(reminderSettings(at.from), kept)
    }
}

internal fun Session.keep(typed: Fields.OfReminders): Notice? {
    val (quiet, morning) = typed.times.read() ?: return Notice(text(DateNames.DATE_NO_TIME), trouble = true)
    val before = notebooks.reminderSettings(language)
    if (before.quiet == quiet && before.morning == morning.toString()) return null
    write { setReminderSettings(quiet, morning.toString()) }
    return Notice(listOfNotNull(text(Names.SETTING_SAVED), renewIfOpen()).joinToString(" "))
}

/** Shows a reminder now, so that she knows what others would see. */
fun Session.tryReminder(sound: Boolean) {
    act {
        val at = now.value.screen as? ReminderSettings ?: return@act
        if (!alarms.phone().allowed && left.elsewhere { alarms.ask() } != true) return@act notShown(at)
        val said = if (shows(at.cover, sound)) DateNames.REMINDERS_TRIED else DateNames.REMINDERS_TRIED_NOT
        update { it.copy(screen = at.copy(phone = alarms.phone()), notice = Notice(text(said))) }
    }
}

private suspend fun Session.shows(cover: String, sound: Boolean): Boolean =
    try {
        alarms.tryNow(cover, sound)
        true
    } catch (stopped: CancellationException) {
        throw stopped
    } catch (_: Exception) {
        false
    }

private suspend fun Session.notShown(at: ReminderSettings) {
    update { it.copy(screen = at.copy(phone = alarms.phone()), notice = Notice(text(DateNames.REMINDERS_REFUSED))) }
}

/** Lets the phone ask whether reminders may be shown; it is said before what it asks. */
fun Session.allowReminders() {
    act { askForReminders() }
}

internal suspend fun Session.askForReminders() {
    val title = DateNames.REMINDERS_TITLE
    ask(title, text(DateNames.REMINDERS_ALLOW_WHAT), Names.DO_NEXT, Names.DO_NOT_NOW, final = false) {
        val allowed = left.elsewhere { alarms.ask() } ?: return@ask
        phoneAnswered(if (allowed) DateNames.REMINDERS_ALLOWED else DateNames.REMINDERS_REFUSED)
    }
}

/** Opens the phone's page where she can let the app be exact. */
fun Session.beExact() {
    act {
        left.elsewhere { alarms.askExact() } ?: return@act
        phoneAnswered(if (alarms.phone().exact) DateNames.REMINDERS_EXACT else DateNames.REMINDERS_LATE)
    }
}

private suspend fun Session.phoneAnswered(said: String) {
    val trouble = renewIfOpen()
    val at = now.value.screen as? Inside ?: return
    val notice = Notice(listOfNotNull(text(said), trouble).joinToString(" "))
    update { it.copy(screen = reloaded(at), notice = notice) }
}

/** The times that are set for all reminders, as they are typed. */
data class ReminderTimes(val isQuiet: Boolean, val from: ClockFields, val to: ClockFields, val morning: ClockFields) {
    /** What was understood; none if one of them is no time. */
    fun read(): Pair<Quiet?, LocalTime>? {
        val morning = morning.read ?: return null
        if (!isQuiet) return null to morning
        val (from, to) = (from.read ?: return null) to (to.read ?: return null)
        return Quiet(from.toString(), to.toString()) to morning
    }
}

private fun ReminderTimes(page: ReminderPage): ReminderTimes {
    val clock = { time: String? -> time?.let { ClockFields(LocalTime.parse(it)) } ?: ClockFields() }
    return ReminderTimes(page.quiet != null, clock(page.quiet?.from), clock(page.quiet?.to), clock(page.morning))
}
