package app.notebook.android

import app.notebook.core.Standing
import app.notebook.ui.Names
import java.time.Duration
import kotlin.test.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSystemClock

/** Android 8, the oldest that is taken: a call that came later would end the app there, and nobody here would see it. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [26])
class OldestPhoneTest {
    @Test
    fun whatIsWrittenIsThereAfterLeaving() = onPhone {
        assertEquals(26, RuntimeEnvironment.getApiLevel())
        firstRun()
        write(TITLE, TEXT)
        tap(Names.SAVE_NO)
        leave()
        waitFor(Standing.LOCKED)
        comeBack()
        unlock()
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        seeText(TEXT)
    }

    @Test
    fun theWayToThePickerAndBackAndTooLate() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        comeBack { choose(null) }
        waitFor(Standing.OPEN)
        home()
        see(Names.WRITE_FIELD)
        goChoosing()
        waitFor(Standing.RESTING)
        ShadowSystemClock.advanceBy(Duration.ofMillis(Trip.TO_CHOOSE_MS))
        pump()
        waitFor(Standing.LOCKED)
    }

    @Test
    fun closeEndsTheProcess() = onPhone {
        firstRun()
        bar(Names.BAR_CLOSE)
        until(::hasEnded)
        assertEquals(Standing.LOCKED, session.notebooks.standing())
    }

    private fun Robot.goChoosing() {
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        tap(Names.DO_NEXT)
        tap(Names.SAVE_CHOOSE)
        until { shadowOf(activity).peekNextStartedActivityForResult() != null }
        leave()
    }

    private companion object {
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
