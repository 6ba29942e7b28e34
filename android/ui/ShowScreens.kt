package app.notebook.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.dp
import app.notebook.core.Paragraph
import app.notebook.core.Way

/** The pages on which something is got ready to be shown. */
@Composable
internal fun ShowScreens(session: Session, screen: Preparing, look: Look) {
    val back = session::goBack
    when (screen) {
        is Showing -> ShowingScreen(screen, look.onScreen, ShowingActs(session))
        is ShowChange -> ShowChangeScreen(screen, look.onScreen, ShowChangeActs(session, look), back)
        is ShowPlans -> ShowPlansScreen(screen.plans, session::putPlan, back)
        is ShowNotes -> ShowNotesScreen(screen, session::partsOfNote, session::loadMore, back)
        is ShowNote -> ShowNoteScreen(screen, session::paragraph, session::putNote, back)
    }
}

/** What can be done with what is about to be shown. */
class ShowingActs(
    val give: () -> Unit,
    val notNow: () -> Unit,
    val change: () -> Unit,
    val wait: () -> Unit,
    val keepWords: (Boolean) -> Unit,
)

private fun ShowingActs(session: Session) =
    ShowingActs(
        session::give,
        session::showNotNow,
        session::changeShowing,
        session::letShowingWait,
        session::keepShownWords,
    )

/** What is about to be shown, just as it goes, before it goes. */
@Composable
fun ShowingScreen(state: Showing, closes: OnScreenCloses, acts: ShowingActs) {
    val (texts, page) = LocalTexts.current to state.page
    LeavingFrame {
        page.to?.let { Say(it) }
        if (page.paragraphs.isNotEmpty()) ShownPage(page.paragraphs)
        HeldBack(state)
        page.before.forEach { Say(it) }
        if (state.request.way == Way.SCREEN) OnScreenLines(closes)
        val trouble = page.trouble
        if (trouble == null) WideButton(texts[state.request.way.act], Act.MAIN, onClick = acts.give) else Say(trouble)
        WideButton(texts[Names.DO_NOT_NOW], onClick = acts.notNow)
        WideButton(texts[CardNames.SHOW_CHANGE], onClick = acts.change)
        WideButton(texts[CardNames.SHOW_WAIT], onClick = acts.wait)
        Switched(texts[CardNames.SHOW_KEEP_WORDS], state.keepsWords, acts.keepWords)
    }
}

/** What is not on the page, and why: below it, for only she is told. */
@Composable
private fun HeldBack(state: Showing) {
    val texts = LocalTexts.current
    for ((heading, parts) in listOf(CardNames.SHOW_HELD_BACK to state.heldBack, CardNames.SHOW_LOOK_TOO to state.alsoOff)) {
        if (parts.isNotEmpty()) Say(texts[heading])
        for (part in parts) Told(part.name, part.reason)
    }
}

/** The page itself, with an edge of its own. */
@Composable
private fun ShownPage(paragraphs: List<Paragraph>) {
    val scheme = MaterialTheme.colorScheme
    Surface(Modifier.fillMaxWidth(), Corners, scheme.surface, border = BorderStroke(1.5.dp, scheme.outline)) {
        Column(Modifier.padding(12.dp), Arrangement.spacedBy(12.dp)) {
            for (paragraph in paragraphs) ParagraphText(paragraph, MaterialTheme.typography.bodyLarge)
        }
    }
}

/** A paragraph of the page: the heading is set apart, and nothing is changed. */
@Composable
internal fun ParagraphText(paragraph: Paragraph, style: TextStyle) {
    val ink = MaterialTheme.colorScheme.onBackground
    Text(paragraph.annotated(), Modifier.fillMaxWidth(), color = ink, style = style)
}

internal fun Paragraph.annotated() = buildAnnotatedString {
    withStyle(SpanStyle(fontWeight = FontWeight.Bold)) { append(heading) }
    append(rest)
}

/** What happens when it is shown on this screen. */
@Composable
private fun OnScreenLines(closes: OnScreenCloses) {
    val texts = LocalTexts.current
    Say(texts[CardNames.ON_SCREEN_QUIET])
    Say(texts[CardNames.ON_SCREEN_LOCKS])
    Say(texts.count(CardNames.ON_SCREEN_CLOSES, closes.minutes.toULong()))
}
