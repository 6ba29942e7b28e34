package app.notebook.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import app.notebook.core.OwnTexts
import app.notebook.core.RightNow

/** What tests find the way to Right now by. */
const val RIGHT_NOW_TAG = "right now"

/** The way to Right now: the same spot on each page of a full notebook, quiet, one tap. */
@Composable
fun RightNowButton(here: Boolean, onGo: (Place) -> Unit) =
    Box(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 4.dp), Alignment.CenterEnd) {
        Button(LocalTexts.current[Names.RIGHT_NOW_TITLE], Modifier.testTag(RIGHT_NOW_TAG), enabled = !here) {
            onGo(Place.RIGHT_NOW)
        }
    }

/** Right now, Numbers, and what is changed there. */
@Composable
internal fun HardMomentScreens(session: Session, screen: HardMoment) {
    val (back, ring) = session::goBack to session::ring.takeIf { session.calls != null }
    when (screen) {
        is RightNowPage -> RightNowScreen(screen.page, ring, session::go, session::changeOwnWords, back)
        is OwnWordsEdit -> OwnWordsScreen(screen.start, session::ownTyped, session::ownWordsDone, back)
        is NumbersList -> NumbersScreen(screen.page, ring, session::changePerson, back)
        is PersonEdit ->
            PersonScreen(screen, session.fieldsOf(screen.person), PersonActs(session), back)
    }
}

/** Nothing to fill in: today, her words, what helps, who to ring. */
@Composable
fun RightNowScreen(
    page: RightNow,
    onRing: ((String) -> Unit)?,
    onGo: (Place) -> Unit,
    onChange: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    Page(texts[Names.RIGHT_NOW_TITLE], onBack) {
        Say(page.today)
        if (page.words.isNotEmpty()) Heading(texts[Names.RIGHT_NOW_YOURS])
        Say(page.words.ifEmpty { texts[Names.RIGHT_NOW_NONE] }, quiet = page.words.isEmpty())
        Heading(texts[Names.RIGHT_NOW_HELPS])
        page.helps.forEach { Say(it) }
        Heading(texts[Names.RIGHT_NOW_PEOPLE])
        if (page.people.isEmpty()) Say(texts[Names.RIGHT_NOW_NOBODY], quiet = true)
        page.people.forEach { PersonLines(it, onRing) }
        WideButton(texts[Names.RIGHT_NOW_NUMBERS]) { onGo(Place.NUMBERS) }
        WideButton(texts[Names.RIGHT_NOW_CHANGE], onClick = onChange)
    }
}

/** Her words of that page: kept as she types. */
@Composable
fun OwnWordsScreen(start: OwnTexts, onTyped: (String, String) -> Unit, onDone: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var words by remember { mutableStateOf(start.words) }
    var helps by remember { mutableStateOf(start.helps) }
    Page(texts[Names.RIGHT_NOW_CHANGE], onBack) {
        Field(texts[Names.RIGHT_NOW_YOURS], words, lines = 4) { onTyped(it.also { words = it }, helps) }
        Field(texts[Names.RIGHT_NOW_HELPS], helps, lines = 4) { onTyped(words, it.also { helps = it }) }
        Say(texts[Names.RIGHT_NOW_HOW], quiet = true)
        Say(texts[Names.WRITE_KEPT], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
    }
}
