package app.notebook.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import app.notebook.core.Lead
import app.notebook.core.LeadChoice
import app.notebook.core.Repeat
import app.notebook.core.Visit
import app.notebook.core.VisitChoices
import app.notebook.core.VisitPage

/** The page with another time for a single one. */
@Composable
internal fun MoveScreen(session: Session, page: VisitPage) {
    val start = remember(page) { session.moveFieldsOf(page) }
    MoveScreen(page, start, session::moveTyped, session::moveDone, session::goBack)
}

/** The pages with fields of a date. */
@Composable
internal fun DateFillingScreens(session: Session, screen: DateFilling) {
    val (start, back) = remember(screen) { session.dateFieldsOf(screen) } to session::goBack
    when (screen) {
        is DateEdit -> DateFormScreen(screen, start, DateFormActs(session), back)
        is ReminderEdit -> ReminderScreen(screen, start, session::dateTyped, session::reminderDone)
        is PlanEdit -> PlanScreen(screen, start, session::dateTyped, session::keepDate, back)
        is AfterEdit -> AfterScreen(screen, start, session::dateTyped, session::chooseNote, session::keepDate, back)
    }
}

/** What can be done where a date is put down. */
class DateFormActs(val typed: (DateFields) -> Unit, val reminder: (Int) -> Unit, val keep: () -> Unit)

private fun DateFormActs(session: Session) = DateFormActs(session::dateTyped, session::editReminder, session::keepDate)

/** A date that is put down or changed, on one page. */
@Composable
fun DateFormScreen(state: DateEdit, start: DateFields, acts: DateFormActs, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var fields by remember { mutableStateOf(start) }
    val type = { changed: DateFields -> acts.typed(changed.also { fields = it }) }
    val visit = { changed: Visit -> type(fields.copy(visit = changed)) }
    Page(texts[if (state.id == null) DateNames.DATES_ADD else DateNames.DATE_CHANGE], onBack) {
        Field(texts[DateNames.DATE_NAME], fields.visit.title) { visit(fields.visit.copy(title = oneLine(it))) }
        Heading(texts[DateNames.DATE_WHEN])
        TimeParts(fields.time) { type(fields.copy(time = it)) }
        ZoneLine(fields.visit, state.here, visit)
        ReminderChoices(fields, state.choices, visit, acts.reminder)
        Where(fields.visit, visit)
        KindChoices(fields.visit, state.choices, visit)
        if (fields.time.timing != Timing.TO_BE_TOLD) OftenChoices(fields.visit, state.choices, visit)
        Say(texts[DateNames.DATE_KEPT_WHEN], quiet = true)
        WideButton(texts[DateNames.DATE_KEEP], Act.MAIN, onClick = acts.keep)
    }
}

/** Whose clocks count, where they are not those of this phone. */
@Composable
private fun ZoneLine(visit: Visit, here: String, onVisit: (Visit) -> Unit) {
    if (visit.zone == here) return
    val texts = LocalTexts.current
    Say(texts.with(DateNames.DATE_ZONE, visit.zone.substringAfterLast('/').replace('_', ' '), "place"))
    WideButton(texts[DateNames.DATE_ZONE_HERE]) { onVisit(visit.copy(zone = here)) }
}

/** When, or none: each is one tap away, and what it shows one more. */
@Composable
private fun ReminderChoices(
    fields: DateFields,
    choices: VisitChoices,
    onVisit: (Visit) -> Unit,
    onReminder: (Int) -> Unit,
) {
    val (texts, visit) = LocalTexts.current to fields.visit
    Heading(texts[DateNames.REMINDERS_TITLE])
    Say(texts[DateNames.REMINDER_WHEN], quiet = true)
    for (choice in choices.leads) {
        val mine = visit.reminders.firstOrNull { it.lead.isLike(choice.lead) }
        Switched(choice.text, mine != null) { on -> onVisit(visit.withReminder(mine?.lead ?: choice.lead, on)) }
    }
    OwnLead(DateNames.REMINDER_BEFORE, visit, { it is Lead.Minutes }, Lead.Minutes(HOUR), onVisit)
    if (visit.repeat == null) {
        OwnLead(DateNames.LEAD_AT, visit, { it is Lead.At }, Lead.At(fields.dayBefore()), onVisit)
    }
    visit.reminders.forEachIndexed { at, reminder ->
        val name = texts.lead(reminder.lead, choices.leads)
        WideButton(texts.with(DateNames.REMINDER_CHANGE, name)) { onReminder(at) }
    }
}

/** A time of her own: the first of its kind can be put down and taken away here. */
@Composable
private fun OwnLead(name: String, visit: Visit, isSuch: (Lead) -> Boolean, new: Lead, onVisit: (Visit) -> Unit) {
    val mine = visit.reminders.firstOrNull { isSuch(it.lead) }
    Switched(LocalTexts.current[name], mine != null) { on -> onVisit(visit.withReminder(mine?.lead ?: new, on)) }
}

/** Where, and whom; the rest is folded until she wants it. */
@Composable
private fun Where(visit: Visit, onVisit: (Visit) -> Unit) {
    val texts = LocalTexts.current
    var folded by remember { mutableStateOf(visit.hasNoMore()) }
    Heading(texts[DateNames.DATE_WHO_WHERE])
    Field(texts[DateNames.DATE_WHO], visit.who) { onVisit(visit.copy(who = oneLine(it))) }
    Field(texts[DateNames.DATE_PLACE], visit.place) { onVisit(visit.copy(place = it)) }
    Field(texts[DateNames.DATE_CONTACT], visit.contact) { onVisit(visit.copy(contact = oneLine(it))) }
    WideButton(texts[if (folded) DateNames.DATE_MORE else DateNames.DATE_FEWER]) { folded = !folded }
    if (folded) return
    Field(texts[DateNames.DATE_TRAVEL], visit.travel, lines = 2) { onVisit(visit.copy(travel = it)) }
    Field(texts[DateNames.DATE_COMPANY], visit.company) { onVisit(visit.copy(company = it)) }
    Field(texts[DateNames.DATE_BRING], visit.bring, lines = 2) { onVisit(visit.copy(bring = it)) }
    Field(texts[DateNames.DATE_WAITING], visit.waiting) { onVisit(visit.copy(waiting = it)) }
    Field(texts[DateNames.DATE_NOTES], visit.notes, lines = 3) { onVisit(visit.copy(notes = it)) }
}

private fun Visit.hasNoMore() = listOf(travel, company, bring, waiting, notes).all(String::isBlank)

@Composable
private fun KindChoices(visit: Visit, choices: VisitChoices, onVisit: (Visit) -> Unit) {
    val texts = LocalTexts.current
    Heading(texts[DateNames.DATE_KIND])
    Column(Modifier.selectableGroup()) {
        Choice(texts[DateNames.DATE_KIND_NONE], visit.kind == null) { onVisit(visit.copy(kind = null)) }
        for (choice in choices.kinds) Choice(choice.text, visit.kind == choice.kind) { onVisit(visit.copy(kind = choice.kind)) }
    }
}

@Composable
private fun OftenChoices(visit: Visit, choices: VisitChoices, onVisit: (Visit) -> Unit) {
    val texts = LocalTexts.current
    val rule = visit.repeat?.rule
    Heading(texts[DateNames.DATE_OFTEN])
    Column(Modifier.selectableGroup()) {
        Choice(texts[DateNames.DATE_OFTEN_ONCE], rule == null) { onVisit(visit.copy(repeat = null)) }
        // One that was set down elsewhere is chosen as long as she chooses no other.
        if (rule != null && choices.often.none { it.rule == rule }) Choice(texts[DateNames.REPEAT_OTHER], true) {}
        for (choice in choices.often) Choice(choice.text, rule == choice.rule) { onVisit(visit.often(choice.rule)) }
    }
}

/** By another rule what was moved and left out under the one before means nothing. */
private fun Visit.often(rule: String) =
    if (repeat?.rule == rule) this else copy(repeat = Repeat(rule, emptyList(), emptyList(), emptyList()))

/** Another time for a single one of those that come again. */
@Composable
fun MoveScreen(
    page: VisitPage,
    start: TimeFields,
    onTyped: (TimeFields) -> Unit,
    onMove: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    var time by remember { mutableStateOf(start) }
    Page(texts[DateNames.DATE_MOVE], onBack) {
        Say(page.title)
        Say(page.`when`, quiet = true)
        TimeParts(time, Timing.entries - Timing.TO_BE_TOLD) { onTyped(it.also { changed -> time = changed }) }
        Say(texts[DateNames.DATE_KEPT_WHEN], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onMove)
    }
}

/** Whether both are of one kind: the time to leave may be any. */
internal fun Lead.isLike(other: Lead) = this == other || this is Lead.Leave && other is Lead.Leave

/** When a reminder comes, in words. */
internal fun Texts.lead(lead: Lead, choices: List<LeadChoice>): String =
    when (lead) {
        is Lead.At -> get(DateNames.LEAD_AT)
        is Lead.Minutes -> count(DateNames.LEAD_MINUTES, lead.v1.toULong(), "minutes")
        else -> choices.firstOrNull { it.lead.isLike(lead) }?.text.orEmpty()
    }

private val HOUR = 60u
