package app.notebook.android

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import app.notebook.ui.DateNames
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlarmManager

/** Reminders on the phone: set, moved, let go of, shown. */
@RunWith(RobolectricTestRunner::class)
class RemindersTest {
    @Test
    fun thePhoneIsToWakeTheAppOnTimeAndShowsNoAlarmClock() = onPhoneWithDates {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        putDown("Choir", 90)
        val alarm = alarms().single()
        assertEquals(outside().single().at, alarm.triggerAtMs)
        assertEquals(AlarmManager.RTC_WAKEUP, alarm.type)
        assertTrue(alarm.allowWhileIdle)
        assertEquals(ShadowAlarmManager.WINDOW_EXACT, alarm.windowLengthMs)
        assertTrue(allAlarms().all { it.alarmClockInfo == null })
        assertTrue(application.alarms.phone().exact)
    }

    @Test
    fun whereItMayNotBeExactItIsSetAllTheSameAndSaidSo() = onPhoneWithDates {
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        val id = putDown("Choir", 90)
        val alarm = alarms().single()
        assertEquals(outside().single().at, alarm.triggerAtMs)
        assertTrue(alarm.allowWhileIdle)
        assertNotEquals(ShadowAlarmManager.WINDOW_EXACT, alarm.windowLengthMs)
        val phone = application.alarms.phone()
        assertFalse(phone.exact)
        assertTrue(session.notebooks.visit("en", id, null, phone).reminders.single().about.any { it.contains("late") })
    }

    @Test
    fun oneThatIsMovedIsMovedOnThePhone() = onPhoneWithDates {
        val id = putDown("Choir", 90)
        val before = alarms().single()
        remindAt(id, 120)
        assertEquals(before.triggerAtMs + 30 * MINUTE, alarms().single().triggerAtMs)
        wait(100 * MINUTE)
        assertEquals(0, lines().size)
    }

    @Test
    fun oneWhoseDateIsTakenOutIsLetGoOf() = onPhoneWithDates {
        putDown("Choir", 60)
        val id = putDown("Market", 90)
        assertEquals(2, alarms().size)
        session.notebooks.removeVisit(id)
        renew()
        assertEquals(outside().map { it.id }, alarms().map { it.id })
        wait(3 * HOUR)
        assertEquals(1, lines().size)
        assertEquals(0, allAlarms().size)
    }

    @Test
    fun whatIsShownGoesWithItsDate() = onPhoneWithDates {
        val id = putDown("Choir", 60)
        wait(HOUR)
        assertEquals(COVER, lines().single().words)
        session.notebooks.removeVisit(id)
        renew()
        assertEquals(0, lines().size)
    }

    @Test
    fun eachComesAtItsTimeAndOnce() = onPhoneWithDates {
        putDown("Choir", 60, "Ring home")
        putDown("Market", 120, "Go to the shop", sound = true)
        wait(HOUR)
        assertEquals(listOf("Ring home"), lines().map { it.words })
        wait(HOUR)
        assertEquals(listOf("Ring home" to false, "Go to the shop" to true), lines().map { it.words to it.sounds })
        application.getSystemService(NotificationManager::class.java).cancelAll()
        renew()
        wait(HOUR)
        assertEquals(0, lines().size)
    }

    @Test
    fun whatIsSeenIsHerWordsAndNothingElse() = onPhoneWithDates {
        putDown("Choir", 60)
        wait(HOUR)
        val line = lines().single().notification
        val texts = (line.extras.keySet() - Notification.EXTRA_TEMPLATE).mapNotNull { line.extras.get(it) as? CharSequence }.map(CharSequence::toString)
        assertEquals(setOf(COVER), texts.toSet())
        assertNull(line.tickerText)
        assertNull(line.publicVersion)
        assertEquals(Notification.VISIBILITY_SECRET, line.visibility)
        assertTrue(line.flags and Notification.FLAG_LOCAL_ONLY != 0)
        assertEquals(listOf(said(DateNames.REMINDER_LATER)), line.actions.map { it.title.toString() })
        assertFalse(line.allowSystemGeneratedContextualActions)
        assertNull(line.category)
        assertTrue(line.timeoutAfter in 1..24 * HOUR)
        val names = application.getSystemService(NotificationManager::class.java).notificationChannels
        assertEquals(setOf("With a sound", "Without a sound"), names.map { it.name.toString() }.toSet())
        assertTrue(names.all { it.lockscreenVisibility == Notification.VISIBILITY_SECRET && !it.canShowBadge() && it.description == null })
        assertTrue(names.none { it.shouldVibrate() || it.shouldShowLights() || it.canBypassDnd() })
    }

    @Test
    fun aTapLeadsToTheNumberPad() = onPhoneWithDates {
        putDown("Choir", 60)
        wait(HOUR)
        val tap = shadowOf(lines().single().notification.contentIntent)
        assertTrue(tap.isImmutable && tap.isActivity)
        assertEquals(MainActivity::class.java.name, tap.savedIntent.component?.className)
        assertNull(tap.savedIntent.extras)
        system { newIntent(tap.savedIntent) }
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun oneThatSheTriesIsShownAtOnceAndInNoList() = onPhoneWithDates {
        runBlocking { application.alarms.tryNow("Ring home", true) }
        assertEquals(listOf("Ring home" to true), lines().map { it.words to it.sounds })
        assertEquals(0, lines().single().notification.actions.orEmpty().size)
        renew()
        assertEquals(1, lines().size)
        assertEquals(0, outside().size)
    }

    @Test
    fun neitherNotebookTakesTheOthersReminders() = onPhoneWithDates {
        putDown("Choir", 60)
        // As the other notebook does that has none of its own.
        val others = outside()
        runBlocking { application.alarms.hold(others) }
        assertEquals(others.map { it.id }, alarms().map { it.id })
    }

    @Test
    @Config(sdk = [26])
    fun theOldestPhoneShowsThemToo() = onPhoneWithDates {
        putDown("Choir", 60)
        assertTrue(application.alarms.phone().exact)
        wait(HOUR)
        assertEquals(COVER, lines().single().words)
    }
}
