package app.notebook.android

import android.app.AlarmManager
import android.app.AlarmManager.RTC_WAKEUP
import android.app.PendingIntent
import android.app.PendingIntent.FLAG_IMMUTABLE
import android.app.PendingIntent.FLAG_NO_CREATE
import android.app.PendingIntent.FLAG_UPDATE_CURRENT
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build

/** Asks the phone to wake this app at a time. It gets an id that says nothing, and shows no mark of an alarm clock. */
internal class ReminderAlarms(private val context: Context) {
    private val alarms = context.getSystemService(AlarmManager::class.java)

    /** Whether the phone does it on time. Before Android 12 it always does. */
    val areExact: Boolean
        get() = Build.VERSION.SDK_INT < Build.VERSION_CODES.S || alarms.canScheduleExactAlarms()

    /** Sets one, or moves it. [at] in milliseconds of UTC. */
    fun set(id: String, at: Long) {
        val waking = waking(id, FLAG_UPDATE_CURRENT) ?: return
        if (areExact && setExact(at, waking)) return
        alarms.setAndAllowWhileIdle(RTC_WAKEUP, at, waking)
    }

    private fun setExact(at: Long, waking: PendingIntent): Boolean =
        try {
            alarms.setExactAndAllowWhileIdle(RTC_WAKEUP, at, waking)
            true
        } catch (_: SecurityException) {
            // She took it back at this very moment.
            false
        }

    fun cancel(id: String) {
        val waking = waking(id, FLAG_NO_CREATE) ?: return
        alarms.cancel(waking)
        waking.cancel()
    }

    /**
     * One more, not exact, for the next of them: when she takes back that it may be exact, the phone drops all that are,
     * and tells nobody. None if nothing is to come.
     */
    fun setNet(at: Long?) {
        if (at == null) return cancel(NET)
        waking(NET, FLAG_UPDATE_CURRENT)?.let { alarms.setAndAllowWhileIdle(RTC_WAKEUP, at, it) }
    }

    private fun waking(id: String, how: Int): PendingIntent? {
        val intent = Intent(context, ReminderReceiver::class.java).setData(Uri.fromParts("id", id, null))
        return PendingIntent.getBroadcast(context, 0, intent, FLAG_IMMUTABLE or how)
    }

    internal companion object {
        /** No id of the core is this short. */
        const val NET = "0"
    }
}
