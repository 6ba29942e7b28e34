package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.Work
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull

/**
 * Runs what may take long, and says how far it is. That she can stop it is shown once [Session.stop] reaches it, from any
 * thread: a tap before would be lost.
 */
internal suspend fun <T> Session.working(call: suspend (Work) -> T): T {
    val mine = Work()
    work = mine
    val telling = CoroutineScope(currentCoroutineContext() + Dispatchers.Default).launch { tell(mine) }
    try {
        // Close asks what runs to stop; if it came just before this was there to be asked, this is where it ends.
        currentCoroutineContext().ensureActive()
        return stoppable { call(mine) }
    } finally {
        work = null
        withContext(NonCancellable) { telling.cancelAndJoin() }
        mine.close()
    }
}

/** Lets [Session.stop] end the waiting for another app, too. What was done by then counts as done. */
private suspend fun <T> Session.stoppable(call: suspend () -> T): T {
    var done: Result<T>? = null
    try {
        coroutineScope {
            val running = launch(start = CoroutineStart.LAZY) { done = runCatching { call() } }
            waiting = running
            busy(Names.NOW_WORKING, canStop = true)
            running.join()
        }
    } finally {
        waiting = null
    }
    return (done ?: throw NotebookException.Stopped()).getOrElse { failure ->
        throw if (failure is CancellationException) NotebookException.Stopped() else failure
    }
}

private suspend fun Session.tell(work: Work) {
    while (true) {
        delay(200.milliseconds)
        val (done, total) = work.howFar()
        if (total > 0uL) update { it.copy(busy = it.busy?.copy(done = done.toFloat() / total.toFloat())) }
    }
}

/** Reads all of the notebook, and says whether it is whole. */
fun Session.check() {
    act {
        val whole = working { notebooks.check(it) }
        val said = if (whole) listOf(Names.CHECK_GOOD) else listOf(Names.CHECK_BAD, Names.MORE_CHECK_BACK)
        show(More, Notice(said.joinToString(" ", transform = ::text), trouble = !whole))
    }
}

/** Makes recovery words, and shows them once. */
fun Session.makeRecovery() {
    act {
        busy(Names.NOW_WORKING)
        // Close came first: words that nobody saw must not be a way in.
        if (!showOnce(Twelve(notebooks.makeRecovery(), notes = null))) notebooks.forgetRecovery()
    }
}

/** Shows words this once; answers whether they are seen. The notebook knows of it until she says that she has them. */
internal suspend fun Session.showOnce(words: Twelve): Boolean {
    quietly { write { wordsShown() } }
    return show(words).also { seen -> if (!seen) noted() }
}

/** She has written the words down. */
fun Session.twelveDone() {
    act {
        noted()
        leave { More }
    }
}

/** She says that she has the words, or was told that she may not have them. */
internal fun Session.noted() = quietly { write { wordsNoted() } }

/** Asks, and then makes the recovery words open nothing any more. */
fun Session.forgetRecovery() {
    act {
        ask(Names.RECOVERY_PAGE_FORGET, text(Names.RECOVERY_PAGE_STOP), Names.RECOVERY_PAGE_FORGET) {
            busy(Names.NOW_WORKING)
            notebooks.forgetRecovery()
            show(load(Place.RECOVERY), Notice(text(Names.RECOVERY_FORGOTTEN)))
        }
    }
}

/** Never deletes because of wrong PINs, or, once she has said yes to it, after so many. */
fun Session.deleteAfter(count: UByte?) {
    act {
        if (count == null) return@act setDeleteAfter(null)
        val texts = now.value.texts ?: return@act
        val what = texts.count(Names.SETTING_WIPE_WHAT, count.toULong()) + " " + texts[Names.WRONG_PINS_COPY]
        ask(Names.WRONG_PINS_TITLE, what, Names.WRONG_PINS_YES) { setDeleteAfter(count) }
    }
}

private suspend fun Session.setDeleteAfter(count: UByte?) {
    busy(Names.NOW_WORKING)
    notebooks.setWipeAfter(count)
    show(WrongPins(count), Notice(text(Names.SETTING_SAVED)))
}

/** Keeps earlier texts from now on, or not. */
fun Session.keepTexts(on: Boolean) {
    act {
        write { setKeepsHistory(on) }
        val said = if (on) Names.SETTING_HISTORY_ON else Names.SETTING_HISTORY_NOW_OFF
        show(KeepTexts(on), Notice(text(said)))
    }
}

/** Asks, and then deletes the earlier texts of all notes. */
fun Session.clearAllEarlier() {
    act {
        ask(Names.KEEP_CLEAR, text(Names.KEEP_CLEAR_WHAT), Names.KEEP_CLEAR) {
            write { clearHistory(null) }
            show(load(Place.KEEP), Notice(text(Names.KEEP_CLEARED)))
        }
    }
}

/** Asks, and then destroys all there is. The first run comes next. */
fun Session.deleteAll() {
    act {
        ask(Names.MORE_DELETE_ALL, text(Names.GONE_WHAT), Names.MORE_DELETE_ALL) {
            forgetTyped()
            held.wipe()
            busy(Names.NOW_WORKING)
            notebooks.wipe()
            beginAnew(Notice(text(Names.WIPE_DONE)))
        }
    }
}
