package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.dp
import app.notebook.core.EarlierLine
import app.notebook.core.Line
import app.notebook.core.Piece

/** All notes, or those with one topic. */
@Composable
internal fun NotesScreens(session: Session, state: NotesList) {
    val topic = state.topic
    if (topic == null) {
        NotesScreen(state, session::go, session::open, session::loadMore)
    } else {
        TopicScreen(topic, state, session::nameTopic, session::open, session::loadMore, session::goBack)
    }
}

/** The notes by date and title; what they say shows only when one is opened. */
@Composable
fun NotesScreen(state: NotesList, onGo: (Place) -> Unit, onOpen: (String) -> Unit, onMore: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(
        texts[Names.BAR_NOTES],
        top = {
            if (state.lines.isEmpty()) {
                Say(texts[Names.LIST_EMPTY])
                WideButton(texts[Names.BAR_WRITE], Act.MAIN) { onGo(Place.WRITE) }
            } else {
                if (texts.areFull) WideButton(texts[Names.BAR_WRITE], Act.MAIN) { onGo(Place.WRITE) }
                WideButton(texts[Names.LIST_FIND]) { onGo(Place.FIND) }
                WideButton(texts[Names.PAGE_TOPICS]) { onGo(Place.TOPICS) }
            }
        },
    ) {
        items(state.lines, key = { it.id }) { NoteLine(it, onOpen) }
        loadMore(state.more, texts, onMore)
        item { WideButton(texts[Names.LIST_BIN]) { onGo(Place.BIN) } }
    }
}

internal fun LazyListScope.loadMore(more: Boolean, texts: Texts, onMore: () -> Unit) {
    if (more) item { WideButton(texts[Names.LIST_LOAD], onClick = onMore) }
}

@Composable
internal fun NoteLine(line: Line, onOpen: (String) -> Unit) {
    val mark = if (line.pinned) LocalTexts.current[Names.NOTE_MARK_PINNED] else null
    val below = listOfNotNull(line.date.takeIf { line.title != null }, mark).joinToString(" · ")
    ListLine(line.title ?: line.date, below.ifEmpty { null }) { onOpen(line.id) }
}

/** Looking for words. What was found shows like any list; the words around it only on a tap. */
@Composable
fun FindScreen(
    state: Find,
    onFind: (String) -> Unit,
    onOpen: (String) -> Unit,
    onAround: (String) -> Unit,
    onMore: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    var query by remember { mutableStateOf(state.query) }
    ListPage(
        texts[Names.FIND_TITLE],
        onBack,
        top = {
            Field(texts[Names.FIND_FIELD], query, onGo = { onFind(query) }) { query = it }
            WideButton(texts[Names.FIND_GO], Act.MAIN, enabled = query.isNotBlank()) { onFind(query) }
            if (state.asked && state.lines.isEmpty()) Say(texts[Names.SEARCH_NONE])
        },
    ) {
        items(state.lines, key = { it.id }) { line ->
            Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
                NoteLine(line, onOpen)
                val around = state.around[line.id]
                if (around == null) WideButton(texts[Names.FIND_AROUND]) { onAround(line.id) } else Around(around)
            }
        }
        loadMore(state.more, texts, onMore)
    }
}

/** Words around a hit; what was found is bold and underlined, not told by colour alone. */
@Composable
private fun Around(pieces: List<Piece>) {
    if (pieces.isEmpty()) return Say(LocalTexts.current[Names.FIND_ONLY_TITLE], quiet = true)
    val found = SpanStyle(fontWeight = FontWeight.Bold, textDecoration = TextDecoration.Underline)
    val text = buildAnnotatedString {
        for (piece in pieces) if (piece.found) withStyle(found) { append(piece.text) } else append(piece.text)
    }
    Text(text, color = MaterialTheme.colorScheme.onBackground, style = MaterialTheme.typography.bodyLarge)
}

/** The bin: put back, or delete for good. */
@Composable
fun BinScreen(
    state: BinList,
    onOpen: (String) -> Unit,
    onPutBack: (String) -> Unit,
    onDelete: (String) -> Unit,
    onEmpty: () -> Unit,
    onMore: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    ListPage(
        texts[Names.BIN_TITLE],
        onBack,
        top = { if (state.lines.isEmpty()) Say(texts[Names.BIN_NONE]) },
    ) {
        items(state.lines, key = { it.id }) { line ->
            Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
                NoteLine(line, onOpen)
                WideButton(texts[Names.BIN_PUT_BACK]) { onPutBack(line.id) }
                WideButton(texts[Names.PAGE_DELETE], Act.FINAL) { onDelete(line.id) }
            }
        }
        loadMore(state.more, texts, onMore)
        if (state.lines.isNotEmpty()) {
            item { WideButton(texts[Names.BIN_EMPTY_ALL], Act.FINAL, onClick = onEmpty) }
        }
    }
}

/** The earlier texts of a note, or one of them. */
@Composable
internal fun EarlierScreens(session: Session, state: Earlier) {
    val text = state.text
    if (text == null) {
        EarlierScreen(state.lines, session::openEarlier, session::clearEarlier, session::goBack)
    } else {
        val date = state.lines.firstOrNull { it.number == state.number }?.date.orEmpty()
        EarlierTextScreen(date, text.title, text.text, session::useEarlier, session::goBack)
    }
}

/** The earlier texts of a note by date. */
@Composable
fun EarlierScreen(lines: List<EarlierLine>, onOpen: (UInt) -> Unit, onClear: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(texts[Names.PAGE_EARLIER], onBack, top = { if (lines.isEmpty()) Say(texts[Names.EARLIER_NONE]) }) {
        items(lines, key = { it.number.toInt() }) { line -> ListLine(line.date, null) { onOpen(line.number) } }
        if (lines.isNotEmpty()) item { WideButton(texts[Names.EARLIER_CLEAR], Act.FINAL, onClick = onClear) }
    }
}

/** One earlier text. */
@Composable
fun EarlierTextScreen(date: String, title: String?, text: String, onUse: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(title ?: texts[Names.PAGE_EARLIER], onBack) {
        Say(date, quiet = true)
        Say(text)
        WideButton(texts[Names.EARLIER_USE], Act.MAIN, onClick = onUse)
    }
}
