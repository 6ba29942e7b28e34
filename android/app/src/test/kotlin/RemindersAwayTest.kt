package app.notebook.android

import android.app.AlarmManager
import android.app.NotificationManager
import android.content.Intent
import app.notebook.core.Standing
import java.io.File
import java.util.TimeZone
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.After
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadows.ShadowAlarmManager

/** Reminders while nobody looks: the phone is turned off and on, its clock is set, it takes back what it let the app do. */
@RunWith(RobolectricTestRunner::class)
class RemindersAwayTest {
    private val zone = TimeZone.getDefault()

    @After fun clockAsBefore() = TimeZone.setDefault(zone)

    @Test
    fun theyComeWhileTheNotebookIsLocked() = onPhoneWithDates {
        putDown("Choir", 60)
        leave()
        waitFor(Standing.LOCKED)
        wait(HOUR)
        assertEquals(COVER, lines().single().words)
    }

    @Test
    fun afterAStartOfThePhoneTheyAreSetBeforeItIsUnlocked() = onPhoneWithDates {
        putDown("Choir", 60)
        putDown("Market", 120)
        leave()
        waitFor(Standing.LOCKED)
        turnedOff(MINUTE)
        unlocked(false)
        // Nothing but what can be read then may be needed.
        val closed = application.noBackupFilesDir
        val aside = File(closed.path + ".closed").also { assertTrue(closed.renameTo(it)) }
        tell(Intent.ACTION_LOCKED_BOOT_COMPLETED)
        assertEquals(outside().map { it.at }, alarms().map { it.triggerAtMs })
        wait(HOUR)
        assertEquals(COVER, lines().single().words)
        // The system makes this folder by itself, whoever asks where it is.
        assertEquals(emptyList(), closed.list().orEmpty().toList())
        closed.delete()
        assertTrue(aside.renameTo(closed))
        unlocked(true)
    }

    @Test
    fun whatCameWhileItWasOffIsShownOnceAndWithoutASound() = onPhoneWithDates {
        putDown("Choir", 60, "Ring home", sound = true)
        putDown("Market", 600, "Go to the shop")
        turnedOff(3 * HOUR)
        tell(Intent.ACTION_LOCKED_BOOT_COMPLETED)
        assertEquals(listOf("Ring home" to false), lines().map { it.words to it.sounds })
        assertEquals(1, alarms().size)
        application.getSystemService(NotificationManager::class.java).cancelAll()
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(0, lines().size)
        assertEquals(1, alarms().size)
    }

    @Test
    fun whatIsOlderThanADayIsNotShownAnyMore() = onPhoneWithDates {
        putDown("Choir", 60)
        turnedOff(26 * HOUR)
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(0, lines().size)
        assertEquals(0, allAlarms().size)
    }

    @Test
    fun anAppThatWasReplacedSetsThemAnew() = onPhoneWithDates {
        putDown("Choir", 60)
        loseAlarms()
        tell(Intent.ACTION_MY_PACKAGE_REPLACED)
        assertEquals(1, alarms().size)
    }

    @Test
    fun anAppThatWasStoppedSetsThemAnewWhenItIsOpened() = onPhoneWithDates {
        putDown("Choir", 60)
        loseAlarms()
        // As at the start of a process, when the window comes.
        application.reminders.catchUp()
        assertEquals(1, alarms().size)
    }

    @Test
    fun aPhoneThatNeverHadAnyIsLeftAlone() = onPhone {
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertFalse(application.reminders.folder.exists())
        assertEquals(0, allAlarms().size)
    }

    @Test
    fun aClockThatIsSetForwardShowsWhatIsDueOnce() = onPhoneWithDates {
        putDown("Choir", 60)
        val due = alarms().single().intent
        application.ahead += 2 * HOUR
        tell(Intent.ACTION_TIME_CHANGED)
        assertEquals(COVER, lines().single().words)
        application.getSystemService(NotificationManager::class.java).cancelAll()
        assertEquals(0, allAlarms().size)
        // The phone's own call was on its way.
        ReminderReceiver().onReceive(application, due)
        settle()
        assertEquals(0, lines().size)
    }

    @Test
    fun aClockThatIsSetBackKeepsThemAndShowsNothingYet() = onPhoneWithDates {
        putDown("Choir", 60)
        application.ahead -= 2 * HOUR
        tell(Intent.ACTION_TIME_CHANGED)
        assertEquals(outside().map { it.at }, alarms().map { it.triggerAtMs })
        assertEquals(0, lines().size)
    }

    @Test
    fun anotherZoneMovesNoMomentByItself() = onPhoneWithDates {
        putDown("Choir", 600)
        val before = alarms().single().triggerAtMs
        leave()
        waitFor(Standing.LOCKED)
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"))
        loseAlarms()
        tell(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals(before, alarms().single().triggerAtMs)
    }

    /** The phone then drops all exact alarms and tells nobody. */
    @Test
    fun whatWasExactAndIsDroppedComesByTheOtherAlarm() = onPhoneWithDates {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        putDown("Choir", 60)
        putDown("Market", 120, "Go to the shop")
        alarms().forEach { application.getSystemService(AlarmManager::class.java).cancel(it.operation) }
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        assertEquals(ShadowAlarmManager.WINDOW_HEURISTIC, net()?.windowLengthMs)
        wait(HOUR)
        assertEquals(listOf(COVER), lines().map { it.words })
        wait(HOUR)
        assertEquals(listOf(COVER, "Go to the shop"), lines().map { it.words })
        assertEquals(0, allAlarms().size)
    }

    @Test
    fun leaveToBeExactMakesThemExact() = onPhoneWithDates {
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        putDown("Choir", 60)
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        tell(AlarmManager.ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED)
        assertEquals(ShadowAlarmManager.WINDOW_EXACT, alarms().single().windowLengthMs)
    }

    @Test
    fun aFileThatCantBeReadChangesNothing() = onPhoneWithDates {
        putDown("Choir", 60)
        application.reminders.folder.resolve("outside").appendText("x")
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(1, alarms().size)
        assertTrue(renew().setAside)
        assertEquals(1, alarms().size)
    }
}
