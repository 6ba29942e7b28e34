package app.notebook.android

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.NotificationManager
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.provider.Settings
import app.notebook.core.Standing
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.async
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlarmManager

/** What the phone lets the app do for reminders, and how it is asked. */
@OptIn(ExperimentalCoroutinesApi::class)
@RunWith(RobolectricTestRunner::class)
class RemindersLeaveTest {
    @Test
    fun wherePhonesShowNoneNoneIsSetAndItIsSaid() = onPhoneWithDates {
        allow(false)
        putDown("Choir", 60)
        assertEquals(0, allAlarms().size)
        assertTrue(renew().missing.single().why.contains("does not let this app show any"))
        allow(true)
        renew()
        assertEquals(1, alarms().size)
    }

    @Test
    fun anOpenNotebookPlansAnewWhenThePhoneLetsIt() = onPhoneWithDates {
        allow(false)
        putDown("Choir", 60)
        allow(true)
        tell(NotificationManager.ACTION_APP_BLOCK_STATE_CHANGED)
        until { alarms().size == 1 }
    }

    @Test
    fun aLockedNotebookPlansAnewWhenItIsOpened() = onPhoneWithDates {
        allow(false)
        putDown("Choir", 60)
        leave()
        waitFor(Standing.LOCKED)
        allow(true)
        tell(NotificationManager.ACTION_APP_BLOCK_STATE_CHANGED)
        assertEquals(0, alarms().size)
        comeBack()
        unlock()
        until { alarms().size == 1 }
    }

    @Test
    fun thePhoneAsksHerAndHerYesCounts() = onPhoneWithDates {
        withoutLeave()
        val answer = ask()
        answerPhone(POST_NOTIFICATIONS, PERMISSION_GRANTED) { allow(true) }
        until { answer.isCompleted }
        assertTrue(answer.getCompleted())
    }

    @Test
    fun herNoCountsAndSendsHerNowhere() = onPhoneWithDates {
        withoutLeave()
        val answer = ask()
        answerPhone(POST_NOTIFICATIONS, PERMISSION_DENIED) {}
        until { answer.isCompleted }
        assertFalse(answer.getCompleted())
        val pages = generateSequence { shadowOf(activity).nextStartedActivityForResult }.map { it.intent.action }
        assertFalse(Settings.ACTION_APP_NOTIFICATION_SETTINGS in pages)
    }

    @Test
    fun wherePhonesAskNoMoreItsOwnPageOpensAndSheComesBack() = onPhoneWithDates {
        allow(false)
        shadowOf(application).grantPermissions(POST_NOTIFICATIONS)
        val answer = ask()
        val page = goToPage()
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, page.action)
        assertEquals(application.packageName, page.getStringExtra(Settings.EXTRA_APP_PACKAGE))
        allow(true)
        comeBack { shadowOf(activity).receiveResult(page, 0, null) }
        until { answer.isCompleted }
        assertTrue(answer.getCompleted())
        waitFor(Standing.OPEN)
    }

    @Test
    fun thePageOnBeingExactOpensAndWhoGoesElsewhereFromItFindsItLocked() = onPhoneWithDates {
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        background { application.alarms.askExact() }
        val page = goToPage()
        assertEquals(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, page.action)
        assertEquals("package:${application.packageName}", page.dataString)
        @Suppress("DEPRECATION") application.sendBroadcast(Intent(Intent.ACTION_CLOSE_SYSTEM_DIALOGS))
        pump()
        waitFor(Standing.LOCKED)
        comeBack()
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun whereSoundsAreShutOffTheyComeWithoutOneAndNeverTheOtherWay() = onPhoneWithDates {
        putDown("Choir", 60, sound = true)
        channel(ReminderLines.LOUD).importance = NotificationManager.IMPORTANCE_NONE
        assertTrue(application.alarms.phone().allowed)
        wait(HOUR)
        assertFalse(lines().single().sounds)
        channel(ReminderLines.QUIET).importance = NotificationManager.IMPORTANCE_NONE
        assertFalse(application.alarms.phone().allowed)
    }

    @Test
    @Config(sdk = [26])
    fun theOldestPhoneAsksNothingButOpensItsPage() = onPhoneWithDates {
        allow(false)
        background { application.alarms.askExact() }
        val answer = ask()
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, goToPage().action)
        comeBack { shadowOf(activity).receiveResult(Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS), 0, null) }
        until { answer.isCompleted }
    }

    private fun Robot.ask(): Deferred<Boolean> = background { application.alarms.ask() }

    private fun <T> background(work: suspend () -> T) = CoroutineScope(Dispatchers.IO).async { work() }

    /** The phone's page comes over the window. */
    private fun Robot.goToPage(): Intent {
        until { shadowOf(activity).peekNextStartedActivityForResult() != null }
        val page = shadowOf(activity).nextStartedActivityForResult.intent
        leave()
        waitFor(Standing.RESTING)
        return page
    }

    private fun Robot.allow(shows: Boolean) = shadowOf(manager).setNotificationsEnabled(shows)

    private fun Robot.withoutLeave() {
        allow(false)
        shadowOf(application).denyPermissions(POST_NOTIFICATIONS)
    }

    private val Robot.manager
        get() = application.getSystemService(NotificationManager::class.java)

    private fun Robot.channel(id: String) = manager.getNotificationChannel(id)

    private fun Robot.answerPhone(permission: String, answer: Int, before: () -> Unit) {
        until { shadowOf(activity).lastRequestedPermission != null }
        before()
        answerPhone(permission, answer)
    }
}
