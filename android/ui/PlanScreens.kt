package app.notebook.ui

import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import app.notebook.core.Line
import app.notebook.core.VisitAfter
import app.notebook.core.VisitPlan

/** Her plan: what to say in her order, what helps, what not to ask about. */
@Composable
fun PlanScreen(
    state: PlanEdit,
    start: DateFields,
    onTyped: (DateFields) -> Unit,
    onDone: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    var fields by remember { mutableStateOf(start) }
    val plan = fields.visit.plan
    val put = { changed: DateFields -> onTyped(changed.also { fields = it }) }
    val type = { changed: VisitPlan -> put(fields.copy(visit = fields.visit.copy(plan = changed))) }
    Page(texts[DateNames.PLAN_TITLE], onBack) {
        Say(state.page.title, quiet = true)
        ThingsToSay(plan.say) { type(plan.copy(say = it)) }
        Heading(texts[DateNames.PLAN_NOT_ASK])
        Field(texts[DateNames.PLAN_NOT_ASK], plan.notAsk, lines = 2) { type(plan.copy(notAsk = it)) }
        Helps(plan.helps, state.helps) { type(plan.copy(helps = it)) }
        OwnHelp(fields, put)
        Say(texts[DateNames.DATE_KEPT_WHEN], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
    }
}

/** Up to three, which can change places. */
@Composable
private fun ThingsToSay(say: List<String>, onSay: (List<String>) -> Unit) {
    val texts = LocalTexts.current
    val things = say + List((MOST_TO_SAY - say.size).coerceAtLeast(0)) { "" }
    Heading(texts[DateNames.PLAN_SAY])
    Say(texts[DateNames.PLAN_SAY_WHAT], quiet = true)
    things.forEachIndexed { at, thing ->
        val number = (at + 1).toULong()
        Field(texts.count(DateNames.PLAN_THING, number), thing, lines = 2) { onSay(things.with(at, it)) }
        if (at > 0 && thing.isNotBlank()) {
            WideButton(texts.count(DateNames.PLAN_UP, number)) { onSay(things.swapped(at, at - 1)) }
        }
        if (thing.isNotBlank() && things.getOrNull(at + 1).orEmpty().isNotBlank()) {
            WideButton(texts.count(DateNames.PLAN_DOWN, number)) { onSay(things.swapped(at, at + 1)) }
        }
    }
}

private fun <T> List<T>.with(at: Int, one: T) = mapIndexed { place, other -> if (place == at) one else other }

private fun <T> List<T>.swapped(one: Int, other: Int) = with(one, get(other)).with(other, get(one))

/** A list to tap, with her own first. */
@Composable
private fun Helps(mine: List<String>, all: List<String>, onHelps: (List<String>) -> Unit) {
    val texts = LocalTexts.current
    Heading(texts[DateNames.PLAN_HELPS])
    Say(texts[DateNames.PLAN_LIST], quiet = true)
    for (one in mine.filter { it !in all } + all) {
        Switched(one, one in mine) { on -> onHelps(if (on) mine + one else mine - one) }
    }
}

/** Something else that helps. It is kept too where she leaves without adding it. */
@Composable
private fun OwnHelp(fields: DateFields, onFields: (DateFields) -> Unit) {
    val (texts, visit) = LocalTexts.current to fields.visit
    Field(texts[DateNames.PLAN_OTHER], fields.help) { onFields(fields.copy(help = it)) }
    WideButton(texts[Names.TOPICS_ADD], enabled = fields.help.isNotBlank()) {
        val plan = visit.plan.copy(helps = visit.plan.helps + fields.help.trim())
        onFields(fields.copy(visit = visit.copy(plan = plan), help = ""))
    }
}

/** What was said, what comes next, and a note that belongs to it. */
@Composable
fun AfterScreen(
    state: AfterEdit,
    start: DateFields,
    onTyped: (DateFields) -> Unit,
    onNote: () -> Unit,
    onDone: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    var fields by remember { mutableStateOf(start) }
    val after = fields.visit.afterOf(state.page.day)
    val type = { changed: VisitAfter -> onTyped(fields.copy(visit = fields.visit.withAfter(changed)).also { fields = it }) }
    Page(texts[DateNames.DATE_SAID], onBack) {
        Say(state.page.title, quiet = true)
        Field(texts[DateNames.DATE_SAID], after.said, lines = 4) { type(after.copy(said = it)) }
        Field(texts[DateNames.DATE_NEXT_STEP], after.next, lines = 3) { type(after.copy(next = it)) }
        if (after.note == null) {
            WideButton(texts[DateNames.DATE_NOTE_LINK], onClick = onNote)
        } else {
            WideButton(texts[DateNames.DATE_NOTE_DROP]) { type(after.copy(note = null)) }
        }
        Say(texts[DateNames.DATE_KEPT_WHEN], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
    }
}

/** Which note belongs to the date: the latest ones. */
@Composable
fun NoteOfDateScreen(lines: List<Line>, onChoose: (String?) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(
        texts[DateNames.DATE_NOTE_WHICH],
        onBack,
        top = { WideButton(texts[DateNames.DATE_NOTE_DROP]) { onChoose(null) } },
    ) {
        items(lines, key = { it.id }) { NoteLine(it, onChoose) }
    }
}

private const val MOST_TO_SAY = 3
