package app.notebook.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import app.notebook.core.Lead
import app.notebook.core.Reminder
import app.notebook.core.When
import app.notebook.core.ReminderPhone

/** One reminder of a date: when, under which words, with a sound or not. */
@Composable
fun ReminderScreen(state: ReminderEdit, start: DateFields, onTyped: (DateFields) -> Unit, onDone: () -> Unit) {
    val (texts, choices) = LocalTexts.current to state.form.choices
    var fields by remember { mutableStateOf(start) }
    val reminder = fields.visit.reminders.getOrNull(state.at) ?: return
    val change = { changed: Reminder? ->
        onTyped(fields.copy(visit = fields.visit.withReminder(state.at, changed)).also { if (changed != null) fields = it })
    }
    Page(texts.lead(reminder.lead, choices.leads), onDone) {
        LeadParts(reminder.lead) { change(reminder.copy(lead = it)) }
        Heading(texts[DateNames.REMINDER_COVER])
        Say(texts[DateNames.REMINDER_COVER_WHAT], quiet = true)
        CoverChoices(reminder.cover, choices.covers) { change(reminder.copy(cover = it)) }
        Switched(texts[DateNames.REMINDER_SOUND], reminder.sound) { change(reminder.copy(sound = it)) }
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
        WideButton(texts[DateNames.REMINDER_NONE]) {
            change(null)
            onDone()
        }
    }
}

/** The fields that a time of her own needs. */
@Composable
private fun ColumnScope.LeadParts(lead: Lead, onLead: (Lead) -> Unit) {
    when (lead) {
        is Lead.Leave -> MinutesField(lead.v1) { onLead(Lead.Leave(it)) }
        is Lead.Minutes -> MinutesField(lead.v1) { onLead(Lead.Minutes(it)) }
        is Lead.At -> OwnTime(lead) { onLead(it) }
        else -> Unit
    }
}

/** What is no number of minutes changes nothing. */
@Composable
private fun MinutesField(minutes: UInt, onMinutes: (UInt) -> Unit) {
    var typed by remember { mutableStateOf(minutes.toString()) }
    Field(LocalTexts.current[DateNames.REMINDER_MINUTES], typed, digits = true) {
        typed = it
        it.trim().toUIntOrNull()?.takeIf { count -> count in 1u..MOST_MINUTES }?.let(onMinutes)
    }
}

@Composable
private fun ColumnScope.OwnTime(lead: Lead.At, onLead: (Lead.At) -> Unit) {
    var time by remember { mutableStateOf(TimeFields(When.At(lead.v1))) }
    TimeParts(time, emptyList()) {
        time = it
        (it.read().time as? When.At)?.let { at -> onLead(Lead.At(at.v1)) }
    }
}

/** Neutral words to choose from, or her own. No words are the first of the list. */
@Composable
private fun CoverChoices(cover: String, covers: List<String>, onCover: (String) -> Unit) {
    val texts = LocalTexts.current
    var own by remember { mutableStateOf(cover.takeIf { it.isNotEmpty() && it !in covers }) }
    val chosen = cover.ifEmpty { covers.firstOrNull().orEmpty() }
    Column(Modifier.selectableGroup()) {
        for (one in covers) {
            Choice(one, own == null && one == chosen) {
                own = null
                onCover(one)
            }
        }
        Choice(texts[DateNames.REMINDER_OWN], own != null) { own = own ?: "" }
    }
    own?.let { typed ->
        Field(texts[DateNames.REMINDER_OWN], typed) {
            own = oneLine(it)
            onCover(own.orEmpty())
        }
    }
}

/** What can be done with the settings of all reminders. */
class ReminderSettingsActs(
    val typed: (ReminderTimes) -> Unit,
    val done: () -> Unit,
    val tryNow: (Boolean) -> Unit,
    val allow: () -> Unit,
    val exact: () -> Unit,
)

internal fun ReminderSettingsActs(session: Session) =
    ReminderSettingsActs(
        session::reminderTimesTyped,
        session::reminderTimesDone,
        session::tryReminder,
        session::allowReminders,
        session::beExact,
    )

/** Quiet hours, the morning, whether the phone plays its part, and how one looks. */
@Composable
fun ReminderSettingsScreen(
    state: ReminderSettings,
    start: ReminderTimes,
    acts: ReminderSettingsActs,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    var times by remember { mutableStateOf(start) }
    val type = { changed: ReminderTimes -> acts.typed(changed.also { times = it }) }
    Page(texts[DateNames.REMINDERS_TITLE], onBack) {
        Say(texts[DateNames.REMINDERS_WHAT])
        if (texts.areFull) Say(texts[DateNames.CONTACT_THEIRS])
        PhoneStands(state.phone, acts)
        Trying(state.cover, acts.tryNow)
        QuietParts(times, type)
        Heading(texts[DateNames.REMINDERS_MORNING_WHEN])
        ClockParts(times.morning) { type(times.copy(morning = it)) }
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = acts.done)
    }
}

@Composable
private fun PhoneStands(phone: ReminderPhone, acts: ReminderSettingsActs) {
    val texts = LocalTexts.current
    Say(texts[if (phone.allowed) DateNames.REMINDERS_ALLOWED else DateNames.REMINDERS_NOT_ALLOWED])
    if (!phone.allowed) return WideButton(texts[DateNames.REMINDERS_ALLOW], onClick = acts.allow)
    Say(texts[if (phone.exact) DateNames.REMINDERS_EXACT else DateNames.REMINDERS_LATE])
    if (!phone.exact) WideButton(texts[DateNames.REMINDERS_BE_EXACT], onClick = acts.exact)
}

/** She sees on her own phone what others would see. */
@Composable
private fun Trying(cover: String, onTry: (Boolean) -> Unit) {
    val texts = LocalTexts.current
    var sound by remember { mutableStateOf(false) }
    Say(texts.with(DateNames.REMINDER_SHOWS, cover, "cover"), quiet = true)
    Say(texts[DateNames.REMINDER_LATER_WHAT], quiet = true)
    Switched(texts[DateNames.REMINDER_SOUND], sound) { sound = it }
    WideButton(texts[DateNames.REMINDERS_TRY]) { onTry(sound) }
}

@Composable
private fun QuietParts(times: ReminderTimes, onTimes: (ReminderTimes) -> Unit) {
    val texts = LocalTexts.current
    Switched(texts[DateNames.REMINDERS_QUIET_HAVE], times.isQuiet) { onTimes(times.copy(isQuiet = it)) }
    Say(texts[DateNames.REMINDERS_QUIET_WHAT], quiet = true)
    if (!times.isQuiet) return
    Say(texts[DateNames.REMINDERS_QUIET_FROM])
    ClockParts(times.from, FROM) { onTimes(times.copy(from = it)) }
    Say(texts[DateNames.REMINDERS_QUIET_TO])
    ClockParts(times.to, TO) { onTimes(times.copy(to = it)) }
}

private val MOST_MINUTES = 60u * 24u * 60u
