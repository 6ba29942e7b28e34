package app.notebook.android

import android.content.Intent
import app.notebook.core.Standing
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** A reminder that she puts off where the phone shows it. */
@RunWith(RobolectricTestRunner::class)
class RemindersLaterTest {
    @Test
    fun itGoesAndComesAgainInAnHourUnderTheSameWords() = onPhoneWithDates {
        putDown("Choir", 60, "Ring home", sound = true, dateAfter = DAY_MINUTES)
        lock()
        wait(HOUR + 5 * MINUTE)
        later()
        assertEquals(0, lines().size)
        assertInAnHour()
        wait(HOUR - MINUTE)
        assertEquals(0, lines().size)
        wait(MINUTE)
        assertEquals(listOf("Ring home" to true), lines().map { it.words to it.sounds })
    }

    @Test
    fun itCanBePutOffAgainAndEachTimeComesOnce() = onPhoneWithDates {
        putDown("Choir", 60, dateAfter = DAY_MINUTES)
        lock()
        wait(HOUR)
        repeat(2) {
            later()
            wait(HOUR)
            assertEquals(COVER, lines().single().words)
        }
        // Two taps in a row are one.
        val tap = lines().single().later
        repeat(2) { tap.send() }
        settle()
        assertInAnHour()
        wait(HOUR)
        assertEquals(COVER, lines().single().words)
        assertEquals(0, allAlarms().size)
    }

    @Test
    fun onlyTheOneThatSheTapsGoes() = onPhoneWithDates {
        putDown("Choir", 60, "Ring home", dateAfter = DAY_MINUTES)
        putDown("Market", 60, "Go to the shop", dateAfter = DAY_MINUTES)
        putDown("Garden", 90, dateAfter = DAY_MINUTES)
        wait(HOUR)
        later(lines().single { it.words == "Ring home" })
        assertEquals(listOf("Go to the shop"), lines().map { it.words })
        assertEquals(2, alarms().size)
        wait(HOUR)
        assertEquals(setOf("Ring home", "Go to the shop", COVER), lines().map { it.words }.toSet())
    }

    @Test
    fun anOpenNotebookPlansWithIt() = onPhoneWithDates {
        val id = putDown("Choir", 60, dateAfter = DAY_MINUTES)
        wait(HOUR)
        later()
        assertTrue(renew().missing.isEmpty())
        assertInAnHour()
        // It is hers still: it goes with its date.
        session.notebooks.removeVisit(id)
        renew()
        assertEquals(0, allAlarms().size)
        assertEquals(emptyList(), outside())
    }

    @Test
    fun theNotebookFindsItWhenItIsOpened() = onPhoneWithDates {
        putDown("Choir", 60, dateAfter = DAY_MINUTES)
        lock()
        wait(HOUR)
        later()
        comeBack()
        unlock()
        waitFor(Standing.OPEN)
        renew()
        assertInAnHour()
    }

    @Test
    fun itWorksBeforeThePhoneIsUnlocked() = onPhoneWithDates {
        putDown("Choir", 60, dateAfter = DAY_MINUTES)
        lock()
        turnedOff(2 * HOUR)
        unlocked(false)
        val closed = application.noBackupFilesDir
        val aside = File(closed.path + ".closed").also { assertTrue(closed.renameTo(it)) }
        tell(Intent.ACTION_LOCKED_BOOT_COMPLETED)
        later()
        assertEquals(0, lines().size)
        assertInAnHour()
        wait(HOUR)
        assertEquals(COVER, lines().single().words)
        closed.delete()
        assertTrue(aside.renameTo(closed))
        unlocked(true)
    }

    /** It was shut off between. */
    @Test
    fun itComesAgainAfterAStartOfThePhone() = onPhoneWithDates {
        putDown("Choir", 60, dateAfter = DAY_MINUTES)
        lock()
        wait(HOUR)
        later()
        turnedOff(MINUTE)
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(0, lines().size)
        wait(HOUR)
        assertEquals(COVER, lines().single().words)
    }

    /** The line is there still, but its reminder is another by now. */
    @Test
    fun oneWhoseDateWasMovedComesAtItsOwnTime() = onPhoneWithDates {
        putDown("Choir", 60, dateAfter = DAY_MINUTES)
        wait(HOUR)
        application.ahead -= 5 * HOUR
        val own = outside().single().at
        later()
        assertEquals(0, lines().size)
        assertEquals(own, outside().single().at)
    }

    @Test
    fun whereTheFileCantBeReadTheLineStays() = onPhoneWithDates {
        putDown("Choir", 60, dateAfter = DAY_MINUTES)
        lock()
        wait(HOUR)
        application.reminders.folder.resolve("outside").appendText("x")
        later()
        assertEquals(COVER, lines().single().words)
    }

    @Test
    fun whatIsTappedHoldsAnIdAndNothingElse() = onPhoneWithDates {
        putDown("Choir", 60)
        wait(HOUR)
        val tap = shadowOf(lines().single().later)
        assertTrue(tap.isImmutable && tap.isBroadcast)
        val intent = tap.savedIntent
        assertEquals(LaterReceiver::class.java.name, intent.component?.className)
        assertEquals("id:${outside().single().id}", intent.dataString)
        assertNull(intent.extras)
        assertNull(intent.action)
    }

    private fun Robot.lock() {
        leave()
        waitFor(Standing.LOCKED)
    }

    private fun Robot.assertInAnHour() {
        assertTrue(alarms().single().triggerAtMs - application.now() in HOUR - MINUTE..HOUR)
        assertEquals(outside().map { it.at }, alarms().map { it.triggerAtMs })
    }
}
