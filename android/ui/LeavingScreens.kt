package app.notebook.ui

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.notebook.core.OpenCopy

/** Shows the whole of what is about to leave the phone: edged as no other page is. */
@Composable
internal fun LeavingFrame(content: @Composable ColumnScope.() -> Unit) =
    Box(Modifier.padding(4.dp).border(6.dp, MaterialTheme.colorScheme.secondary, Corners)) {
        Page(LocalTexts.current[Names.LEAVING_TITLE], content = content)
    }

/** The same with an equal way out at its end. */
@Composable
fun LeavingPage(onNotNow: () -> Unit, content: @Composable ColumnScope.() -> Unit) = LeavingFrame {
    content()
    WideButton(LocalTexts.current[Names.DO_NOT_NOW], onClick = onNotNow)
}

/** A copy before she chooses its place. */
@Composable
fun LeavingScreen(state: Leaving, onAllFiles: (Boolean) -> Unit, onPlace: () -> Unit, onNotNow: () -> Unit) {
    val texts = LocalTexts.current
    LeavingPage(onNotNow) {
        if (state.open == null) {
            Say(texts[Names.LEAVING_SEALED])
            Say(texts[Names.LEAVING_SEALED_WHO])
        } else {
            Open(state.open, state, onAllFiles)
        }
        Say(texts[Names.LEAVING_BACK])
        WideButton(texts[Names.SAVE_CHOOSE], onClick = onPlace)
    }
}

@Composable
private fun Open(holds: OpenCopy, state: Leaving, onAllFiles: (Boolean) -> Unit) {
    val texts = LocalTexts.current
    Say(texts[Names.LEAVING_OPEN])
    Say(texts.count(Names.LEAVING_NOTES, holds.notes))
    if (holds.notes > 0uL) Say(texts[Names.LEAVING_NOTES_BIN], quiet = true)
    if (holds.earlier > 0uL) Say(texts.count(Names.LEAVING_EARLIER, holds.earlier))
    if (state.files > 0uL) Say(texts.count(Names.LEAVING_FILES, state.files))
    if (holds.people > 0uL) Say(texts.count(Names.LEAVING_PEOPLE, holds.people))
    if (holds.visits > 0uL) Say(texts.count(Names.LEAVING_DATES, holds.visits))
    if (holds.ownWords > 0uL) Say(texts[Names.LEAVING_OWN_WORDS])
    if (holds.card + holds.choices + holds.receipts > 0uL) Say(texts[Names.COPY_SHOWING])
    if (holds.leftOut > 0uL) {
        if (!state.allFiles) Say(texts.count(Names.LEAVING_OUT, holds.leftOut))
        Switched(texts[Names.LEAVING_ALL], state.allFiles, onAllFiles)
    }
    Say(texts[Names.LEAVING_OPEN_WHO])
}
