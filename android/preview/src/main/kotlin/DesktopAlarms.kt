package app.notebook.preview

import app.notebook.core.OutsideReminder
import app.notebook.core.ReminderPhone
import app.notebook.core.eraseReminders
import app.notebook.ui.Alarms
import app.notebook.ui.Clips
import java.awt.Toolkit
import java.awt.datatransfer.StringSelection
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.time.Duration.Companion.minutes
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch

/** A desktop shows no reminders: it keeps a list of those that a phone would hold. */
class DesktopAlarms(private val folder: Path) : Alarms {
    /** What a phone would hold now. */
    @Volatile
    var held: List<OutsideReminder> = emptyList()
        private set

    /** What was shown at once, in order. */
    @Volatile
    var tried: List<String> = emptyList()
        private set

    /** Whether this phone lets reminders be shown, and whether they come on time. */
    @Volatile var allowed = true
    @Volatile var exact = true

    /** What she answers when the phone asks. */
    @Volatile var answer = true

    override fun phone() = ReminderPhone(folder.createDirectories().toString(), MOST, exact, allowed)

    override suspend fun hold(entries: List<OutsideReminder>) {
        held = entries
    }

    override suspend fun ask(): Boolean {
        allowed = answer
        return allowed
    }

    override suspend fun askExact() {
        exact = answer
    }

    override suspend fun tryNow(cover: String, sound: Boolean) {
        tried = tried + cover
    }

    override suspend fun forget() {
        held = emptyList()
        eraseReminders(folder.createDirectories().toString())
    }

    private companion object {
        /** What Android lets an app hold, for most phones. */
        const val MOST = 500u
    }
}

/** The clipboard of a desktop, which can't be told that something is hers alone: it is taken out a minute later. */
object DesktopClips : Clips {
    private val clipboard
        get() = Toolkit.getDefaultToolkit().systemClipboard

    override suspend fun copy(text: String) {
        val clearing = CoroutineScope(Dispatchers.Default).launch {
            delay(1.minutes)
            clipboard.setContents(StringSelection(""), null)
        }
        // Something else was copied since: that stays.
        clipboard.setContents(StringSelection(text)) { _, _ -> clearing.cancel() }
    }
}
