package app.notebook.ui

import app.notebook.core.Way
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive

/** Gives what she looked at, by the way that she chose. */
fun Session.give() {
    act {
        val at = now.value.screen as? Showing ?: return@act
        if (at.page.trouble != null) return@act
        if (at.request.way == Way.SCREEN) return@act putOnScreen(at)
        val given = write { giveShowing(at.keepsWords) }
        when (at.request.way) {
            Way.ALOUD -> show(ReadOut(at.page.lines))
            Way.TEXT -> {
                val text = given.bytes.decodeToString()
                clips?.copy(text)
                show(TextGiven(text))
            }
            else -> show(PageGiven(given.bytes, given.fileName))
        }
    }
}

/**
 * Gives it and locks in one step, so that the notebook is not open for a moment while someone else looks. Only the page
 * itself is held here any longer.
 */
private suspend fun Session.putOnScreen(at: Showing) {
    currentCoroutineContext().ensureActive()
    writing {
        notebooks.giveShowing(at.keepsWords)
        quietly { notebooks.forgetUndo() }
        // It is locked even if it says that something failed.
        quietly { notebooks.lock() }
    }
    forgetTyped()
    held.wipe()
    showAlone(OnScreen(at.page.paragraphs))
}

/** Turns the page round that someone reads on this screen, or back. */
fun Session.turnRound() = onScreen { it.copy(isTurned = !it.isTurned) }

/** Begins its minutes anew. */
fun Session.keepOnScreen() = onScreen { it.copy(closesSoon = false, since = Since()) }

private fun Session.onScreen(change: (OnScreen) -> OnScreen) {
    act { update { shown -> (shown.screen as? OnScreen)?.let { shown.copy(screen = change(it)) } ?: shown } }
}

/** Closes it when its minutes are over, which no touch puts off, and says so a minute before; whether it closed. */
internal suspend fun Session.closeOrTell(at: OnScreen): Boolean {
    val (passed, minutes) = at.since.passed() to look.value.onScreen.minutes
    if (passed >= pauses.minute * minutes) {
        close()
        return true
    }
    if (!at.closesSoon && passed >= pauses.minute * (minutes - 1)) {
        update { if (it.screen === at) it.copy(screen = at.copy(closesSoon = true)) else it }
    }
    return false
}

/** The line that was read, or skipped, is followed by the next; or by the one before it. */
fun Session.line(by: Int) {
    act {
        update { shown ->
            val out = shown.screen as? ReadOut ?: return@update shown
            shown.copy(screen = out.copy(at = (out.at + by).coerceIn(0, out.lines.size)))
        }
    }
}

/** Done with what was given: it goes. */
fun Session.givenDone() {
    act { if (now.value.screen.let { it is ReadOut || it is TextGiven || it is PageGiven }) show(load(Place.CARD)) }
}

/** Prints the page that was given, or makes a PDF, by the phone's own page for it. */
fun Session.printPage() {
    act {
        val (at, phone) = (now.value.screen as? PageGiven ?: return@act) to (printer ?: return@act)
        val isPrinted = left.elsewhere { phone.print(at.bytes) } ?: return@act
        update { if (isPrinted) it.copy(notice = Notice(text(CardNames.PAGE_GIVEN))) else it }
    }
}

/** Saves the page as a file where she chooses, from memory: it lies nowhere else. */
fun Session.savePage() {
    act {
        val at = now.value.screen as? PageGiven ?: return@act
        val place = left.elsewhere { files.newPage(at.name) } ?: return@act
        putOut(place, tellsPart = true) {
            place.put(at.bytes)
            suspend { show(at, Notice(text(CardNames.PAGE_SAVED))) }
        }
    }
}
