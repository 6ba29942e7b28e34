package app.notebook.android

import android.Manifest.permission.POST_NOTIFICATIONS
import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.os.Build
import android.provider.Settings
import app.notebook.core.OutsideReminder
import app.notebook.core.Pack
import app.notebook.core.ReminderPhone
import app.notebook.ui.Alarms
import app.notebook.ui.DateNames
import app.notebook.ui.Texts

/** What this phone does for reminders, for the open notebook. [language] is the tag of the one that the screens speak. */
internal class AndroidAlarms(
    private val context: Context,
    private val reminders: HeldReminders,
    private val language: () -> String,
) : Alarms {
    /** How the system asks her, while there is a window. */
    @Volatile var question: PhoneQuestion? = null

    /** Its own pages, while there is a window. */
    @Volatile var page: PhonePage? = null

    /** Whether it asked since the app began: who said no for good is not asked any more, and has to go to its page. */
    private var wasAsked = false

    override fun phone() =
        ReminderPhone(
            folder = reminders.folder.path,
            most = HeldReminders.MOST.toUInt(),
            exact = reminders.alarms.areExact,
            allowed = reminders.lines.areAllowed,
        )

    override suspend fun hold(entries: List<OutsideReminder>) {
        if (entries.isNotEmpty()) name()
        reminders.hold(entries)
    }

    override suspend fun ask(): Boolean {
        name()
        if (!reminders.lines.areAllowed && !asked()) {
            val settings = Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
            page?.open(settings.putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName))
        }
        return reminders.lines.areAllowed
    }

    /** Whether the phone asked her in its own words. It can from Android 13 on, and until she said no twice. */
    private suspend fun asked(): Boolean {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return false
        if (context.checkSelfPermission(POST_NOTIFICATIONS) == PERMISSION_GRANTED) return false
        val question = question ?: return false
        if (wasAsked && !question.mayAskAgain(POST_NOTIFICATIONS)) return false
        wasAsked = true
        question.ask(POST_NOTIFICATIONS)
        return true
    }

    override suspend fun askExact() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.S) return
        val own = Uri.fromParts("package", context.packageName, null)
        page?.open(Intent(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, own))
    }

    override suspend fun tryNow(cover: String, sound: Boolean) {
        name()
        reminders.lines.show(ReminderLines.TRIED, cover, sound, System.currentTimeMillis(), TRIED_STAYS_MS)
    }

    override suspend fun forget() = reminders.forget()

    /** In the words that both kinds of notebook have. */
    private fun name() {
        val texts = Texts(Pack.PLAIN, language())
        reminders.lines.name(texts[DateNames.REMINDER_SILENT], texts[DateNames.REMINDER_SOUND])
    }

    private companion object {
        /** One that she tries is in no list of what the phone shows: it is soon gone. */
        const val TRIED_STAYS_MS = 60_000L
    }
}
