package app.notebook.android

import android.content.Context
import app.notebook.core.OutsideReminder
import app.notebook.core.eraseReminders
import app.notebook.core.outsideReminders
import app.notebook.core.putOffReminder
import java.io.File

/**
 * Reminders outside of the notebooks, which the phone shows whether one is open or not, and before it is first unlocked
 * too. The core's file says what comes when; the phone is asked to wake this app for each; what it was asked for and did
 * not show yet stands in a list, so that nothing is shown twice and what was missed is not lost. One at a time: receivers
 * and the open notebook come from several threads. [laterWord] is what she taps to have one later.
 */
internal class HeldReminders(context: Context, laterWord: () -> String, private val now: () -> Long) {
    /** Where the core's file and the list lie: readable before the phone is first unlocked, and in no backup. */
    val folder = File(context.createDeviceProtectedStorageContext().noBackupFilesDir, "reminders")
    private val waiting = WaitingIds(File(folder, WAITING))

    val alarms = ReminderAlarms(context)
    val lines = ReminderLines(context, laterWord)

    /** Makes the phone hold exactly these, and shows what has come and was not shown. */
    @Synchronized fun hold(coming: List<OutsideReminder>) = settle(coming, outsideReminders(folder.path))

    /**
     * Makes it hold what the file says, and shows what has come and was not shown: when one comes, after a start of the
     * phone, and when its clock was set.
     */
    @Synchronized
    fun catchUp() {
        if (!folder.isDirectory) return
        val all = outsideReminders(folder.path)
        settle(all, all)
    }

    /**
     * Has one that has come again in an hour, whether its notebook is open or not, and takes it off the screen. One that
     * has not come (its date was moved meanwhile, or it was put off at a tap before) is only taken off.
     */
    @Synchronized
    fun putOff(id: String) {
        if (outsideReminders(folder.path).any { it.id == id && isDue(it) }) {
            val all = putOffReminder(folder.path, id, now() + EARLY_MS, now() + LATER_MS)
            settle(all, all)
        }
        // Last: where the file can't be written it stays, to be tapped again.
        lines.takeAway(id)
    }

    private fun settle(coming: List<OutsideReminder>, all: List<OutsideReminder>) {
        val before = waiting.read()
        val later = coming.filterNot(::isDue).take(MOST)
        val ids = later.mapTo(mutableSetOf()) { it.id }
        val due = all.filter { isDue(it) && it.id in before }
        // First: a stop at any moment leaves no alarm that is not in the list.
        waiting.write(before + ids)
        (before - ids).forEach(alarms::cancel)
        later.forEach { alarms.set(it.id, it.at) }
        alarms.setNet(later.minOfOrNull { it.at })
        due.forEach(::show)
        waiting.write(ids)
        lines.keepOnly(all.mapTo(mutableSetOf()) { it.id })
    }

    /** As old as the file keeps it: what it says no more, no notebook could explain. */
    private fun show(entry: OutsideReminder) {
        val late = now() - entry.at
        if (late >= ReminderLines.STAYS_MS) return
        // Whatever hours she wants quiet may have begun.
        lines.show(entry.id, entry.cover, entry.sound && late < LONGEST_TO_SOUND_MS, entry.at, ReminderLines.STAYS_MS - late)
    }

    private fun isDue(entry: OutsideReminder) = entry.at <= now() + EARLY_MS

    /** Lets all of them go, with what is shown now and all that lies outside. */
    @Synchronized
    fun forget() {
        try {
            val ids = waiting.read() + runCatching { outsideReminders(folder.path).map { it.id } }.getOrDefault(emptyList())
            ids.forEach(alarms::cancel)
            alarms.setNet(null)
            lines.clear()
        } finally {
            folder.resolve(WAITING).delete()
            eraseReminders(folder.path)
        }
    }

    internal companion object {
        /** How many the phone holds at most: it lets an app have 500 alarms. */
        const val MOST = 450

        private const val WAITING = "waiting"

        /** The phone may wake the app a moment before the time. */
        private const val EARLY_MS = 1_000L

        /** How long "later" is. */
        private const val LATER_MS = 60 * 60_000L

        /** Later than that it comes without a sound. */
        const val LONGEST_TO_SOUND_MS = 15 * 60_000L
    }
}
