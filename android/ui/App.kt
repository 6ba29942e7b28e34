package app.notebook.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.alpha
import androidx.compose.ui.input.key.onPreviewKeyEvent
import androidx.compose.ui.input.pointer.PointerEventPass
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.unit.LayoutDirection

/**
 * The whole of it: what a shell puts into its window, with the [letters] that it has. [onClose] is for one that does
 * more at Close than lock.
 */
@Composable
fun NotebookApp(session: Session, letters: FontFamily, onClose: () -> Unit = { session.close() }) {
    val closed by session.closed.collectAsState()
    val look by session.look.collectAsState()
    NotebookTheme(look, letters) {
        Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
            // Compose keeps older values of what it remembers: after Close all of it goes.
            key(closed) { Opened(session, look, onClose) }
        }
    }
}

@Composable
private fun Opened(session: Session, look: Look, onClose: () -> Unit) {
    val shown by session.now.collectAsState()
    val texts = shown.texts ?: return
    val earphones by session.earphones.collectAsState()
    val direction = if (texts.language.rightToLeft) LayoutDirection.Rtl else LayoutDirection.Ltr
    CompositionLocalProvider(
        LocalTexts provides texts,
        LocalLayoutDirection provides direction,
        LocalEarphones provides earphones,
    ) {
        Column(Modifier.fillMaxSize().touches(session::touched).safeDrawingPadding()) {
            if (shown.screen is Inside && texts.areFull) RightNowButton(shown.screen is RightNowPage, session::go)
            Box(Modifier.weight(1f)) { Middle(session, shown, look, onClose) }
            shown.notice?.let { NoticeStrip(it, session::undo) }
            (shown.screen as? Inside)?.let { Bar(it.place, session::go, onClose) }
        }
    }
}

@Composable
private fun Middle(session: Session, shown: Shown, look: Look, onClose: () -> Unit) {
    val (busy, question) = shown.busy to shown.question
    if (question != null) return QuestionPage(question, session::answerYes, session::leaveIt)
    // What she has put in stays behind the busy page, so that she can mend it if it was not right.
    val hidden = if (busy == null) Modifier else Modifier.alpha(0f).clearAndSetSemantics {}
    Box(hidden.fillMaxSize()) { Screens(session, shown.screen, shown.sounds, look, onClose) }
    if (busy != null) BusyPage(busy, session::stop)
}

@Composable
private fun Screens(session: Session, screen: Screen, sounds: Boolean, look: Look, onClose: () -> Unit) =
    when (screen) {
        Blank -> Unit
        is First -> FirstScreens(session, screen)
        is Unlock -> UnlockScreen(screen, session::unlock, session::unlockByBiometric, session::forgotPin)
        is UnlockWords -> WordsScreen(screen.typed, session::recoverWith, session::goBack)
        is NewPin -> NewPinScreen(screen.again, session::recoveryPin, session::goBack)
        is OnScreen -> OnScreenScreen(screen, session::turnRound, session::keepOnScreen, onClose)
        is CardPlace -> CardScreens(session, screen, look)
        is MorePage -> MoreScreens(session, screen, look)
        is DatePlace -> DateScreens(session, screen)
        is HardMoment -> HardMomentScreens(session, screen)
        is Inside -> NoteScreens(session, screen, sounds)
    }

/** Tells of each touch and each key, wherever on the screen it is for. */
private fun Modifier.touches(tell: () -> Unit) =
    onPreviewKeyEvent {
            tell()
            false
        }
        .pointerInput(Unit) {
            awaitPointerEventScope {
                while (true) {
                    awaitPointerEvent(PointerEventPass.Initial)
                    tell()
                }
            }
        }

/** A step back from a button. */
internal fun Session.goBack() {
    back()
}
