package app.notebook.preview

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasTestTag
import app.notebook.ui.Calls
import app.notebook.ui.Names
import app.notebook.ui.NumbersList
import app.notebook.ui.OwnWordsEdit
import app.notebook.ui.RIGHT_NOW_TAG
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import org.junit.Test

/** Right now and Numbers, over the real core; only the phone's own keypad is made up. */
class PeopleTest {
    private val dialled = CopyOnWriteArrayList<String>()
    private val keypad = Calls { dialled += it }

    @Test
    fun someoneSheAddsIsOnRightNowAndStaysThere() = onScreen(calls = keypad) {
        firstRun(PIN)
        addInes()
        tap(Names.RIGHT_NOW_TITLE)
        seeText(NUMBER)
        close()
        unlock(PIN)
        tap(Names.RIGHT_NOW_TITLE)
        seeText(NUMBER)
        assertEquals(emptyList(), dialled.toList())
        tapText("Ring")
        until { dialled.isNotEmpty() }
        assertEquals(listOf("+441174960000"), dialled.toList())
    }

    @Test
    fun herOwnWordsAreKeptAsSheTypesThem() = onScreen {
        firstRun(PIN)
        tap(Names.RIGHT_NOW_TITLE)
        tap(Names.RIGHT_NOW_CHANGE)
        type(Names.RIGHT_NOW_YOURS, WORDS)
        type(Names.RIGHT_NOW_HELPS, "Tea\nThe window")
        // She closes in the middle.
        close()
        unlock(PIN)
        tap(Names.RIGHT_NOW_TITLE)
        seeText(WORDS)
        seeText("The window")
        tap(Names.RIGHT_NOW_CHANGE)
        until { session.now.value.screen is OwnWordsEdit }
        type(Names.RIGHT_NOW_YOURS, "")
        tap(Names.DO_DONE)
        see(Names.RIGHT_NOW_SAVED)
        assertFalse(isSeen(WORDS))
        seeText("The window")
        tap(Names.DO_UNDO)
        see(Names.RIGHT_NOW_UNDONE)
        seeText(WORDS)
    }

    @Test
    fun whatSheWritesOfSomeoneCanBeChangedMovedAndTakenOut() = onScreen {
        firstRun(PIN)
        addInes()
        tap(Names.PERSON_ADD)
        type(Names.PERSON_NAME, "Mo")
        tap(Names.DO_DONE)
        see(Names.PERSON_SAVED)
        tapText("Change \u2068Mo")
        tap(Names.PERSON_UP)
        see(Names.PERSON_SAVED)
        assertEquals(listOf("Mo", "Ines"), people())
        tapText("Change \u2068Ines")
        type(Names.PERSON_NUMBER, "999")
        tap(Names.DO_DONE)
        seeText("999")
        assertFalse(isSeen(NUMBER))
        tapText("Change \u2068Ines")
        tap(Names.PERSON_REMOVE)
        seeText("for good")
        tap(Names.PERSON_REMOVE)
        see(Names.PERSON_REMOVED)
        assertEquals(listOf("Mo"), people())
    }

    @Test
    fun whatSheTypesOfSomeoneIsKeptWhenSheLeavesThePage() = onScreen {
        firstRun(PIN)
        openNumbers()
        tap(Names.PERSON_ADD)
        type(Names.PERSON_NAME, "Ines")
        back()
        see(Names.PERSON_SAVED)
        tapText("Change \u2068Ines")
        type(Names.PERSON_NUMBER, NUMBER)
        tap(Names.PERSON_REMOVE)
        tap(Names.DO_LEAVE)
        // Still in its field.
        seeText(NUMBER)
        home()
        openNumbers()
        seeText(NUMBER)
        // Nothing was changed: nothing is said.
        tapText("Change \u2068Ines")
        back()
        seeText(NUMBER)
        assertFalse(isSeen(said(Names.PERSON_SAVED)))
    }

    @Test
    fun whatSheTypesOfSomeoneIsKeptAtClose() = onScreen {
        firstRun(PIN)
        openNumbers()
        tap(Names.PERSON_ADD)
        // She has not come to the name yet.
        type(Names.PERSON_NUMBER, NUMBER)
        close()
        unlock(PIN)
        openNumbers()
        until { session.now.value.screen is NumbersList }
        assertEquals(listOf(NUMBER), people())
        tapText("Change \u2068")
        type(Names.PERSON_NAME, "Ines")
        close()
        unlock(PIN)
        openNumbers()
        until { session.now.value.screen is NumbersList }
        assertEquals(listOf("Ines"), people())
    }

    private fun Robot.openNumbers() {
        tap(Names.RIGHT_NOW_TITLE)
        tap(Names.RIGHT_NOW_NUMBERS)
        see(Names.NUMBERS_TITLE)
    }

    @Test
    fun withoutAKeypadNumbersAreOnlyShown() = onScreen {
        firstRun(PIN)
        addInes()
        seeText(NUMBER)
        seeText("Samaritans")
        assertFalse(isSeen("Ring"))
    }

    @OptIn(ExperimentalTestApi::class)
    @Test
    fun aPlainNotebookHasNeither() = onScreen {
        firstRun(PIN, OTHER)
        close()
        unlock(OTHER)
        for (place in listOf(Names.BAR_NOTES, Names.BAR_MORE, Names.BAR_WRITE)) {
            bar(place)
            ui.waitForIdle()
            assertEquals(0, ui.onAllNodes(hasTestTag(RIGHT_NOW_TAG)).fetchSemanticsNodes().size)
            assertFalse(isSeen(said(Names.RIGHT_NOW_TITLE)) || isSeen(said(Names.NUMBERS_TITLE)))
        }
    }

    private fun Robot.addInes() {
        tap(Names.RIGHT_NOW_TITLE)
        see(Names.RIGHT_NOW_NOBODY)
        tap(Names.RIGHT_NOW_NUMBERS)
        tap(Names.PERSON_ADD)
        type(Names.PERSON_NAME, "Ines")
        type(Names.PERSON_NUMBER, NUMBER)
        tap(Names.DO_DONE)
        see(Names.PERSON_SAVED)
    }

    private fun Robot.people() = (session.now.value.screen as NumbersList).page.people.map { it.name }

    private companion object {
        const val PIN = "271828"
        const val OTHER = "314159"
        const val NUMBER = "+44 (0)117 496 0000"
        const val WORDS = "This will pass. It did before."
    }
}
