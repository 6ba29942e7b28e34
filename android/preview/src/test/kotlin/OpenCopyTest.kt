package app.notebook.preview

import app.notebook.ui.Names
import app.notebook.ui.SaveCopy
import java.util.zip.ZipFile
import kotlin.io.path.exists
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** An open copy: shown before it leaves, and only then made. */
class OpenCopyTest {
    private fun Robot.lookAtIt() {
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        see(Names.OPEN_COPY_WHAT)
        tap(Names.OPEN_COPY_SAVE)
        see(Names.LEAVING_TITLE)
        see(Names.LEAVING_OPEN_WHO)
    }

    private fun Robot.attachSound() {
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.DO_MORE)
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        tap(Names.DO_NEXT)
        see(Names.RECORD_NOW)
        tap(Names.RECORD_KEEP)
        see(Names.ATTACHMENT_IN)
    }

    private fun written(use: Robot.(Place) -> Unit) =
        onScreen(senses = WalkSenses) { place ->
            firstRun(PIN)
            write(TITLE, TEXT)
            tap(Names.SAVE_NO)
            use(place)
        }

    @Test
    fun sheSeesWhatItHoldsAndThenItIsThere() = written { place ->
        val open = place.copy.resolveSibling("notebook.zip")
        lookAtIt()
        seeText("One note")
        assertFalse(open.exists())
        tap(Names.SAVE_CHOOSE)
        see(Names.OPEN_COPY_DONE)
        assertTrue(ZipFile(open.toFile()).use { zip -> zip.texts().any { TEXT in it } })
    }

    @Test
    fun notNowMakesNothing() = written { place ->
        lookAtIt()
        tap(Names.DO_NOT_NOW)
        until { session.now.value.screen == SaveCopy }
        assertFalse(place.copy.resolveSibling("notebook.zip").exists())
    }

    @Test
    fun whatMaySayWhereSheWasStaysUnlessSheTakesIt() = written { place ->
        attachSound()
        lookAtIt()
        seeText("stays here. It may say where you were.")
        tap(Names.LEAVING_ALL)
        until { !isSeen("stays here. It may say where you were.") }
        seeText("One picture, sound or file")
        tap(Names.LEAVING_ALL)
        seeText("stays here. It may say where you were.")
        tap(Names.LEAVING_ALL)
        tap(Names.SAVE_CHOOSE)
        see(Names.OPEN_COPY_DONE)
        val names = ZipFile(place.copy.resolveSibling("notebook.zip").toFile()).use { zip ->
            zip.entries().asSequence().map { it.name }.toList()
        }
        assertTrue(names.any { it.startsWith("attachments/") && it.endsWith(".wav") })
    }

    private fun ZipFile.texts() = entries().asSequence().map { getInputStream(it).readBytes().decodeToString() }

    private companion object {
        const val PIN = "271828"
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
