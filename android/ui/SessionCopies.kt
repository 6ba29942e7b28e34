package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.Work
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull

/** Shows what a sealed copy takes out of the phone. */
fun Session.beforeSealedCopy() {
    act { show(Leaving(open = null)) }
}

/** Looks through all there is, and shows what an open copy takes out of the phone. */
fun Session.beforeOpenCopy() {
    act {
        show(Leaving(working { notebooks.previewOpenCopy(allFiles = false, it) }))
    }
}

/** Takes along what may say where she was, or leaves it here. */
fun Session.takeAllFiles(on: Boolean) {
    act { (now.value.screen as? Leaving)?.let { show(it.copy(allFiles = on)) } }
}

/** Makes the copy that she looked at, where she chooses. */
fun Session.copyOut() {
    act {
        val leaving = now.value.screen as? Leaving ?: return@act
        if (leaving.open == null) saveSealed() else saveOpen(leaving.allFiles)
    }
}

/** Makes a sealed copy, and shows its words once. Nobody can open one whose words were not seen: it does not stay. */
private suspend fun Session.saveSealed() = copyTo(CopyKind.SEALED) { work, file ->
    val made = notebooks.makeCopy(file, language, work)
    suspend { showOnce(Twelve(made.words, made.holds.notes)) }
}

private suspend fun Session.saveOpen(allFiles: Boolean) = copyTo(CopyKind.OPEN) { work, file ->
    notebooks.openCopy(file, allFiles, language, work)
    suspend { show(More, Notice(text(Names.OPEN_COPY_DONE))) }
}

/** Puts what [make] writes where she chooses, and does what it answers. */
private suspend fun Session.copyTo(kind: CopyKind, make: (Work, String) -> suspend () -> Boolean) {
    val place = left.elsewhere { files.newCopy(kind) } ?: return
    // Nobody can read what is left of a sealed one.
    putOut(place, tellsPart = kind == CopyKind.OPEN) { work -> place.put { file -> writing { make(work, file) } } }
}

/**
 * Does [put] there, and then what it answers; if that is not seen, nothing stays there. With [tellsPart] she is told what
 * can't be taken away again.
 */
internal suspend fun Session.putOut(place: CopyPlace, tellsPart: Boolean, put: suspend (Work) -> suspend () -> Boolean) {
    val before = now.value.screen
    val made = runCatching {
        val told = working(put)
        told()
    }
    if (made.getOrDefault(false)) return
    val isLeft = !takeAway(place) && tellsPart
    val failure = made.exceptionOrNull() ?: return
    when {
        failure is NotebookException.AlreadyThere -> show(before, Notice(text(Names.SAVE_TAKEN), trouble = true))
        failure is NotebookException && isLeft -> {
            // That nothing was left half done is not true here.
            val why = if (failure is NotebookException.Stopped) "" else explained(failure) + " "
            show(before, Notice(why + text(Names.OPEN_COPY_PART), trouble = true))
        }
        else -> throw failure
    }
}

/** Answers whether it is gone. Also when Close ends all else. A place that does not answer is not waited for. */
private suspend fun Session.takeAway(place: CopyPlace): Boolean =
    withContext(NonCancellable) {
        val isGone =
            withTimeoutOrNull(pauses.rest) {
                try {
                    place.remove()
                } catch (_: NotebookException) {
                    false
                }
            }
        isGone == true
    }

/** Lets her choose the copy that is to come back. */
fun Session.chooseCopy() {
    act {
        held.copy = left.elsewhere { files.openCopy() } ?: return@act
        show(BringBack(chosen = true))
    }
}

/** Looks into the copy with its words. Changes nothing. */
fun Session.previewCopy(words: String) {
    act(Names.ERROR_WRONG_WORDS) {
        val place = held.copy ?: return@act
        held.holdWords(words.trim().lowercase().encodeToByteArray())
        val preview =
            spending(held.words()) { bytes ->
                working { work -> place.take { notebooks.previewCopy(it, bytes, work) } }
            }
        show(BringBack(chosen = true, preview = preview))
    }
}

/** Brings in what was looked at. */
fun Session.bringBack() {
    act(Names.ERROR_WRONG_WORDS) {
        val place = held.copy ?: return@act
        spending(held.words()) { bytes ->
            working { work -> place.take { file -> write { restoreCopy(file, bytes, work) } } }
        }
        held.wipe()
        renewIfOpen()
        show(load(Place.NOTES), Notice(text(Names.RESTORE_DONE)))
    }
}

private inline fun <T> spending(bytes: ByteArray, call: (ByteArray) -> T): T =
    try {
        call(bytes)
    } finally {
        bytes.fill(0)
    }
