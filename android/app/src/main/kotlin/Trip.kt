package app.notebook.android

import android.os.Handler
import android.os.Looper
import android.os.SystemClock
import app.notebook.ui.Session
import app.notebook.ui.resume
import app.notebook.ui.suspend

/**
 * The short way out to a page of the system's that she opened herself. Meanwhile the files are let go of but the key is
 * kept; if she is not back within [LONGEST_MS], it locks. The main thread alone may call this.
 */
internal class Trip(private val session: Session) {
    private val later = Handler(Looper.getMainLooper())
    private val givingUp = Runnable(::giveUp)
    private var underWay = false
    private var leftAt: Long? = null

    /** She opens such a page. */
    fun begin() {
        underWay = true
    }

    /** She is back from it, or did not get there. */
    fun end() {
        underWay = false
    }

    /** The screen is left. Answers whether that is such a way; if not, it is for good. */
    fun leave(): Boolean {
        if (!underWay) return false
        leftAt = SystemClock.elapsedRealtime()
        later.postDelayed(givingUp, LONGEST_MS)
        session.suspend()
        return true
    }

    /** The screen is there again. */
    fun back() {
        val left = leftAt ?: return
        leftAt = null
        later.removeCallbacks(givingUp)
        // The time to lock may have come while the phone slept, or held the app still.
        if (SystemClock.elapsedRealtime() - left < LONGEST_MS) session.resume() else giveUp()
    }

    private fun giveUp() {
        underWay = false
        session.close()
    }

    internal companion object {
        /** How long she may be away: choosing a place, or making a folder for it, takes a while. */
        const val LONGEST_MS = 5 * 60_000L
    }
}
