package app.notebook.android

import app.notebook.core.Standing
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment

/** The real window over the real core, from the first run on. */
@RunWith(RobolectricTestRunner::class)
class FlowTest {
    @Test
    fun itOpensWithTheFirstPageOfTheFirstRun() = onPhone {
        see(Names.FIRST_WHAT_TITLE)
        assertEquals(Standing.UNMADE, session.notebooks.standing())
    }

    @Test
    fun whatIsWrittenIsFoundAfterCloseAndUnlock() = onPhone {
        firstRun()
        write(TITLE, TEXT)
        tap(Names.SAVE_NO)
        bar(Names.BAR_CLOSE)
        until(::hasEnded)
        assertTrue(activity.isFinishing)
        assertEquals(Standing.LOCKED, session.notebooks.standing())
        openAgain()
        unlock()
        bar(Names.BAR_NOTES)
        tap(Names.LIST_FIND)
        type(Names.FIND_FIELD, "heron")
        tap(Names.FIND_GO)
        seeText(TITLE)
        tap(Names.FIND_AROUND)
        seeText("heron stood")
    }

    @Test
    fun aTurnOfThePhoneAndLargerWordsLoseNothingThatIsTyped() = onPhone {
        firstRun()
        type(Names.WRITE_FIELD, TEXT)
        val before = activity
        RuntimeEnvironment.setQualifiers("+w892dp-h412dp-land")
        system { configurationChange() }
        RuntimeEnvironment.setFontScale(2f)
        system { configurationChange() }
        assertEquals(892, activity.resources.configuration.screenWidthDp)
        assertTrue(activity === before)
        assertTrue(words(field(Names.WRITE_FIELD)).contains(TEXT))
    }

    @Test
    fun thePhonesWayBackGoesOneStepAndFromHomePutsItAway() = onPhone {
        firstRun()
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
        activity.onBackPressedDispatcher.onBackPressed()
        see(Names.WRITE_FIELD)
        assertFalse(activity.isFinishing)
        activity.onBackPressedDispatcher.onBackPressed()
        pump()
        assertFalse(activity.isFinishing)
        leave()
        waitFor(Standing.LOCKED)
    }

    private companion object {
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
