package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.notebook.core.DateLine
import app.notebook.core.Phrase
import app.notebook.core.ReminderLine
import app.notebook.core.VisitAfter
import app.notebook.core.VisitPage
import app.notebook.core.VisitPlan
import app.notebook.core.VisitStatus
import java.time.LocalDate

/** What can be done with a date. */
class DateActs(
    val edit: () -> Unit,
    val callOff: (Boolean) -> Unit,
    val remove: () -> Unit,
    val choices: (Boolean) -> Unit,
    val plan: () -> Unit,
    val after: () -> Unit,
    val show: () -> Unit,
    val note: (String) -> Unit,
    val move: () -> Unit,
    val leaveOut: () -> Unit,
    val putBack: (String) -> Unit,
    /** None where this phone has nothing to copy into. */
    val copy: ((Phrase) -> Unit)?,
    val open: (DateLine) -> Unit,
    val allow: () -> Unit,
    val reminders: () -> Unit,
)

internal fun DateActs(session: Session) =
    DateActs(
        session::editDate,
        session::callOff,
        session::removeDate,
        session::dateChoices,
        session::editPlan,
        session::editAfter,
        session::showPlan,
        session::open,
        session::moveDate,
        session::leaveOut,
        session::putDayBack,
        session::copyWords.takeIf { session.clips != null },
        session::openDate,
        session::allowReminders,
        session::openReminders,
    )

/** A date to read: what is known of it, three things to do, and the rest behind "More choices". */
@Composable
fun DateScreen(state: DateRead, acts: DateActs, onBack: () -> Unit) {
    val (texts, page) = LocalTexts.current to state.page
    Page(page.title, onBack) {
        Say(page.`when`)
        page.often?.let { Say(it, quiet = true) }
        page.status?.let { Say(it) }
        Facts(page)
        if (!page.over) RemindersOf(state, acts)
        if (texts.areFull) PlanLines(page.visit.plan)
        AfterLines(page.visit.afterOf(page.day), state.note, acts.note)
        WideButton(texts[DateNames.DATE_CHANGE], Act.MAIN, onClick = acts.edit)
        if (page.over) WideButton(texts[DateNames.DATE_SAID], onClick = acts.after)
        else if (texts.areFull) WideButton(texts[DateNames.PLAN_TITLE], onClick = acts.plan)
        WideButton(texts[if (state.choices) Names.DO_FEWER else Names.DO_MORE]) { acts.choices(!state.choices) }
        if (state.choices) DateChoices(page, acts)
        WordsToCopy(page, acts.copy)
        NextOnes(page.next.filter { it.day != page.day }, acts.open)
    }
}

/** All that she put down of it. */
@Composable
private fun Facts(page: VisitPage) {
    val visit = page.visit
    Fact(DateNames.DATE_WHO, visit.who)
    Fact(DateNames.DATE_PLACE, visit.place)
    Fact(DateNames.DATE_CONTACT, visit.contact)
    Fact(DateNames.DATE_TRAVEL, visit.travel)
    Fact(DateNames.DATE_COMPANY, visit.company)
    Fact(DateNames.DATE_BRING, visit.bring)
    Fact(DateNames.DATE_WAITING, visit.waiting)
    Fact(DateNames.DATE_NOTES, visit.notes)
}

/** What it is, and what she put down, read aloud as one; nothing where she put down nothing. */
@Composable
private fun Fact(name: String, text: String) {
    if (text.isBlank()) return
    Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) {
        Say(LocalTexts.current[name], quiet = true)
        Say(text)
    }
}

/** Its reminders: when they come, or why they can't. */
@Composable
private fun RemindersOf(state: DateRead, acts: DateActs) {
    val texts = LocalTexts.current
    Heading(texts[DateNames.REMINDERS_TITLE])
    if (state.page.reminders.isEmpty()) return Say(texts[DateNames.REMINDERS_NONE], quiet = true)
    state.page.reminders.forEach { ReminderLines(it) }
    if (!state.phone.allowed) WideButton(texts[DateNames.REMINDERS_ALLOW], onClick = acts.allow)
}

@Composable
private fun ReminderLines(line: ReminderLine) {
    val texts = LocalTexts.current
    val asOne = Modifier.fillMaxWidth().padding(vertical = 4.dp).semantics(mergeDescendants = true) {}
    Column(asOne, Arrangement.spacedBy(2.dp)) {
        Text(line.text, color = MaterialTheme.colorScheme.onBackground, style = MaterialTheme.typography.titleMedium)
        line.at?.let { Say(it) }
        if (line.at != null) Say(texts.with(DateNames.REMINDER_SHOWS, line.cover, "cover"), quiet = true)
        line.about.forEach { Say(it) }
        if (line.at != null) {
            Say(texts[if (line.sound) DateNames.REMINDER_SOUND else DateNames.REMINDER_SILENT], quiet = true)
        }
    }
}

@Composable
private fun PlanLines(plan: VisitPlan) {
    val texts = LocalTexts.current
    if (plan.say.isNotEmpty()) Heading(texts[DateNames.PLAN_SAY])
    plan.say.forEachIndexed { at, one -> Say("${at + 1}. $one") }
    if (plan.helps.isNotEmpty()) Heading(texts[DateNames.PLAN_HELPS])
    plan.helps.forEach { Say(it) }
    if (plan.notAsk.isNotBlank()) Heading(texts[DateNames.PLAN_NOT_ASK])
    if (plan.notAsk.isNotBlank()) Say(plan.notAsk)
}

@Composable
private fun AfterLines(after: VisitAfter, note: NamedNote?, onNote: (String) -> Unit) {
    Fact(DateNames.DATE_SAID, after.said)
    Fact(DateNames.DATE_NEXT_STEP, after.next)
    if (note == null) return
    Say(LocalTexts.current[DateNames.DATE_NOTE], quiet = true)
    ListLine(note.name, null) { onNote(note.id) }
}

@Composable
private fun DateChoices(page: VisitPage, acts: DateActs) {
    val texts = LocalTexts.current
    if (page.over && texts.areFull) WideButton(texts[DateNames.PLAN_TITLE], onClick = acts.plan)
    if (!page.over) WideButton(texts[DateNames.DATE_SAID], onClick = acts.after)
    if (texts.areFull) WideButton(texts[CardNames.CARD_SHOW], onClick = acts.show)
    if (page.visit.status == VisitStatus.CALLED_OFF) {
        WideButton(texts[DateNames.DATE_ON]) { acts.callOff(false) }
    } else {
        WideButton(texts[DateNames.DATE_OFF]) { acts.callOff(true) }
    }
    WideButton(texts[DateNames.REMINDERS_TITLE], onClick = acts.reminders)
    WideButton(texts[DateNames.DATE_REMOVE], onClick = acts.remove)
    if (page.day != null) {
        Heading(texts[DateNames.DATE_THIS_ONE])
        WideButton(texts[DateNames.DATE_MOVE], onClick = acts.move)
        WideButton(texts[DateNames.DATE_LEAVE_OUT], onClick = acts.leaveOut)
    }
    LeftOut(page.visit.repeat?.skipped.orEmpty(), acts.putBack)
}

/** The days that are left out from now on: each can be put back. */
@Composable
private fun LeftOut(days: List<String>, onPutBack: (String) -> Unit) {
    val (texts, today) = LocalTexts.current to LocalDate.now()
    val coming = days.map(LocalDate::parse).filter { it >= today }.take(MOST_LEFT_OUT)
    for (day in coming) {
        WideButton(texts.with(DateNames.DATE_PUT_BACK, texts.day(day), "date")) { onPutBack(day.toString()) }
    }
}

/** Words that she may copy, and what to know before she gets in touch. */
@Composable
private fun WordsToCopy(page: VisitPage, onCopy: ((Phrase) -> Unit)?) {
    val texts = LocalTexts.current
    if (page.phrases.isEmpty() && page.aboutContact.isEmpty()) return
    Heading(texts[DateNames.DATE_WORDS])
    for (phrase in page.phrases) {
        Fact(phrase)
        if (onCopy != null) WideButton(texts.with(DateNames.DATE_COPY, phrase.title)) { onCopy(phrase) }
    }
    page.aboutContact.forEach { Say(it, quiet = true) }
}

@Composable
private fun Fact(phrase: Phrase) =
    Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) {
        Say(phrase.title, quiet = true)
        Say(phrase.text)
    }

@Composable
private fun NextOnes(lines: List<DateLine>, onOpen: (DateLine) -> Unit) {
    if (lines.isEmpty()) return
    Heading(LocalTexts.current[DateNames.DATE_NEXT_ONES])
    lines.forEach { DateItem(it, onOpen) }
}

private const val MOST_LEFT_OUT = 6
