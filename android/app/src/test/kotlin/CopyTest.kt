package app.notebook.android

import android.content.Intent
import android.net.Uri
import app.notebook.core.NotebookException
import app.notebook.core.Standing
import app.notebook.ui.Leaving
import app.notebook.ui.Names
import app.notebook.ui.Twelve
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** Copies go to the place she chose and come from it, and nothing of them stays on the way. */
@RunWith(RobolectricTestRunner::class)
class CopyTest {
    private val private = File(RuntimeEnvironment.getApplication().noBackupFilesDir, "passing")

    @Test
    fun aCopyGoesOutAndComesBackIntoAnotherNotebook() = onPhone {
        val shelf = Shelf.put()
        firstRun()
        write(TITLE, TEXT)
        val words = save(shelf.new("copy.age"))
        assertTrue(shelf.file("copy.age").readText(Charsets.ISO_8859_1).startsWith("age-encryption.org/v1"))
        assertNothingOnTheWay()
        deleteEverything()
        firstRun()
        bringBack(shelf.uri("copy.age"), words)
        seeText(TITLE)
        assertNothingOnTheWay()
    }

    @Test
    fun theSystemIsAskedForAFileThatCanBeOpened() = onPhone {
        firstRun()
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        tap(Names.DO_NEXT)
        tap(Names.SAVE_CHOOSE)
        until { shadowOf(activity).peekNextStartedActivityForResult() != null }
        val asked = shadowOf(activity).peekNextStartedActivityForResult().intent
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked.action)
        assertEquals("notebook.age", asked.getStringExtra(Intent.EXTRA_TITLE))
        choose(null)
        pump()
    }

    @Test
    fun aPlaceThatTakesNothingIsToldAndLeftEmpty() = onPhone {
        val shelf = Shelf.put()
        firstRun()
        val place = shelf.new("copy.age")
        shelf.isFull = true
        tryToSave(place)
        until { session.now.value.notice?.trouble == true }
        assertFalse(shelf.file("copy.age").exists())
        assertNothingOnTheWay()
        assertEquals(Standing.OPEN, session.notebooks.standing())
    }

    @Test
    fun partOfAnOpenCopyThatCanNotBeDeletedIsTold() = onPhone {
        val shelf = Shelf.put()
        shelf.keepsAll = true
        firstRun()
        val place = shelf.new("notebook.zip")
        shelf.isFull = true
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        tap(Names.OPEN_COPY_SAVE)
        tap(Names.SAVE_CHOOSE)
        goAndChoose(place)
        see(Names.OPEN_COPY_PART)
        assertTrue(session.now.value.screen is Leaving)
        assertNothingOnTheWay()
    }

    @Test
    fun ofASealedOneItIsNotForNobodyCanReadIt() = onPhone {
        val shelf = Shelf.put()
        shelf.keepsAll = true
        firstRun()
        val place = shelf.new("copy.age")
        shelf.isFull = true
        tryToSave(place)
        until { session.now.value.notice?.trouble == true }
        assertFalse(isSeen(said(Names.OPEN_COPY_PART)))
    }

    @Test
    fun anOlderCopyIsNeverWrittenOver() = onPhone {
        val shelf = Shelf.put()
        firstRun()
        val place = shelf.new("copy.age")
        shelf.file("copy.age").writeText("older")
        tryToSave(place)
        see(Names.SAVE_TAKEN)
        assertEquals("older", shelf.file("copy.age").readText())
        assertNothingOnTheWay()
        tap(Names.SAVE_CHOOSE)
        goAndChoose(shelf.new("another.age"))
        see(Names.COPY_WHO)
    }

    @Test
    fun whatIsOnItsWayGoesWithTheProcessAtClose() = onPhone {
        firstRun()
        private.mkdirs()
        private.resolve("left").writeText("in clear")
        bar(Names.BAR_CLOSE)
        until(::hasEnded)
        assertNothingOnTheWay()
    }

    @Test
    fun whatFailsLeavesNothing() = onPhone {
        val shelf = Shelf.put()
        assertFailsWith<NotebookException.NoSpace> { putNothing(shelf.new("new.age")) }
        assertFalse(shelf.file("new.age").exists())
    }

    private fun Robot.putNothing(uri: Uri) = runBlocking {
        val place = UriPlace(activity.contentResolver, uri, Passing(private))
        try {
            place.put<Unit> { throw NotebookException.NoSpace() }
        } finally {
            place.remove()
        }
    }

    @Test
    fun aPlaceThatIsGoneIsAFileThatCanNotBeRead() = onPhone {
        val shelf = Shelf.put()
        val place = UriPlace(activity.contentResolver, shelf.uri("gone"), Passing(private))
        assertFailsWith<NotebookException.File> {
            runBlocking { place.take<Unit> { error("there is nothing to take") } }
        }
    }

    @Test
    fun whatACrashLeftOnTheWayGoesAtTheNextStart() {
        private.mkdirs()
        private.resolve("left").writeText("sealed")
        (RuntimeEnvironment.getApplication() as NotebookApplication).files.clear()
        assertNothingOnTheWay()
    }

    private fun assertNothingOnTheWay() = assertTrue(private.listFiles().isNullOrEmpty())

    private fun Robot.tryToSave(place: Uri) {
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        tap(Names.DO_NEXT)
        tap(Names.SAVE_CHOOSE)
        goAndChoose(place)
    }

    private fun Robot.save(place: Uri): String {
        tryToSave(place)
        see(Names.COPY_WHO)
        val words = (session.now.value.screen as Twelve).words
        tap(Names.SAVE_WRITTEN)
        return words.joinToString(" ")
    }

    private fun Robot.deleteEverything() {
        tap(Names.MORE_DELETE_ALL)
        see(Names.GONE_WHAT)
        tap(Names.MORE_DELETE_ALL)
        see(Names.WIPE_DONE)
    }

    private fun Robot.bringBack(place: Uri, words: String) {
        bar(Names.BAR_MORE)
        tap(Names.MORE_BRING_BACK)
        tap(Names.BRING_CHOOSE)
        goAndChoose(place)
        type(Names.UNLOCK_WORDS_FIELD, words)
        tap(Names.BRING_LOOK)
        tap(Names.BRING_GO)
        see(Names.RESTORE_DONE)
    }

    private companion object {
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
