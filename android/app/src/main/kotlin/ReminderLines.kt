package app.notebook.android

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.NotificationManager.IMPORTANCE_DEFAULT
import android.app.NotificationManager.IMPORTANCE_LOW
import android.app.NotificationManager.IMPORTANCE_NONE
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build

/**
 * What the phone shows of reminders: the words that she chose to be seen, and nothing else. Not on its lock screen, not
 * on a watch or in a car; a tap leads to the number pad, and one on [laterWord] has it come again.
 */
internal class ReminderLines(private val context: Context, private val laterWord: () -> String) {
    private val lines = context.getSystemService(NotificationManager::class.java)

    /**
     * Whether the phone shows them. If only those with a sound are shut off, they come without one; a sound that she did
     * not choose never takes the place of none.
     */
    val areAllowed: Boolean
        get() = lines.areNotificationsEnabled() && !isShut(QUIET)

    /** What she sees in the phone's own settings. */
    fun name(quiet: String, loud: String) {
        lines.createNotificationChannel(channel(QUIET, quiet, IMPORTANCE_LOW))
        lines.createNotificationChannel(channel(LOUD, loud, IMPORTANCE_DEFAULT))
    }

    private fun channel(id: String, name: String, importance: Int) =
        NotificationChannel(id, name, importance).apply {
            lockscreenVisibility = Notification.VISIBILITY_SECRET
            setShowBadge(false)
            enableLights(false)
            enableVibration(false)
        }

    /** Shows one for [staysMs]; [at] is when it was to come, both in milliseconds. */
    fun show(id: String, cover: String, sound: Boolean, at: Long, staysMs: Long) {
        val channel = if (sound && !isShut(LOUD)) LOUD else QUIET
        val line =
            Notification.Builder(context, channel)
                .setSmallIcon(R.drawable.line)
                .setContentText(cover)
                .setStyle(Notification.BigTextStyle().bigText(cover))
                .setVisibility(Notification.VISIBILITY_SECRET)
                .setLocalOnly(true)
                .setAutoCancel(true)
                .setWhen(at)
                .setShowWhen(true)
                .setTimeoutAfter(staysMs)
                .setContentIntent(toNumberPad())
        // One that she tries is in no list, from which it could come again.
        if (id != TRIED) line.addAction(later(id))
        // Else the phone guesses at the words, to offer something to do.
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) line.setAllowSystemGeneratedContextualActions(false)
        lines.notify(id, 0, line.build())
    }

    private fun toNumberPad(): PendingIntent {
        val window = Intent(context, MainActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
        return PendingIntent.getActivity(context, 0, window, PendingIntent.FLAG_IMMUTABLE)
    }

    /** Without a picture, which no phone since Android 7 shows, and without answers that the phone would guess at. */
    private fun later(id: String): Notification.Action {
        val wanted = Intent(context, LaterReceiver::class.java).setData(Uri.fromParts("id", id, null))
        val tap = PendingIntent.getBroadcast(context, 0, wanted, PendingIntent.FLAG_IMMUTABLE)
        return Notification.Action.Builder(null, laterWord(), tap).setAllowGeneratedReplies(false).build()
    }

    /** Takes one away. */
    fun takeAway(id: String) = lines.cancel(id, 0)

    /** Takes away all that are of none of these, but for one that she tries. */
    fun keepOnly(ids: Set<String>) {
        for (line in lines.activeNotifications) if (line.tag !in ids && line.tag != TRIED) lines.cancel(line.tag, line.id)
    }

    /** Takes away all, and their names in the settings. */
    fun clear() {
        lines.cancelAll()
        for (channel in listOf(QUIET, LOUD)) lines.deleteNotificationChannel(channel)
    }

    private fun isShut(channel: String) = lines.getNotificationChannel(channel)?.importance == IMPORTANCE_NONE

    internal companion object {
        const val QUIET = "quiet"
        const val LOUD = "sound"

        /** The id of one that she tries. */
        const val TRIED = "0"

        /** How long one is there, if nobody takes it away: as long as the core's file keeps it. A day. */
        const val STAYS_MS = 24 * 60 * 60_000L
    }
}
