package app.notebook.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import app.notebook.core.DateLine
import app.notebook.core.ReadDate
import app.notebook.core.ReadLine

/** A message, and what was found in it: what was read and what was guessed stand apart. */
@Composable
fun PasteScreen(
    state: PasteMessage,
    onRead: (String) -> Unit,
    onTake: (ReadDate) -> Unit,
    onAdd: () -> Unit,
    onOpen: (DateLine) -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    var message by remember { mutableStateOf(state.text) }
    Page(texts[DateNames.PASTE_TITLE], onBack) {
        Say(texts[DateNames.PASTE_WHAT])
        Field(texts[DateNames.PASTE_FIELD], message, lines = 5) { message = it }
        WideButton(texts[DateNames.PASTE_GO], Act.MAIN, enabled = message.isNotBlank()) { onRead(message) }
        val found = state.found
        if (found != null && found.isEmpty()) {
            Say(texts[DateNames.PASTE_NOTHING])
            WideButton(texts[DateNames.DATES_ADD], onClick = onAdd)
        }
        found?.forEach { ReadLines(it, onTake, onOpen) }
    }
}

@Composable
private fun ReadLines(read: ReadDate, onTake: (ReadDate) -> Unit, onOpen: (DateLine) -> Unit) {
    val texts = LocalTexts.current
    val (sure, guessed) = read.lines.partition { it.sure }
    if (sure.isNotEmpty()) Heading(texts[DateNames.PASTE_SURE])
    sure.forEach { ReadLine(it, DateNames.PASTE_READ) }
    if (guessed.isNotEmpty()) Heading(texts[DateNames.PASTE_GUESSES])
    guessed.forEach { ReadLine(it, DateNames.PASTE_GUESSED) }
    WideButton(texts[DateNames.PASTE_TAKE]) { onTake(read) }
    // What is called off or put to another time may be one of these: she changes it there.
    if (read.known.isNotEmpty()) Heading(texts[DateNames.PASTE_KNOWN])
    read.known.forEach { DateItem(it, onOpen) }
}

@Composable
private fun ReadLine(line: ReadLine, name: String) =
    Say(LocalTexts.current.filled(name, "what" to line.what, "value" to line.value))
