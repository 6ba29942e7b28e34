package app.notebook.android

import android.content.Intent
import android.os.Parcel
import android.os.Parcelable
import app.notebook.core.Standing
import app.notebook.core.VisitPlan
import app.notebook.ui.Names
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLog

/** Of a date nothing is outside of the notebook but when a reminder comes and the words that she chose to be seen. */
@RunWith(RobolectricTestRunner::class)
class RemindersLeakTest {
    @Test
    fun noWordOfADateIsOutside() = onPhoneWithDates {
        val id = putDown("Choir with $WORD", 60, COVER)
        fill(id)
        assertFalse(isSeenOutside(WORD))
        assertTrue(isSeenOutside(COVER), "the test sees what is outside")
        wait(HOUR)
        leave()
        waitFor(Standing.LOCKED)
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(1, lines().size)
        assertFalse(isSeenOutside(WORD))
        // Not even what she lets be seen is in what the phone keeps to call the app by.
        assertTrue(allAlarms().none { bytesOf(it.intent).has(COVER) })
    }

    @Test
    fun noNameOfAFileTellsWhoseItIs() = onPhoneWithDates {
        putDown("Choir", 60)
        assertEquals(setOf("outside", "waiting"), application.reminders.folder.list().orEmpty().toSet())
        assertTrue(application.reminders.folder.path.startsWith(application.createDeviceProtectedStorageContext().noBackupFilesDir.path))
    }

    @Test
    fun nothingIsLeftWhenEverythingIsDeleted() = onPhoneWithDates {
        putDown("Choir", 60)
        putDown("Market", 120)
        wait(HOUR)
        bar(Names.BAR_MORE)
        tap(Names.MORE_DELETE_ALL)
        see(Names.GONE_WHAT)
        tap(Names.MORE_DELETE_ALL)
        see(Names.WIPE_DONE)
        until { application.reminders.folder.list().orEmpty().isEmpty() }
        assertGone()
    }

    /** As after wrong PINs, and where the phone died before the rest of it went. */
    @Test
    fun nothingIsLeftWhereTheNotebooksAreGone() = onPhoneWithDates {
        putDown("Choir", 60)
        session.notebooks.wipe()
        leave()
        comeBack()
        see(Names.FIRST_WHAT_TITLE)
        until { application.reminders.folder.list().orEmpty().isEmpty() }
        assertGone()
    }

    @Test
    fun nothingIsLeftOfAFileThatCantBeRead() = onPhoneWithDates {
        putDown("Choir", 60)
        application.reminders.folder.resolve("outside").appendText("x")
        runBlocking { application.alarms.forget() }
        assertGone()
    }

    private fun Robot.assertGone() {
        assertEquals(0, allAlarms().size)
        assertEquals(0, lines().size)
        assertFalse(isSeenOutside(COVER))
        assertEquals(emptyList(), application.reminders.folder.list().orEmpty().toList())
    }

    /** A marker in every text that a date has. */
    private fun Robot.fill(id: String) {
        val visit = session.notebooks.visit("en", id, null, application.alarms.phone()).visit
        val full =
            visit.copy(
                who = WORD, place = WORD, contact = WORD, travel = WORD, company = WORD, bring = WORD, waiting = WORD, notes = WORD,
                plan = VisitPlan(listOf(WORD), listOf(WORD), WORD),
            )
        session.notebooks.editVisit(id, full)
        renew()
    }

    private fun Robot.isSeenOutside(word: String): Boolean {
        val files = File(application.createDeviceProtectedStorageContext().dataDir.path).walk().filter { it.isFile }
        val taps = lines().flatMap { it.notification.actions.orEmpty().toList() }.map { bytesOf(shadowOf(it.actionIntent).savedIntent) }
        val told = taps + lines().map { bytesOf(it.notification) } + allAlarms().map { bytesOf(it.intent) }
        val broadcast = shadowOf(application).broadcastIntents.map { bytesOf(it) }
        val logged = ShadowLog.getLogs().any { "${it.tag} ${it.msg} ${it.throwable?.stackTraceToString()}".contains(word) }
        return logged || (files.map { it.readBytes() } + told + broadcast).any { it.has(word) }
    }

    private fun bytesOf(told: Parcelable): ByteArray {
        val parcel = Parcel.obtain()
        told.writeToParcel(parcel, 0)
        return parcel.marshall().also { parcel.recycle() }
    }

    /** As the system writes strings, and as files hold them. */
    private fun ByteArray.has(word: String) =
        listOf(Charsets.UTF_16LE, Charsets.UTF_8).any { of ->
            String(this, Charsets.ISO_8859_1).contains(String(word.toByteArray(of), Charsets.ISO_8859_1))
        }

    private companion object {
        const val WORD = "pomegranate"
    }
}
