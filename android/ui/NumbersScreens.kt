package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.notebook.core.NumbersPage
import app.notebook.core.PersonLine
import app.notebook.core.PersonText
import app.notebook.core.ServiceLine

/** Her own people first, then the dated list, which says what it costs and what stays behind. */
@Composable
fun NumbersScreen(
    page: NumbersPage,
    onRing: ((String) -> Unit)?,
    onChange: (PersonLine?) -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    Page(texts[Names.NUMBERS_TITLE], onBack) {
        Say(texts[Names.NUMBERS_LIST])
        if (onRing != null) Say(texts[Names.NUMBERS_RING_WHAT], quiet = true)
        Heading(texts[Names.NUMBERS_YOURS])
        if (page.people.isEmpty()) Say(texts[Names.NUMBERS_NONE], quiet = true)
        for (person in page.people) {
            PersonLines(person, onRing)
            WideButton(texts.with(Names.PERSON_CHANGE, person.name)) { onChange(person) }
        }
        WideButton(texts[Names.PERSON_ADD]) { onChange(null) }
        Heading(texts[Names.NUMBERS_OTHERS])
        Say(page.checked, quiet = true)
        page.services.forEach { ServiceLines(it, onRing) }
    }
}

/** A person to ring. */
@Composable
fun PersonLines(person: PersonLine, onRing: ((String) -> Unit)?) =
    Entry(person.name, listOf(person.number, person.note), person.dial, onRing)

@Composable
private fun ServiceLines(service: ServiceLine, onRing: ((String) -> Unit)?) =
    Entry(service.name, listOf(service.number.orEmpty()) + service.about, service.dial, onRing)

/** A name, what is known of it, and where there is a keypad the way to it. */
@Composable
private fun Entry(name: String, lines: List<String>, dial: String?, onRing: ((String) -> Unit)?) =
    Column(Modifier.fillMaxWidth().padding(vertical = 4.dp), Arrangement.spacedBy(4.dp)) {
        Text(name, color = MaterialTheme.colorScheme.onBackground, style = MaterialTheme.typography.titleMedium)
        lines.filter(String::isNotEmpty).forEach { Say(it) }
        if (dial != null && onRing != null) {
            WideButton(LocalTexts.current.with(Names.NUMBERS_RING, name)) { onRing(dial) }
        }
    }

/** What can be done with a person. */
class PersonActs(
    val typed: (PersonText) -> Unit,
    val keep: (PersonText) -> Unit,
    val move: (Int) -> Unit,
    val remove: () -> Unit,
)

internal fun PersonActs(session: Session) =
    PersonActs(session::personTyped, session::keepPerson, session::movePerson, session::removePerson)

/** One of her people: the fields, which begin with [start]; the place among the others; the way out. */
@Composable
fun PersonScreen(state: PersonEdit, start: PersonText, acts: PersonActs, onBack: () -> Unit) {
    val (texts, person) = LocalTexts.current to state.person
    var text by remember { mutableStateOf(start) }
    val type = { changed: PersonText -> acts.typed(changed.also { text = it }) }
    Page(person?.let { texts.with(Names.PERSON_CHANGE, it.name) } ?: texts[Names.PERSON_ADD], onBack) {
        Field(texts[Names.PERSON_NAME], text.name) { type(text.copy(name = it)) }
        Field(texts[Names.PERSON_NUMBER], text.number) { type(text.copy(number = it)) }
        Field(texts[Names.PERSON_NOTE], text.note, lines = 2) { type(text.copy(note = it)) }
        Say(texts[Names.WRITE_KEPT], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, enabled = text.name.isNotBlank()) { acts.keep(text) }
        if (person != null) {
            if (state.at > 0) WideButton(texts[Names.PERSON_UP]) { acts.move(-1) }
            if (!state.last) WideButton(texts[Names.PERSON_DOWN]) { acts.move(1) }
            WideButton(texts[Names.PERSON_REMOVE], Act.FINAL, onClick = acts.remove)
        }
    }
}
