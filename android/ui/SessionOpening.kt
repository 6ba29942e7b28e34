package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.Pack
import app.notebook.core.Standing

/** Goes on to the next page of the first run. */
fun Session.firstNext(two: Boolean = false) {
    act {
        val at = now.value.screen as? First ?: return@act
        show(First(FirstStep.entries[at.step.ordinal + 1], two))
    }
}

/** A PIN of the first run: each is asked for twice. */
fun Session.firstPin(pin: ByteArray) {
    act {
        val at = now.value.screen as? First ?: return@act pin.fill(0)
        when (at.step) {
            FirstStep.CHOOSE, FirstStep.SECOND -> {
                held.once(pin)
                show(First(FirstStep.entries[at.step.ordinal + 1], at.two))
            }
            FirstStep.AGAIN, FirstStep.SECOND_AGAIN -> firstTwice(at, pin)
            else -> pin.fill(0)
        }
    }
}

private suspend fun Session.firstTwice(at: First, pin: ByteArray) {
    val same = held.again(pin)
    when {
        same == null -> show(First(FirstStep.entries[at.step.ordinal - 1], at.two), differ())
        at.step == FirstStep.SECOND_AGAIN -> make(held.takeFirst() ?: ByteArray(0), same)
        at.two -> {
            held.holdFirst(same)
            show(First(FirstStep.SECOND, two = true))
        }
        else -> make(same, null)
    }
}

private suspend fun Session.make(first: ByteArray, second: ByteArray?) {
    val two = second != null
    busy(Names.FIRST_MAKING)
    try {
        notebooks.make(first, Pack.FULL, second, language)
        notebooks.unlock(first)
    } catch (failure: NotebookException) {
        val said = Notice(now.value.texts?.explain(failure).orEmpty(), trouble = true)
        return show(if (notebooks.standing() == Standing.UNMADE) First(FirstStep.CHOOSE, two) else Unlock, said)
    } finally {
        first.fill(0)
        second?.fill(0)
    }
    enter()
}

private fun Session.differ() = Notice(text(Names.PIN_DIFFER_AGAIN), trouble = true)

/** Opens the notebook of a PIN. */
fun Session.unlock(pin: ByteArray) {
    act {
        busy(Names.UNLOCK_OPENING)
        // If something failed after the last unlock, it is open still.
        notebooks.lock()
        notebooks.unlock(pin)
        enter()
    }
        // Also if Close came before the call.
        .invokeOnCompletion { pin.fill(0) }
}

/** The way in by recovery words. */
fun Session.forgotPin() {
    act { show(UnlockWords()) }
}

/** Recovery words she put in; a new PIN comes next. */
fun Session.recoverWith(words: String) {
    act {
        held.holdWords(words.trim().lowercase().encodeToByteArray())
        show(NewPin(recovering = true, again = false))
    }
}

/** A new PIN after recovery words, asked for twice. */
fun Session.recoveryPin(pin: ByteArray) {
    act(Names.ERROR_WRONG_WORDS) {
        if ((now.value.screen as? NewPin)?.again != true) {
            held.once(pin)
            return@act show(NewPin(recovering = true, again = true))
        }
        val same = held.again(pin) ?: return@act show(NewPin(recovering = true, again = false), differ())
        recover(same)
    }
}

private suspend fun Session.recover(pin: ByteArray) {
    val words = held.words()
    try {
        busy(Names.UNLOCK_OPENING)
        notebooks.lock()
        notebooks.recover(words, pin)
    } catch (weak: NotebookException.WeakSecret) {
        val said = now.value.texts?.explain(weak).orEmpty()
        return show(NewPin(recovering = true, again = false), Notice(said, trouble = true))
    } catch (other: NotebookException) {
        show(UnlockWords(words.decodeToString()))
        throw other
    } finally {
        words.fill(0)
        pin.fill(0)
    }
    held.wipe()
    enter(Notice(text(Names.RECOVERED)))
}

/** Gives the open notebook another PIN, asked for twice. */
fun Session.changePin(pin: ByteArray) {
    act {
        if ((now.value.screen as? ChangePin)?.again != true) {
            held.once(pin)
            return@act show(ChangePin(again = true))
        }
        val same = held.again(pin) ?: return@act show(ChangePin(), differ())
        show(ChangePin())
        busy(Names.NOW_WORKING)
        try {
            notebooks.changePin(same)
        } finally {
            same.fill(0)
        }
        show(More, Notice(text(Names.PIN_CHANGED)))
    }
}

/** Home, in the words of the notebook that opened. What a crash left unsaved becomes a note, so that it is not lost. */
private suspend fun Session.enter(notice: Notice? = null) {
    speak(notebooks.pack())
    val waiting = notebooks.newDraft()?.let { Typing(null, it.title.orEmpty(), it.text) }
    // One that can't be kept now stays a draft.
    val kept = waiting != null && !waiting.isBlank && quietly { keepForGood(waiting) }
    show(freshPage(), if (kept) Notice(text(Names.WRITE_WAITING)) else notice)
}
