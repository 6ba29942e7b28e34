package app.notebook.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import app.notebook.core.AttachmentLine
import app.notebook.core.NotePage

/** The screens under Notes and Write. */
@Composable
internal fun NoteScreens(session: Session, screen: Inside, sounds: Boolean) {
    val back = session::goBack
    when (screen) {
        is WriteNew ->
            key(screen.round) {
                val start = remember { session.typingOf(null) }
                WriteScreen(
                    Words(start),
                    { session.typed(null, it.title, it.text) },
                    session::done,
                    session.senses.recorder != null,
                    session::add,
                ) {
                    screen.next?.let { NextLine(it, session::openDate) { session.go(Place.DATES) } }
                }
            }
        OfferCopy -> OfferCopyScreen({ session.go(Place.SAVE) }, { session.go(Place.WRITE) })
        is NotesList -> NotesScreens(session, screen)
        is TopicList -> TopicListScreen(screen.topics, session::openTopic, back)
        is TopicName ->
            TopicNameScreen(session.nameFieldOf(screen.topic), session::topicTyped, session::renameTopic, back)
        is BinList ->
            BinScreen(screen, session::open, session::putBack, session::deleteForGood, session::emptyBin, session::loadMore, back)
        is Find -> FindScreen(screen, session::find, session::open, session::around, session::loadMore, back)
        is NoteRead ->
            NoteScreen(screen, NoteActs(session, screen.page.id), session::choices, back)
        is AddTo, is Looking, is Listening, is Attached, is ReadAloud -> AttachmentScreens(session, screen, sounds)
        is NoteEdit -> {
            val id = screen.page.id
            val start = remember { session.typingOf(id)?.let(::Words) ?: Words(screen.page) }
            EditScreen(start, { session.typed(id, it.title, it.text) }, session::editDone, session::asItWas)
        }
        is NoteTopics ->
            TopicsScreen(screen.page, session.newTopicFieldOf(screen.page.id), session::topicTyped, session::setTopic, back)
        is Earlier -> EarlierScreens(session, screen)
        is MorePage, is HardMoment, is DatePlace, is CardPlace -> Unit
    }
}

/** What stands in the fields of a note. */
data class Words(val title: String = "", val text: String = "") {
    val areBlank
        get() = title.isBlank() && text.isBlank()
}

private fun Words(typing: Typing?) = Words(typing?.title.orEmpty(), typing?.text.orEmpty())

private fun Words(page: NotePage) = Words(page.title.orEmpty(), page.text)

/** The fields of a note: its text first, for no title is needed. */
@Composable
private fun WordFields(words: Words, onTyped: (Words) -> Unit) {
    val texts = LocalTexts.current
    Field(texts[Names.WRITE_FIELD], words.text, lines = 7) { onTyped(words.copy(text = it)) }
    Field(texts[Names.PAGE_NAME], words.title) { onTyped(words.copy(title = it)) }
    Say(texts[Names.WRITE_KEPT], quiet = true)
}

/** Home: write at once. */
@Composable
fun WriteScreen(
    start: Words,
    onTyped: (Words) -> Unit,
    onDone: () -> Unit,
    speaks: Boolean,
    onAdd: () -> Unit,
    below: @Composable () -> Unit,
) {
    val texts = LocalTexts.current
    var words by remember { mutableStateOf(start) }
    Page(texts[Names.WRITE_TITLE]) {
        Say(texts[Names.WRITE_WHAT])
        WordFields(words) { onTyped(it.also { words = it }) }
        WideButton(texts[Names.DO_DONE], Act.MAIN, enabled = !words.areBlank, onClick = onDone)
        WideButton(addName(speaks), onClick = onAdd)
        below()
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
    val add: () -> Unit,
    val attachment: (AttachmentLine) -> Unit,
    /** None where this phone has no voice of its own. */
    val read: (() -> Unit)?,
    /** Whether a voice can be recorded. */
    val speaks: Boolean,
    val show: () -> Unit,
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
        session::add,
        session::openAttachment,
        if (session.senses.reader == null) null else session::readToMe,
        session.senses.recorder != null,
        session::showNote,
        session::topics,
        session::pin,
        session::earlier,
        session::toBin,
        { session.putBack(id) },
        { session.deleteForGood(id) },
    )

/** A note to read, with three things to do and the rest behind "More choices". */
@Composable
fun NoteScreen(
    state: NoteRead,
    acts: NoteActs,
    onChoices: (Boolean) -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    val page = state.page
    Page(page.title ?: texts[Names.PAGE_TITLE], onBack) {
        Say(page.date, quiet = true)
        if (page.topics.isNotEmpty()) Say(page.topics.joinToString(" · "), quiet = true)
        if (page.text.isNotBlank()) Say(page.text)
        for (line in page.attachments) ListLine(kindOf(line), line.name) { acts.attachment(line) }
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
    if (acts.read != null) WideButton(texts[Names.READ_TO_ME], onClick = acts.read)
    if (texts.areFull) WideButton(texts[CardNames.CARD_SHOW], onClick = acts.show)
    WideButton(addName(acts.speaks), onClick = acts.add)
    WideButton(texts[if (page.pinned) Names.PAGE_UNPIN else Names.PAGE_PIN]) { acts.pin(!page.pinned) }
    WideButton(texts[Names.PAGE_TOPICS], onClick = acts.topics)
    if (page.versions > 0u || page.keepsHistory) WideButton(texts[Names.PAGE_EARLIER], onClick = acts.earlier)
    WideButton(texts[Names.PAGE_DELETE], Act.FINAL, onClick = acts.deleteForGood)
}

/** A note that is being changed. */
@Composable
fun EditScreen(start: Words, onTyped: (Words) -> Unit, onDone: () -> Unit, onUndo: () -> Unit) {
    val texts = LocalTexts.current
    var words by remember { mutableStateOf(start) }
    Page(texts[Names.PAGE_CHANGE]) {
        WordFields(words) { onTyped(it.also { words = it }) }
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
        WideButton(texts[Names.PAGE_AS_IT_WAS], onClick = onUndo)
    }
}
