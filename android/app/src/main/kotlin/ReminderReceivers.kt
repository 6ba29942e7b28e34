package app.notebook.android

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import kotlin.concurrent.thread

/** The time of a reminder has come. Which, and what is shown, stands in the core's file alone. */
class ReminderReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = aside(context) { it.reminders.catchUp() }
}

/** She wants one later that the phone shows. It is put off in the core's file; an open notebook plans with that. */
class LaterReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val id = intent.data?.schemeSpecificPart ?: return
        aside(context) {
            it.reminders.putOff(id)
            it.tellSession()
        }
    }
}

/**
 * The phone has started, before it is first unlocked or after, or the app was replaced: the phone forgot what it was to
 * wake it for. What came meanwhile is shown, once.
 */
class BootReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = aside(context) { it.reminders.catchUp() }
}

/** The phone's clock or its zone was set, or she changed what the phone lets the app do. An open notebook plans anew. */
class ClockReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) =
        aside(context) {
            it.reminders.catchUp()
            it.tellSession()
        }
}

/** Does it on another thread, for which the system waits. */
private fun BroadcastReceiver.aside(context: Context, work: (NotebookApplication) -> Unit) {
    val application = context.applicationContext as NotebookApplication
    val going = goAsync()
    inBackground {
        try {
            work(application)
        } finally {
            going?.finish()
        }
    }
}

/** Does it on another thread. What fails is told to no log: reminders are tried again at each next time. */
internal fun inBackground(work: () -> Unit) {
    thread(name = BACKGROUND) {
        try {
            work()
        } catch (_: Exception) {
            // A file of a later version, or no room: the notebook says so when it is open.
        }
    }
}

/** What such a thread is called. */
internal const val BACKGROUND = "reminders"
