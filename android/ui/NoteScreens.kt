package app.notebook.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import app.notebook.core.NotePage

/** The screens under Notes and Write. */
@Composable
internal fun NoteScreens(session: Session, screen: Inside) {
    val back = session::goBack
    when (screen) {
        is WriteNew -> key(screen.round) { WriteScreen({ title, text -> session.typed(null, title, text) }, session::done) }
        OfferCopy -> OfferCopyScreen({ session.go(Place.SAVE) }, { session.go(Place.WRITE) })
        is NotesList -> NotesScreen(screen, session::go, session::open, session::loadMore)
        is BinList ->
            BinScreen(screen, session::open, session::putBack, session::deleteForGood, session::emptyBin, session::loadMore, back)
        is Find -> FindScreen(screen, session::find, session::open, session::around, session::loadMore, back)
        is NoteRead ->
            NoteScreen(screen, NoteActs(session, screen.page.id), session::choices, back)
        is NoteEdit ->
            EditScreen(screen.page, { title, text -> session.typed(screen.page.id, title, text) }, session::editDone, session::asItWas)
        is NoteTopics -> TopicsScreen(screen.page, session::setTopics, back)
        is Earlier -> EarlierScreens(session, screen)
        is MorePage -> Unit
    }
}

/** Home: write at once. */
@Composable
fun WriteScreen(onTyped: (title: String, text: String) -> Unit, onDone: () -> Unit) {
    val texts = LocalTexts.current
    var title by remember { mutableStateOf("") }
    var text by remember { mutableStateOf("") }
    Page(texts[Names.WRITE_TITLE]) {
        Say(texts[Names.WRITE_WHAT])
        Field(texts[Names.WRITE_FIELD], text, lines = 7) {
            text = it
            onTyped(title, text)
        }
        Field(texts[Names.PAGE_NAME], title) {
            title = it
            onTyped(title, text)
        }
        Say(texts[Names.WRITE_KEPT], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, enabled = title.isNotBlank() || text.isNotBlank(), onClick = onDone)
    }
}

/** After the first note, once: no is a real choice. */
@Composable
fun OfferCopyScreen(onYes: () -> Unit, onNo: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.SAVE_ASK]) {
        Say(texts[Names.SAVE_ASK_WHAT])
        WideButton(texts[Names.MORE_SAVE_COPY], onClick = onYes)
        WideButton(texts[Names.SAVE_NO], onClick = onNo)
    }
}

/** What can be done with a note. */
class NoteActs(
    val edit: () -> Unit,
    val topics: () -> Unit,
    val pin: (Boolean) -> Unit,
    val earlier: () -> Unit,
    val toBin: () -> Unit,
    val putBack: () -> Unit,
    val deleteForGood: () -> Unit,
)

private fun NoteActs(session: Session, id: String) =
    NoteActs(
        session::edit,
        session::topics,
        session::pin,
        session::earlier,
        session::toBin,
        { session.putBack(id) },
        { session.deleteForGood(id) },
    )

/** A note to read, with three things to do and the rest behind "More choices". */
@Composable
fun NoteScreen(state: NoteRead, acts: NoteActs, onChoices: (Boolean) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    val page = state.page
    Page(page.title ?: texts[Names.PAGE_TITLE], onBack) {
        Say(page.date, quiet = true)
        if (page.topics.isNotEmpty()) Say(page.topics.joinToString(" · "), quiet = true)
        Say(page.text)
        if (page.binned) {
            Say(texts[Names.PAGE_IN_BIN], quiet = true)
            WideButton(texts[Names.BIN_PUT_BACK], Act.MAIN, onClick = acts.putBack)
            WideButton(texts[Names.PAGE_DELETE], Act.FINAL, onClick = acts.deleteForGood)
        } else {
            WideButton(texts[Names.PAGE_CHANGE], Act.MAIN, onClick = acts.edit)
            WideButton(texts[Names.PAGE_TO_BIN], onClick = acts.toBin)
            val more = if (state.choices) Names.DO_FEWER else Names.DO_MORE
            WideButton(texts[more]) { onChoices(!state.choices) }
            if (state.choices) MoreChoices(page, acts)
        }
    }
}

@Composable
private fun MoreChoices(page: NotePage, acts: NoteActs) {
    val texts = LocalTexts.current
    WideButton(texts[if (page.pinned) Names.PAGE_UNPIN else Names.PAGE_PIN]) { acts.pin(!page.pinned) }
    WideButton(texts[Names.PAGE_TOPICS], onClick = acts.topics)
    if (page.versions > 0u || page.keepsHistory) WideButton(texts[Names.PAGE_EARLIER], onClick = acts.earlier)
    WideButton(texts[Names.PAGE_DELETE], Act.FINAL, onClick = acts.deleteForGood)
}

/** A note that is being changed. */
@Composable
fun EditScreen(page: NotePage, onTyped: (title: String, text: String) -> Unit, onDone: () -> Unit, onUndo: () -> Unit) {
    val texts = LocalTexts.current
    var title by remember { mutableStateOf(page.title.orEmpty()) }
    var text by remember { mutableStateOf(page.text) }
    Page(texts[Names.PAGE_CHANGE]) {
        Field(texts[Names.WRITE_FIELD], text, lines = 7) {
            text = it
            onTyped(title, text)
        }
        Field(texts[Names.PAGE_NAME], title) {
            title = it
            onTyped(title, text)
        }
        Say(texts[Names.WRITE_KEPT], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
        WideButton(texts[Names.PAGE_AS_IT_WAS], onClick = onUndo)
    }
}

/** The topics of a note: a tap puts one on or takes it off. */
@Composable
fun TopicsScreen(page: NotePage, onTopics: (List<String>) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var new by remember(page.topics) { mutableStateOf("") }
    Page(texts[Names.PAGE_TOPICS], onBack) {
        Say(texts[Names.TOPICS_WHAT])
        for (topic in page.allTopics) {
            Switched(topic, topic in page.topics) { on -> onTopics(if (on) page.topics + topic else page.topics - topic) }
        }
        Field(texts[Names.TOPICS_NEW], new, onGo = { if (new.isNotBlank()) onTopics(page.topics + new) }) { new = it }
        WideButton(texts[Names.TOPICS_ADD], enabled = new.isNotBlank()) { onTopics(page.topics + new) }
    }
}
