package app.notebook.android

import android.content.Intent
import android.view.View
import app.notebook.core.Standing
import app.notebook.ui.Blank
import app.notebook.ui.Names
import app.notebook.ui.Unlock
import java.time.Duration
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSystemClock

/** Whoever takes the phone after her finds a locked notebook. */
@RunWith(RobolectricTestRunner::class)
class LeavingTest {
    @Test
    fun leavingLocksAtOnceAndKeepsWhatWasTyped() = onPhone {
        firstRun()
        type(Names.WRITE_FIELD, TEXT)
        system { pause().stop() }
        assertTrue(session.now.value.screen.let { it == Blank || it is Unlock })
        waitFor(Standing.LOCKED)
        assertFalse(isSeen(TEXT))
        comeBack()
        unlock()
        bar(Names.BAR_NOTES)
        openUntitled()
        seeText(TEXT)
    }

    @Test
    fun aDarkScreenLocks() = onPhone {
        firstRun()
        activity.sendBroadcast(Intent(Intent.ACTION_SCREEN_OFF))
        waitFor(Standing.LOCKED)
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun theScreenStaysOnWhileThereAreWordsToWriteDownAndNoLonger() = onPhone {
        firstRun()
        assertFalse((root as View).keepScreenOn)
        wayIn(Names.MORE_RECOVERY)
        tap(Names.RECOVERY_PAGE_MAKE)
        see(Names.RECOVERY_PAGE_THESE)
        until { (root as View).keepScreenOn }
        tap(Names.SAVE_WRITTEN)
        see(Names.MORE_COPIES)
        until { !(root as View).keepScreenOn }
    }

    @Test
    fun choosingAPlaceKeepsItOpenButLetsGoOfTheFiles() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        comeBack { answer() }
        waitFor(Standing.OPEN)
        tap(Names.SAVE_CHOOSE)
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    @Test
    fun whoeverDoesNotComeBackFromItInTimeIsLockedOut() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        shadowOf(activity.mainLooper).idleFor(Duration.ofMillis(Trip.TO_CHOOSE_MS))
        waitFor(Standing.LOCKED)
        comeBack { answer() }
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun noEmptyFileIsLeftWhereSheChoseTooLate() = onPhone {
        val shelf = Shelf.put()
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        shadowOf(activity.mainLooper).idleFor(Duration.ofMillis(Trip.TO_CHOOSE_MS))
        waitFor(Standing.LOCKED)
        comeBack { choose(shelf.new("copy.age")) }
        until { !shelf.file("copy.age").exists() }
    }

    @Test
    fun noEmptyFileIsLeftWhereSheChoseWhileThePhoneSlept() = onPhone {
        val shelf = Shelf.put()
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        ShadowSystemClock.advanceBy(Duration.ofMillis(Trip.TO_CHOOSE_MS))
        comeBack { choose(shelf.new("copy.age")) }
        until { !shelf.file("copy.age").exists() }
        waitFor(Standing.LOCKED)
    }

    @Test
    fun aPhoneThatSleptMeanwhileLocksWhenItIsTakenUp() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        // The clock goes on, and nothing of the app runs.
        ShadowSystemClock.advanceBy(Duration.ofMillis(Trip.TO_CHOOSE_MS))
        comeBack { answer() }
        waitFor(Standing.LOCKED)
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun whoeverComesBackButNotFromThatPageFindsItLocked() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        comeBack()
        waitFor(Standing.LOCKED)
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun whoeverGoesHomeOrToTheListOfAppsFromThatPageFindsItLocked() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        goHome()
        waitFor(Standing.LOCKED)
        comeBack { answer() }
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun whatClosesADialogOfThePhoneInFrontOfHerLocksNothing() = onPhone {
        firstRun()
        goChoosing()
        comeBack { answer() }
        waitFor(Standing.OPEN)
        goHome()
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    @Test
    fun aDarkScreenLocksOnTheWayToo() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        activity.sendBroadcast(Intent(Intent.ACTION_SCREEN_OFF))
        waitFor(Standing.LOCKED)
    }

    @Test
    fun theWindowGoneOnTheWayLocks() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        system { destroy() }
        waitFor(Standing.LOCKED)
    }

    @Test
    fun afterSuchAWayLeavingLocksAgain() = onPhone {
        firstRun()
        goChoosing()
        comeBack { answer() }
        waitFor(Standing.OPEN)
        leave()
        waitFor(Standing.LOCKED)
    }

    @Test
    fun whoeverTapsTheIconWhileSheIsChoosingAPlaceFindsItLocked() = onPhone {
        firstRun()
        goChoosing()
        waitFor(Standing.RESTING)
        system { restart().start().newIntent(Intent(Intent.ACTION_MAIN)).resume() }
        waitFor(Standing.LOCKED)
        see(Names.UNLOCK_TITLE)
    }

    private fun Robot.goChoosing() {
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        tap(Names.DO_NEXT)
        tap(Names.SAVE_CHOOSE)
        until { shadowOf(activity).peekNextStartedActivityForResult() != null }
        leave()
    }

    /** As the phone tells of its button for home, and of that for the list of apps. */
    @Suppress("DEPRECATION")
    private fun Robot.goHome() {
        activity.sendBroadcast(Intent(Intent.ACTION_CLOSE_SYSTEM_DIALOGS))
        pump()
    }

    /** She chose no place. */
    private fun Robot.answer() = choose(null)

    private companion object {
        const val TEXT = "A grey heron stood there for an hour."
    }
}
