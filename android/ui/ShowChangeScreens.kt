package app.notebook.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import app.notebook.core.Form
import app.notebook.core.PlanOption
import app.notebook.core.SeenLine
import app.notebook.core.ShowRequest
import app.notebook.core.ShownPart
import app.notebook.core.Way

/** What can be done where it is changed what is shown. */
class ShowChangeActs(
    val change: ((ShowRequest) -> ShowRequest) -> Unit,
    val first: (FirstFields) -> Unit,
    val closes: (OnScreenCloses) -> Unit,
    val plans: () -> Unit,
    val notes: () -> Unit,
    val done: () -> Unit,
)

internal fun ShowChangeActs(session: Session, look: Look) =
    ShowChangeActs(
        session::change,
        session::firstTyped,
        { session.look(look.copy(onScreen = it)) },
        session::plansToShow,
        session::notesToShow,
        session::changeShowingDone,
    )

private val WAYS = WAYS_OF_A_PHONE.map { it to it.word }
private val FORMS = Form.entries.map { it to it.word }

/** Who it is for, how it is shown, and what is on it. Each change gets it ready anew. */
@Composable
fun ShowChangeScreen(state: ShowChange, closes: OnScreenCloses, acts: ShowChangeActs, onBack: () -> Unit) {
    val (texts, request) = LocalTexts.current to state.showing.request
    Page(texts[CardNames.SHOW_CHANGE], onBack) {
        Who(state.people, request.person) { person -> acts.change { it.copy(person = person) } }
        Heading(texts[CardNames.SHOW_WAY])
        OneOf(WAYS, request.way) { way -> acts.change { it.copy(way = way) } }
        Heading(texts[CardNames.SHOW_FORM])
        OneOf(FORMS, request.form) { form -> acts.change { it.copy(form = form) } }
        Parts(state.showing) { part, on -> acts.change { it.put(part, on) } }
        WideButton(texts[CardNames.SHOW_ADD_PLAN], onClick = acts.plans)
        WideButton(texts[CardNames.SHOW_ADD_NOTE], onClick = acts.notes)
        if (request.way == Way.PAGE) FirstPart(state.first, acts.first)
        if (request.way == Way.SCREEN) ClosesPart(closes, acts.closes)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = acts.done)
    }
}

@Composable
private fun Who(people: List<SeenLine>, person: String?, onWho: (String?) -> Unit) {
    val texts = LocalTexts.current
    Heading(texts[CardNames.SHOW_WHO])
    Column(Modifier.selectableGroup()) {
        Choice(texts[CardNames.SHOW_WHO_NONE], person == null) { onWho(null) }
        for (one in people) Choice(one.text.name, person == one.id) { onWho(one.id) }
    }
}

/** Every part that could be on it, and why it is or is not. What she chose not to show stays off. */
@Composable
private fun Parts(showing: Showing, onPart: (ShownPart, Boolean) -> Unit) {
    Heading(LocalTexts.current[CardNames.SHOW_PARTS])
    for (part in showing.page.parts) {
        Switched(part.name, part.isOn, part.canChange) { on -> onPart(part.part, on) }
        Say(part.reason, quiet = true)
    }
}

/** What stands first on a page that may be filed. */
@Composable
private fun FirstPart(start: FirstFields, onFirst: (FirstFields) -> Unit) {
    val texts = LocalTexts.current
    var first by remember { mutableStateOf(start) }
    val type = { changed: FirstFields -> onFirst(changed.also { first = it }) }
    Heading(texts[CardNames.SHOW_FIRST])
    OneOf(StandsFirst.entries.map { it to it.label }, first.choice) { type(first.copy(choice = it)) }
    if (first.choice == StandsFirst.OWN) {
        Field(texts[CardNames.SHOW_FIRST_OWN], first.own, lines = 2) { type(first.copy(own = it)) }
    }
}

@Composable
private fun ClosesPart(closes: OnScreenCloses, onCloses: (OnScreenCloses) -> Unit) {
    val texts = LocalTexts.current
    Heading(texts[CardNames.ON_SCREEN_WHEN])
    Column(Modifier.selectableGroup()) {
        for (choice in OnScreenCloses.entries) {
            val name = texts.count(CardNames.ON_SCREEN_CLOSES, choice.minutes.toULong())
            Choice(name, choice == closes) { onCloses(choice) }
        }
    }
}

/** Dates with a plan, of which one may go on the page. */
@Composable
fun ShowPlansScreen(plans: List<PlanOption>, onPlan: (PlanOption) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(
        texts[CardNames.SHOW_ADD_PLAN],
        onBack,
        top = { if (plans.isEmpty()) Say(texts[CardNames.SHOW_NO_PLANS]) },
    ) {
        items(plans, key = { it.id }) { plan -> ListLine(plan.title, null) { onPlan(plan) } }
    }
}

/** Her notes, of which one may go on the page. */
@Composable
fun ShowNotesScreen(state: ShowNotes, onNote: (String) -> Unit, onMore: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(
        texts[CardNames.SHOW_ADD_NOTE],
        onBack,
        top = { if (state.lines.isEmpty()) Say(texts[Names.LIST_EMPTY]) },
    ) {
        items(state.lines, key = { it.id }) { NoteLine(it, onNote) }
        loadMore(state.more, texts, onMore)
    }
}

/** The paragraphs of a note, of which some may go on the page. */
@Composable
fun ShowNoteScreen(state: ShowNote, onPart: (Int, Boolean) -> Unit, onPut: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.SHOW_NOTE_PART], onBack) {
        state.paragraphs.forEachIndexed { at, text -> Switched(text, at in state.on) { on -> onPart(at, on) } }
        WideButton(texts[CardNames.SHOW_NOTE_PUT], Act.MAIN, enabled = state.on.isNotEmpty(), onClick = onPut)
    }
}
