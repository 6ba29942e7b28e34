package app.notebook.android

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Intent
import android.os.UserManager
import android.service.notification.StatusBarNotification
import app.notebook.core.Lead
import app.notebook.core.OutsideReminder
import app.notebook.core.Reminder
import app.notebook.core.RenewedReminders
import app.notebook.core.When
import app.notebook.core.outsideReminders
import java.time.Instant
import java.time.ZoneId
import java.time.format.DateTimeFormatter
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager.ScheduledAlarm

const val MINUTE = 60_000L
const val HOUR = 60 * MINUTE
const val DAY_MINUTES = 24 * 60L
const val COVER = "Water the plants"

private val phone
    get() = RuntimeEnvironment.getApplication() as TestNotebookApplication

/** Someone who wants to be reminded at any hour. */
fun onPhoneWithDates(use: Robot.() -> Unit) = onPhone {
    firstRun()
    handedOver()
    session.notebooks.setReminderSettings(null, "08:00")
    use()
}

/**
 * Puts down a date of this name with a reminder so many minutes from now and [dateAfter] minutes before it begins, and the
 * phone is told. Answers its id.
 */
fun Robot.putDown(name: String, inMinutes: Long, cover: String = COVER, sound: Boolean = false, dateAfter: Long = 60): String {
    val reminder = Reminder(Lead.At(clock(inMinutes)), cover, sound)
    val at = When.At(clock(inMinutes + dateAfter))
    val id = session.notebooks.addVisit(session.notebooks.newVisit().copy(title = name, `when` = at, reminders = listOf(reminder)))
    renew()
    return id
}

/** Moves its reminder. */
fun Robot.remindAt(id: String, inMinutes: Long) {
    val visit = session.notebooks.visit("en", id, null, phone.alarms.phone()).visit
    val moved = visit.reminders.single().copy(lead = Lead.At(clock(inMinutes)))
    session.notebooks.editVisit(id, visit.copy(reminders = listOf(moved)))
    renew()
}

/** What the screens do after each change. */
fun Robot.renew(): RenewedReminders {
    handedOver()
    return session.notebooks.renewReminders("en", phone.alarms.phone()).also { runBlocking { phone.alarms.hold(it.entries) } }
}

/** Until the phone has what the core's thread handed it at a way in: after a later one it would stand in its place. */
private fun Robot.handedOver() = runBlocking { withTimeout(MINUTE) { session.holding.join() } }

/** What the clock on the wall says in so many minutes. */
private fun clock(inMinutes: Long): String =
    Instant.ofEpochMilli(phone.now() + inMinutes * MINUTE).atZone(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"))

fun outside(): List<OutsideReminder> = outsideReminders(phone.reminders.folder.path)

private val alarmManager
    get() = shadowOf(phone.getSystemService(AlarmManager::class.java))

/** Every alarm that the phone has for this app. */
fun allAlarms(): List<ScheduledAlarm> = alarmManager.scheduledAlarms.filterNotNull()

/** Those of reminders, by time. */
fun alarms(): List<ScheduledAlarm> = allAlarms().filter { it.id != ReminderAlarms.NET }.sortedBy { it.triggerAtMs }

/** The one that stays when the exact ones are dropped. */
fun net(): ScheduledAlarm? = allAlarms().singleOrNull { it.id == ReminderAlarms.NET }

val ScheduledAlarm.intent: Intent
    get() = shadowOf(operation).savedIntent

val ScheduledAlarm.id: String
    get() = intent.data!!.schemeSpecificPart

/** The clock goes on so far, and what the phone is to do by then it does. */
fun Robot.wait(ms: Long) {
    phone.ahead += ms
    for (alarm in allAlarms().filter { it.triggerAtMs <= phone.now() }) alarmManager.fireAlarm(alarm)
    settle()
}

/** The phone is off for so long: it forgets what it was to do and what it showed. */
fun Robot.turnedOff(ms: Long) {
    loseAlarms()
    phone.getSystemService(NotificationManager::class.java).cancelAll()
    phone.ahead += ms
}

fun loseAlarms() = allAlarms().forEach { phone.getSystemService(AlarmManager::class.java).cancel(it.operation) }

/** The system tells of something, and all receivers have heard it. */
fun Robot.tell(action: String) {
    phone.sendBroadcast(Intent(action).setPackage(phone.packageName))
    settle()
}

/** Until what receivers do on other threads is done. */
fun Robot.settle() {
    pump()
    until { Thread.getAllStackTraces().keys.none { it.name == BACKGROUND } }
    pump()
}

/** Taps what stands below a line: the only one, when it is there. */
fun Robot.later(line: StatusBarNotification? = null) {
    if (line == null) until { lines().size == 1 }
    (line ?: lines().single()).later.send()
    settle()
}

val StatusBarNotification.later: PendingIntent
    get() = notification.actions.single().actionIntent

/** Whether she has unlocked the phone since it started. */
fun Robot.unlocked(are: Boolean) = shadowOf(application.getSystemService(UserManager::class.java)).setUserUnlocked(are)

/** What the phone shows, in order of time. */
fun lines(): List<StatusBarNotification> =
    phone.getSystemService(NotificationManager::class.java).activeNotifications.sortedBy { it.notification.`when` }

val StatusBarNotification.words: String
    get() = notification.extras.getCharSequence(Notification.EXTRA_TEXT).toString()

/** Whether the phone makes a sound for it. */
val StatusBarNotification.sounds: Boolean
    get() = phone.getSystemService(NotificationManager::class.java).getNotificationChannel(notification.channelId).importance >= NotificationManager.IMPORTANCE_DEFAULT
