package app.notebook.android

import android.os.Handler
import android.os.Looper
import android.os.SystemClock
import app.notebook.ui.Session
import app.notebook.ui.resume
import app.notebook.ui.suspend

/**
 * The short way out to a page of the system's that she opened herself. Meanwhile the files are let go of but the key is
 * kept. Only the page's answer leads back: whoever goes anywhere else from there, comes in any other way or takes too
 * long finds it locked. The main thread alone may call this.
 */
internal class Trip(private val session: Session) {
    private val later = Handler(Looper.getMainLooper())
    private val givingUp = Runnable(::giveUp)
    private var longest = TO_CHOOSE_MS
    private var underWay = false
    private var answered = false
    private var leftAt: Long? = null

    /** She opens such a page, which may keep her so long. */
    fun begin(longestMs: Long) {
        longest = longestMs
        underWay = true
        answered = false
    }

    /** The page answers. */
    fun answer() {
        answered = true
    }

    /** She is back from it, or did not get there. */
    fun end() {
        underWay = false
    }

    /** The screen is left. Answers whether that is such a way; if not, it is for good. */
    fun leave(): Boolean {
        if (!underWay) return false
        leftAt = SystemClock.elapsedRealtime()
        later.postDelayed(givingUp, longest)
        session.suspend()
        return true
    }

    /** Whoever is on the way goes home, or to another app. */
    fun stray() {
        if (underWay) giveUp()
    }

    /** The screen is in front again. An answer comes before that. */
    fun back() {
        val left = leftAt ?: return
        leftAt = null
        later.removeCallbacks(givingUp)
        // The time to lock may have come while the phone slept, or held the app still.
        val inTime = SystemClock.elapsedRealtime() - left < longest
        if (answered && inTime) session.resume() else giveUp()
    }

    private fun giveUp() {
        underWay = false
        session.close()
    }

    internal companion object {
        /** How long she may be away to choose a place, or to make a folder for it. */
        const val TO_CHOOSE_MS = 5 * 60_000L

        /** How long she may be away to say yes or no. */
        const val TO_ANSWER_MS = 20_000L
    }
}
