package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.notebook.core.ChoiceLine
import app.notebook.core.PersonText
import app.notebook.core.Seen
import app.notebook.core.SeenAs
import app.notebook.core.SeenLine
import app.notebook.core.Shows

/** Whom she sees. What she thinks of seeing them again shows only on the page of each. */
@Composable
fun SeenScreen(all: List<SeenLine>, onChange: (SeenLine?) -> Unit, onGo: (Place) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.CARD_PEOPLE], onBack) {
        if (all.isEmpty()) Say(texts[CardNames.SEEN_NONE])
        for (line in all) {
            SeenLines(line)
            WideButton(texts.with(Names.PERSON_CHANGE, line.text.name)) { onChange(line) }
        }
        WideButton(texts[CardNames.SEEN_ADD]) { onChange(null) }
        WideButton(texts[CardNames.CARD_CHOICES]) { onGo(Place.CHOICES) }
    }
}

/** Someone she sees, read aloud as one. */
@Composable
private fun SeenLines(line: SeenLine) {
    val texts = LocalTexts.current
    val asOne = Modifier.fillMaxWidth().padding(top = 4.dp).semantics(mergeDescendants = true) {}
    Column(asOne, Arrangement.spacedBy(2.dp)) {
        Text(line.text.name, color = MaterialTheme.colorScheme.onBackground, style = MaterialTheme.typography.titleMedium)
        Say(line.kind, quiet = true)
        line.of?.let { Say(texts.with(CardNames.PERSON_OF_WHOM, it, CardNames.GAP_WHO), quiet = true) }
        if (line.text.number.isNotEmpty()) Say(line.text.number)
        if (line.text.note.isNotEmpty()) Say(line.text.note)
    }
}

/** What can be done with someone she sees. */
class SeenActs(val typed: (SeenFields) -> Unit, val done: () -> Unit, val remove: () -> Unit)

internal fun SeenActs(session: Session) = SeenActs(session::seenTyped, session::cardDone, session::removeSeen)

/** Someone she sees, while she writes of them. */
@Composable
fun SeenPersonScreen(state: SeenEdit, start: SeenFields, acts: SeenActs, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var fields by remember { mutableStateOf(start) }
    val type = { changed: SeenFields -> acts.typed(changed.also { fields = it }) }
    val text = { changed: PersonText -> type(fields.copy(text = changed)) }
    val seen = { changed: Seen -> type(fields.copy(seen = changed)) }
    val title = state.line?.let { texts.with(Names.PERSON_CHANGE, it.text.name) } ?: texts[CardNames.SEEN_ADD]
    Page(title, onBack) {
        Field(texts[Names.PERSON_NAME], fields.text.name) { text(fields.text.copy(name = it)) }
        Field(texts[Names.PERSON_NUMBER], fields.text.number) { text(fields.text.copy(number = it)) }
        Field(texts[Names.PERSON_NOTE], fields.text.note, lines = 2) { text(fields.text.copy(note = it)) }
        Heading(texts[CardNames.SEEN_KIND])
        OneOf(SeenAs.entries.map { it to it.word }, fields.seen.seenAs) { seen(fields.seen.copy(seenAs = it)) }
        if (state.others.isNotEmpty()) PartOf(state.others, fields.seen.of) { seen(fields.seen.copy(of = it)) }
        Field(texts[CardNames.SEEN_AGAIN], fields.seen.again, lines = 2) { seen(fields.seen.copy(again = it)) }
        Say(texts[DateNames.DATE_KEPT_WHEN], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, enabled = fields.text.name.isNotBlank(), onClick = acts.done)
        if (state.line != null) WideButton(texts[Names.PERSON_REMOVE], Act.FINAL, onClick = acts.remove)
    }
}

@Composable
private fun PartOf(others: List<SeenLine>, of: String?, onOf: (String?) -> Unit) {
    val texts = LocalTexts.current
    Heading(texts[CardNames.SEEN_OF])
    Column(Modifier.selectableGroup()) {
        Choice(texts[CardNames.SEEN_OF_NONE], of == null) { onOf(null) }
        for (other in others) Choice(other.text.name, of == other.id) { onOf(other.id) }
    }
}

/** What each may see, under the name of each. */
@Composable
fun ChoicesScreen(lines: List<ChoiceLine>, onChange: (ChoiceLine?) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.CARD_CHOICES], onBack) {
        if (lines.isEmpty()) Say(texts[CardNames.CHOICE_NONE])
        lines.forEachIndexed { at, line ->
            if (at == 0 || lines[at - 1].rule.person != line.rule.person) Heading(line.who)
            ListLine(texts.choice(line), null) { onChange(line) }
        }
        WideButton(texts[CardNames.CHOICE_ADD], Act.MAIN) { onChange(null) }
        Say(texts[CardNames.CHOICE_LIMITS], quiet = true)
    }
}

/** What can be done with a choice. */
class ChoiceActs(val typed: (ChoiceFields) -> Unit, val done: (ChoiceFields) -> Unit, val takeOut: () -> Unit)

internal fun ChoiceActs(session: Session) = ChoiceActs(session::choiceTyped, session::choiceDone, session::takeOutChoice)

/** One choice: who, what, how, and until when. */
@Composable
fun ChoiceScreen(state: ChoiceEdit, start: ChoiceFields, acts: ChoiceActs, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var fields by remember { mutableStateOf(start) }
    val type = { changed: ChoiceFields -> acts.typed(changed.also { fields = it }) }
    Page(texts[if (state.line == null) CardNames.CHOICE_ADD else CardNames.CARD_CHOICES], onBack) {
        WhoAndWhat(state, fields, type)
        Heading(texts[CardNames.CHOICE_HOW])
        OneOf(Shows.entries.map { it to it.word }, fields.shows) { type(fields.copy(shows = it)) }
        Heading(texts[CardNames.CHOICE_END])
        OneOf(ENDS, fields.ends) { type(fields.copy(ends = it)) }
        if (fields.ends) DayParts(fields.day) { type(fields.copy(day = it)) }
        Say(texts[CardNames.CHOICE_LIMITS], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN) { acts.done(fields) }
        if (state.line != null) WideButton(texts[CardNames.CHOICE_TAKE_OUT], onClick = acts.takeOut)
    }
}

private val ENDS = listOf(false to CardNames.CHOICE_END_NONE, true to CardNames.CHOICE_END_SET)

@Composable
private fun WhoAndWhat(state: ChoiceEdit, fields: ChoiceFields, onFields: (ChoiceFields) -> Unit) {
    val texts = LocalTexts.current
    Heading(texts[CardNames.CHOICE_WHO])
    Column(Modifier.selectableGroup()) {
        for (one in state.options.whoFor(state.line)) {
            Choice(one.name, fields.person == one.person) { onFields(fields.copy(person = one.person)) }
        }
    }
    Heading(texts[CardNames.CHOICE_ABOUT])
    Column(Modifier.selectableGroup()) {
        for (one in state.options.whatFor(state.line)) {
            Choice(one.name, fields.about == one.what) { onFields(fields.copy(about = one.what)) }
        }
    }
}
