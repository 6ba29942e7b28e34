package app.notebook.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.keepScreenOn
import app.notebook.core.Restored

/** What a copy is, and of which kind it is to be. */
@Composable
fun SaveCopyScreen(onSealed: () -> Unit, onOpen: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.MORE_SAVE_COPY], onBack) {
        Say(texts[Names.SAVE_WHAT])
        Say(texts[Names.SAVE_WHERE])
        WideButton(texts[Names.DO_NEXT], Act.MAIN, onClick = onSealed)
        Say(texts[Names.OPEN_COPY_WHAT], quiet = true)
        WideButton(texts[Names.OPEN_COPY_SAVE], onClick = onOpen)
    }
}

/** Twelve words, shown this once, with their numbers. A phone does not go dark, which would lock, while she writes. */
@Composable
fun TwelveScreen(state: Twelve, onWritten: () -> Unit) {
    val texts = LocalTexts.current
    val notes = state.notes
    Box(Modifier.keepScreenOn())
    Page(texts[if (notes == null) Names.MORE_RECOVERY else Names.SAVE_TITLE]) {
        if (notes != null) Say(texts[Names.COPY_GOOD] + " " + texts.count(Names.COPY_NOTES, notes))
        Say(texts[if (notes == null) Names.RECOVERY_PAGE_THESE else Names.COPY_WHO])
        state.words.forEachIndexed { at, word -> Say("${at + 1}. $word") }
        Say(texts[if (notes == null) Names.RECOVERY_WRITE else Names.COPY_WRITE])
        WideButton(texts[Names.SAVE_WRITTEN], Act.MAIN, onClick = onWritten)
    }
}

/** A copy to bring back: which, its words, what would come in, and only then the step itself. */
@Composable
fun BringBackScreen(
    state: BringBack,
    onChoose: () -> Unit,
    onWords: (String) -> Unit,
    onBring: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    val preview = state.preview
    var words by remember { mutableStateOf("") }
    Page(texts[if (preview == null) Names.MORE_BRING_BACK else Names.BRING_TITLE], onBack) {
        when {
            preview != null -> Preview(preview, onBring, onBack)
            state.chosen -> {
                Say(texts[Names.BRING_HOW])
                Field(texts[Names.UNLOCK_WORDS_FIELD], words, lines = 3, secret = true) { words = it }
                WideButton(texts[Names.BRING_LOOK], Act.MAIN, enabled = words.isNotBlank()) { onWords(words) }
            }
            else -> {
                Say(texts[Names.BRING_WHAT])
                WideButton(texts[Names.BRING_CHOOSE], Act.MAIN, onClick = onChoose)
            }
        }
    }
}

@Composable
private fun Preview(preview: Restored, onBring: () -> Unit, onNotNow: () -> Unit) {
    val texts = LocalTexts.current
    val counts =
        listOf(
            Names.RESTORE_NEW to preview.new,
            Names.RESTORE_SAME to preview.same,
            Names.RESTORE_BOTH to preview.differing,
            Names.RESTORE_GONE to preview.deletedHere,
        )
    for ((name, count) in counts) if (count > 0u) Say(texts.count(name, count))
    if (preview.people > 0uL) Say(texts.count(Names.RESTORE_OWN_PEOPLE, preview.people))
    if (preview.visits > 0uL) Say(texts.count(Names.RESTORE_DATES, preview.visits))
    if (preview.ownWords > 0uL) Say(texts[Names.RESTORE_OWN_WORDS])
    val showing = preview.card + preview.choices + preview.receipts
    if (showing > 0uL) Say(texts[Names.COPY_SHOWING])
    if (preview.new + preview.differing + preview.people + preview.visits + preview.ownWords + showing == 0uL) {
        Say(texts[Names.BRING_NONE])
    } else {
        WideButton(texts[Names.BRING_GO], Act.MAIN, onClick = onBring)
    }
    WideButton(texts[Names.DO_NOT_NOW], onClick = onNotNow)
}
