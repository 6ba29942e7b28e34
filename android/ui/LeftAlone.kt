package app.notebook.ui

import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.TimeSource
import kotlinx.coroutines.delay

/** For how long she has not touched the screen, while nothing is under way that she waits for elsewhere. */
internal class LeftAlone {
    @Volatile private var at = Since()
    @Volatile private var elsewhere = 0

    fun touched() {
        at = Since()
    }

    fun since(): Duration = if (elsewhere > 0) Duration.ZERO else at.passed()

    /**
     * While she is at a page of the phone's own. None if she is at one already: a second tap of a hand that shakes leads
     * to no second page, which would end the first and never answer for it.
     */
    suspend fun <T> elsewhere(page: suspend () -> T): T? {
        if (elsewhere > 0) return null
        elsewhere++
        try {
            return page()
        } finally {
            elsewhere--
            touched()
        }
    }
}

/** How long it is since a moment: by the longer of two clocks. One stands still while a phone sleeps, the other can be set. */
class Since {
    private val at = TimeSource.Monotonic.markNow()
    private val atOnTheWall = System.currentTimeMillis()

    fun passed(): Duration = maxOf(at.elapsedNow(), (System.currentTimeMillis() - atOnTheWall).milliseconds)
}

/** Closes when she has not touched the screen for as long as she chose. What is under way is waited for. */
internal fun Session.closeWhenLeftAlone() {
    later {
        while (true) {
            val screen = now.value.screen
            if (screen is OnScreen && closeOrTell(screen)) return@later
            val most = pauses.minute * (if (screen is Twelve) TO_WRITE_DOWN else look.value.closes.minutes)
            if (screen.holdsSomething && !isUnderWay() && left.since() >= most) {
                close()
                return@later
            }
            delay(minOf(pauses.rest, pauses.minute))
        }
    }
}

private fun Session.isUnderWay() = now.value.busy != null || now.value.sounds || recorder.isOn

/** Not the bare pad and not the first run: nothing of hers is there yet. */
private val Screen.holdsSomething
    get() = this is Inside || this is UnlockWords || this is NewPin

/** So many minutes at least for twelve words, which are shown this once. */
private const val TO_WRITE_DOWN = 15
