package app.notebook.preview

import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isRoot
import app.notebook.core.Standing
import app.notebook.core.label
import app.notebook.ui.Closes
import app.notebook.ui.Look
import app.notebook.ui.Names
import app.notebook.ui.Pauses
import app.notebook.ui.resume
import app.notebook.ui.suspend
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.runBlocking
import org.junit.Test

/** After Close nothing she typed is left in what the screens hold. */
class CloseTest {
    @Test
    fun noTypedWordIsReachableAfterClose() = onScreen {
        firstRun(PIN)
        write("Title with $WORD", "Text with $WORD in it.")
        tap(Names.SAVE_NO)
        bar(Names.BAR_NOTES)
        tapText(WORD)
        tap(Names.PAGE_CHANGE)
        type(Names.WRITE_FIELD, "Text with $WORD, changed.")
        assertTrue(treeHas(WORD), "the test sees what is on the screen")
        assertTrue(holds(session, WORD), "the test sees what the session holds")
        close()
        assertFalse(treeHas(WORD))
        assertFalse(holds(session, WORD))
    }

    @Test
    fun thePageIsBlankBeforeTheCoreHasLocked() = onScreen {
        firstRun(PIN)
        type(Names.WRITE_FIELD, "Text with $WORD in it.")
        val locked = session.close()
        assertFalse(holds(session, WORD) && !locked.isCompleted)
        assertFalse(treeHas(WORD))
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun closingOnceMoreAtOnceLosesNothing() = onScreen {
        firstRun(PIN)
        type(Names.WRITE_FIELD, "Text with $WORD in it.")
        repeat(3) { session.close() }
        unlock(PIN)
        bar(Names.BAR_NOTES)
        openUntitled()
        seeText(WORD)
    }

    @Test
    fun itClosesWhenSheLeavesItAloneAndKeepsWhatSheTyped() = Place().use { place ->
        val quick = Pauses(typing = 20.milliseconds, rest = 50.milliseconds, minute = 1.seconds)
        val session = place.session(pauses = quick)
        session.look(Look(closes = Closes.FIFTEEN))
        onScreen(session) {
            firstRun(PIN)
            type(Names.WRITE_FIELD, "Text with $WORD in it.")
            session.look(Look(closes = Closes.ONE))
            see(Names.UNLOCK_TITLE)
            assertFalse(treeHas(WORD))
            session.look(Look(closes = Closes.FIFTEEN))
            unlock(PIN)
            bar(Names.BAR_NOTES)
            openUntitled()
            seeText(WORD)
        }
    }

    @Test
    fun onAShortWayOutAllStaysAsItWasAndTheFilesAreLetGo() = onScreen {
        firstRun(PIN)
        write("Title with $WORD", "Text with $WORD in it.")
        tap(Names.SAVE_NO)
        runBlocking { session.suspend().join() }
        assertEquals(Standing.RESTING, session.notebooks.standing())
        runBlocking { session.resume().join() }
        bar(Names.BAR_NOTES)
        seeText(WORD)
    }

    @Test
    fun theWindowIsCalledByTheLabelAlone() = assertEquals(label(), windowTitle())

    @OptIn(ExperimentalTestApi::class)
    private fun Robot.treeHas(word: String): Boolean {
        ui.waitForIdle()
        return ui.onAllNodes(isRoot(), useUnmergedTree = true).fetchSemanticsNodes().any { it.has(word) }
    }

    private fun SemanticsNode.has(word: String): Boolean =
        config.any { it.value.toString().contains(word) } || children.any { it.has(word) }

    private companion object {
        const val PIN = "271828"
        const val WORD = "pomegranate"
    }
}
