package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.Notice as Mended
import app.notebook.core.Pack
import app.notebook.core.Standing
import app.notebook.core.checkPin
import app.notebook.core.checkWords
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.delay

/** Goes on to the next page of the first run. */
fun Session.firstNext(having: Having = Having.ONE) {
    act {
        val at = now.value.screen as? First ?: return@act
        show(First(FirstStep.entries[at.step.ordinal + 1], having))
    }
}

/** A PIN of the first run: each is asked for twice. */
fun Session.firstPin(pin: ByteArray) =
    actWith(pin) {
        val at = now.value.screen as? First ?: return@actWith
        when (at.step) {
            FirstStep.CHOOSE, FirstStep.SECOND -> {
                holdOnce(pin)
                show(First(FirstStep.entries[at.step.ordinal + 1], at.having))
            }
            FirstStep.AGAIN, FirstStep.SECOND_AGAIN -> firstTwice(at, pin)
            else -> Unit
        }
    }

/** Holds a new PIN until it comes once more, if it will do. */
private fun Session.holdOnce(pin: ByteArray) {
    checkPin(pin)
    // Told as any other that won't do.
    if (held.isFirst(pin)) throw NotebookException.WeakSecret()
    held.once(pin)
}

private suspend fun Session.firstTwice(at: First, pin: ByteArray) {
    when {
        !held.again(pin) -> show(First(FirstStep.entries[at.step.ordinal - 1], at.having), differ())
        at.step == FirstStep.SECOND_AGAIN -> make(at.having, held.takeFirst() ?: ByteArray(0), pin)
        at.having == Having.TWO -> {
            held.holdFirst(pin)
            show(First(FirstStep.SECOND, at.having))
        }
        else -> make(at.having, pin, null)
    }
}

private suspend fun Session.make(having: Having, first: ByteArray, second: ByteArray?) {
    val pack = if (having == Having.ONE_PLAIN) Pack.PLAIN else Pack.FULL
    busy(Names.FIRST_MAKING)
    try {
        notebooks.make(first, pack, second, language)
        notebooks.unlock(first)
    } catch (failure: NotebookException) {
        val said = Notice(explained(failure), trouble = true)
        show(if (notebooks.standing() == Standing.UNMADE) First(FirstStep.CHOOSE, having) else locked(), said)
        return
    } finally {
        first.fill(0)
        second?.fill(0)
    }
    enterOrLock()
}

private fun Session.differ() = Notice(text(Names.PIN_DIFFER_AGAIN), trouble = true)

/** Opens the notebook of a PIN. */
fun Session.unlock(pin: ByteArray) =
    actWith(pin) {
        busy(Names.UNLOCK_OPENING)
        // If something failed after the last unlock, it is open still.
        notebooks.lock()
        notebooks.unlock(pin)
        enterOrLock()
    }

/** Says each second how long she has to wait, as long as nothing else is said. */
internal fun Session.countDown(seconds: ULong) {
    later {
        var said = now.value.notice
        for (left in seconds.toLong() - 1 downTo 0) {
            delay(1.seconds)
            val mine = said
            val next = waiting(left.toULong())
            update { if (it.notice === mine) it.copy(notice = next) else it }
            if (now.value.notice !== next) break
            said = next
        }
    }
}

private fun Session.waiting(left: ULong): Notice {
    val texts = now.value.texts
    if (left == 0uL) return Notice(text(Names.UNLOCK_NOW))
    return Notice(texts?.count(Names.ERROR_WAIT, left, "seconds").orEmpty(), trouble = true, spoken = false)
}

/** The way in by recovery words. */
fun Session.forgotPin() {
    act { show(UnlockWords()) }
}

/** Recovery words she put in; a new PIN comes next. A slip in them is told at once. */
fun Session.recoverWith(words: String) {
    act {
        val typed = words.trim().lowercase().encodeToByteArray()
        held.holdWords(typed)
        checkWords(typed)
        show(NewPin(again = false))
    }
}

/** A new PIN after recovery words, asked for twice. */
fun Session.recoveryPin(pin: ByteArray) =
    actWith(pin, Names.ERROR_WRONG_WORDS) {
        when {
            (now.value.screen as? NewPin)?.again != true -> {
                holdOnce(pin)
                show(NewPin(again = true))
            }
            held.again(pin) -> recover(pin)
            else -> show(NewPin(again = false), differ())
        }
    }

private suspend fun Session.recover(pin: ByteArray) {
    val words = held.words()
    try {
        busy(Names.UNLOCK_OPENING)
        notebooks.lock()
        notebooks.recover(words, pin)
    } catch (weak: NotebookException.WeakSecret) {
        show(NewPin(again = false), Notice(explained(weak), trouble = true))
        return
    } catch (other: NotebookException) {
        show(UnlockWords(words.decodeToString()))
        throw other
    } finally {
        words.fill(0)
    }
    held.wipe()
    // She has her words: she just put them in.
    noted()
    enterOrLock(Notice(text(Names.RECOVERED)))
}

/** Her PIN once more, and then the page that she was going to. */
fun Session.confirmPin(pin: ByteArray) =
    actWith(pin) {
        val at = now.value.screen as? ConfirmPin ?: return@actWith
        busy(Names.NOW_WORKING)
        try {
            notebooks.confirmPin(pin)
        } catch (wrong: NotebookException.WrongSecret) {
            throw if (notebooks.standing() == Standing.UNMADE) NotebookException.NoNotebook() else wrong
        }
        show(load(at.to))
    }

/** Gives the open notebook another PIN, asked for twice. */
fun Session.changePin(pin: ByteArray) =
    actWith(pin) {
        when {
            (now.value.screen as? ChangePin)?.again != true -> {
                holdOnce(pin)
                show(ChangePin(again = true))
            }
            held.again(pin) -> {
                show(ChangePin())
                busy(Names.NOW_WORKING)
                notebooks.changePin(pin)
                show(More, Notice(text(Names.PIN_CHANGED)))
            }
            else -> show(ChangePin(), differ())
        }
    }

/** What fails on the way in must not leave the notebook open behind the number pad. */
internal suspend fun Session.enterOrLock(notice: Notice? = null) {
    try {
        enter(notice)
    } catch (failure: NotebookException) {
        quietly { notebooks.lock() }
        throw failure
    }
}

/** Home, in the words of the notebook that opened. What a crash left unsaved becomes a note, so that it is not lost. */
private suspend fun Session.enter(notice: Notice? = null) {
    speak(notebooks.pack())
    holding.hasAsked = false
    val waiting = notebooks.newDraft()?.let { Typing(null, it.title.orEmpty(), it.text) }
    // One that can't be kept now stays a draft.
    val kept = waiting != null && !waiting.isBlank && quietly { keepForGood(waiting) }
    val said = listOfNotNull(mended(), if (kept) text(Names.WRITE_WAITING) else null, unnoted(), renewIfOpen())
    show(freshPage(), if (said.isEmpty()) notice else Notice(said.joinToString(" ")))
}

/** Words that went away before she said that she has them: told once. */
private fun Session.unnoted(): String? =
    if (notebooks.wordsUnnoted()) text(Names.TWELVE_UNSAID).also { noted() } else null

/** What was mended while the notebook opened, for her to know. */
private fun Session.mended(): String? =
    notebooks.notices().lastOrNull()?.let { mended ->
        text(if (mended == Mended.LOG_TORN) Names.NOTICE_WAL_TORN else Names.NOTICE_WAL_ASIDE)
    }
