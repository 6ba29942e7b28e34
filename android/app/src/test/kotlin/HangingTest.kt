package app.notebook.android

import app.notebook.core.Standing
import app.notebook.ui.Blank
import app.notebook.ui.Names
import java.io.IOException
import java.time.Duration
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZoneOffset
import java.time.format.TextStyle
import java.util.Locale
import java.util.SimpleTimeZone
import java.util.TimeZone
import java.util.concurrent.CountDownLatch
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import org.junit.After
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** What never answers (another app's place, the phone's key store) keeps nothing open. */
@RunWith(RobolectricTestRunner::class)
class HangingTest {
    private val hung = CountDownLatch(1)
    private val zone = TimeZone.getDefault()

    @After
    fun letGo() {
        hung.countDown()
        FakeAndroidKeyStore.hangs = null
        TimeZone.setDefault(zone)
    }

    @Test
    fun leavingLocksWhileAnotherAppDoesNotAnswer() = onPhone {
        val shelf = lookIntoACopyThatNeverComes()
        leave()
        waitFor(Standing.LOCKED)
        until { shelf.wasGivenUp }
        comeBack()
        unlock()
    }

    @Test
    fun sheCanStopWaitingForAnotherApp() = onPhone {
        lookIntoACopyThatNeverComes()
        tap(Names.DO_STOP)
        see(Names.STOPPED)
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    @Test
    fun stopIsHeardFromTheMomentThatItIsSeen() = onPhone {
        beforeLookingIntoACopyThatNeverComes()
        CoroutineScope(Dispatchers.Unconfined).launch {
            session.now.first { it.busy?.canStop == true }
            session.stop()
        }
        tap(Names.BRING_LOOK)
        see(Names.STOPPED)
    }

    @Test
    fun aPictureThatNeverComesKeepsNothingOpen() = onPhone {
        val shelf = Shelf.put()
        shelf.hangs = hung
        firstRun()
        tap(Names.ADD_PICTURE)
        tap(Names.ADD_PICK)
        goAndChoose(shelf.new("leaf.png"))
        leave()
        waitFor(Standing.LOCKED)
    }

    @Test
    fun whatIsGivenUpIsClosed() = onPhone {
        val shelf = Shelf.put()
        val open = OpenFiles()
        val stream = open.input(activity.contentResolver, shelf.new("copy.age"))
        open.giveUp()
        assertFailsWith<IOException> { stream.read() }
    }

    @Test
    fun closeEndsTheProcessAlsoWhenItCanNotBeLocked() = onPhone {
        firstRun()
        wayIn(Names.MORE_CHANGE_PIN)
        see(Names.NEW_PIN_TITLE)
        pin("161803")
        see(Names.NEW_PIN_AGAIN)
        FakeAndroidKeyStore.hangs = hung
        pin("161803")
        see(Names.NOW_WORKING)
        bar(Names.BAR_CLOSE)
        assertFalse(hasEnded())
        until(::hasEnded)
        hung.countDown()
    }

    @Test
    fun closeWaitsUntilARecordingIsWritten() = Speaking.before { speaking ->
        firstRun()
        speak(speaking)
        TimeZone.setDefault(SlowZone(hung))
        tap(Names.RECORD_KEEP)
        until { session.isWriting.value }
        bar(Names.BAR_CLOSE)
        assertEquals(Blank, session.now.value.screen)
        shadowOf(activity.mainLooper).idleFor(Duration.ofMillis(3 * MainActivity.LONGEST_TO_LOCK_MS))
        assertFalse(hasEnded())
        hung.countDown()
        until(::hasEnded)
        openAgain()
        unlock()
        bar(Names.BAR_NOTES)
        tapText(LocalDate.now().month.getDisplayName(TextStyle.FULL, Locale.UK))
        seeText("voice.wav")
    }

    /** A phone that is slow to tell the core its zone, so that a new note takes long to be written. */
    private class SlowZone(private val hung: CountDownLatch) : SimpleTimeZone(0, "UTC") {
        override fun toZoneId(): ZoneId {
            if (Thread.currentThread().name == "core") hung.await()
            return ZoneOffset.UTC
        }
    }

    private fun Robot.lookIntoACopyThatNeverComes(): Shelf {
        val shelf = beforeLookingIntoACopyThatNeverComes()
        tap(Names.BRING_LOOK)
        see(Names.NOW_WORKING)
        until { shelf.wasAsked }
        return shelf
    }

    private fun Robot.beforeLookingIntoACopyThatNeverComes(): Shelf {
        val shelf = Shelf.put()
        shelf.hangs = hung
        firstRun()
        bar(Names.BAR_MORE)
        tap(Names.MORE_BRING_BACK)
        tap(Names.BRING_CHOOSE)
        goAndChoose(shelf.new("copy.age"))
        type(Names.UNLOCK_WORDS_FIELD, List(11) { "abandon" }.joinToString(" ") + " about")
        return shelf
    }
}
