package app.notebook.preview

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.semantics.SemanticsProperties
import app.notebook.core.Section
import app.notebook.core.Standing
import app.notebook.ui.CardNames
import app.notebook.ui.Closes
import app.notebook.ui.KeptLooks
import app.notebook.ui.Look
import app.notebook.ui.Names
import app.notebook.ui.OnScreen
import app.notebook.ui.OnScreenCloses
import app.notebook.ui.Pauses
import app.notebook.ui.Place as Where
import app.notebook.ui.Session
import app.notebook.ui.ShownLines
import app.notebook.ui.Showing
import app.notebook.ui.Unlock
import app.notebook.ui.back
import app.notebook.ui.give
import app.notebook.ui.go
import app.notebook.ui.keepOnScreen
import app.notebook.ui.remindersChanged
import app.notebook.ui.showSomeone
import app.notebook.ui.usualShowing
import kotlin.io.path.writeText
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import org.junit.Test

/** A page on this screen: the notebook is locked, and nothing else can be reached. */
@OptIn(ExperimentalTestApi::class)
class OnScreenTest {
    @Test
    fun whatShowsIsWhatSheLookedAtAndTheNotebookIsLocked() = onScreen {
        val looked = show()
        assertEquals(looked, joined(at<OnScreen>().paragraphs))
        seeText("A window seat")
        assertEquals(Standing.LOCKED, session.notebooks.standing())
        assertFalse(holds(session, TITLE) || holds(session, "Ines"))
        assertFalse(isSeen(said(Names.BAR_MORE)) || isSeen(said(Names.RIGHT_NOW_TITLE)), "there is no bar")
        session.go(Where.NOTES)
        tap(CardNames.ON_SCREEN_TURN)
        at<OnScreen> { it.isTurned }
        seeText("A window seat")
        tap(Names.BAR_CLOSE)
        see(Names.UNLOCK_TITLE)
        assertFalse(holds(session, "window seat") || isSeen("window seat"))
        pin("000111")
        until { session.now.value.notice?.trouble == true }
        at<Unlock>()
        unlock(PIN)
        // The same, as the core gives it.
        session.notebooks.prepareShowing("en", usualShowing())
        assertEquals(looked, session.notebooks.giveShowing(false).bytes.decodeToString())
        assertEquals(2, goTo<ShownLines>(Where.SHOWN).lines.size)
    }

    @Test
    fun backEndsItToo() = onScreen {
        show()
        assertTrue(session.back())
        see(Names.UNLOCK_TITLE)
        assertFalse(holds(session, "window seat"))
    }

    @Test
    fun itWarnsAndThenClosesByItselfHoweverOftenItIsTouched() = quick {
        session.look(Look(closes = Closes.FIFTEEN, onScreen = OnScreenCloses.TWO))
        show()
        until { session.touched().let { isSeen(said(CardNames.ON_SCREEN_SOON)) } }
        until { session.touched().let { session.now.value.screen is Unlock } }
        assertFalse(holds(session, "window seat"))
    }

    @Test
    fun itsMinutesBeginAnewWhenSheSaysSo() = quick {
        session.look(Look(closes = Closes.FIFTEEN, onScreen = OnScreenCloses.TWO))
        show()
        val soon = at<OnScreen> { it.closesSoon }
        session.keepOnScreen()
        assertFalse(at<OnScreen> { it.since !== soon.since }.closesSoon)
        at<OnScreen> { it.closesSoon }
        at<Unlock>()
    }

    @Test
    fun howLongItStaysIsKeptOutsideOfTheNotebook() = Place().use { place ->
        val file = place.base.resolve("look")
        KeptLooks(file).save(Look(onScreen = OnScreenCloses.TWENTY))
        assertEquals(OnScreenCloses.TWENTY, KeptLooks(file).load().onScreen)
        file.writeText("onScreen=ALWAYS")
        assertEquals(OnScreenCloses.TEN, KeptLooks(file).load().onScreen)
    }

    @Test
    fun whatTheNotebookWasAboutToDoShowsNothingOverIt() = onScreen {
        show()
        session.remindersChanged()
        // What is asked later is done later.
        val before = at<OnScreen>().since
        session.keepOnScreen()
        at<OnScreen> { it.since !== before }
        seeText("A window seat")
    }

    @Test
    fun aShortCardOfCloseToAHundredWordsIsSeenWhole() = onScreen(Screenful(360, 800)) {
        firstRun(PIN)
        fillCard()
        session.showSomeone()
        val page = at<Showing>().page
        val words = page.paragraphs.sumOf { it.heading.words() + it.rest.words() }
        assertTrue(page.trouble == null && words in 90..100, "$words words; ${page.trouble}")
        session.give()
        at<OnScreen>()
        val scroll = ui.onNode(hasScrollAction()).fetchSemanticsNode()
        val range = scroll.config[SemanticsProperties.VerticalScrollAxisRange]
        assertEquals(0f, range.maxValue(), "it need not be scrolled")
    }

    private fun String.words() = split(Regex("\\s+")).count(String::isNotBlank)

    /** What stands on most cards, to the last word that there is room for. */
    private fun Robot.fillCard() {
        val long = "I would like to hear about the test in words that I can keep and read again at home"
        openSection(Section.WANTS)
        section { it.copy(card = it.card.copy(wants = listOf(own(long), own("To be heard first, before you look at the clock"), own("Help with sleep")))) }
        sectionDone()
        openSection(Section.REACH)
        section { it.copy(card = it.card.copy(reach = it.card.reach.copy(number = "07700 900123", `when` = "mornings"))) }
        sectionDone()
    }

    private fun own(text: String) = app.notebook.core.CardEntry.Own(text)

    /** Shows her card on the screen; what she looked at before. */
    private fun Robot.show(): String {
        firstRun(PIN)
        write(TITLE, "Its text.")
        writeCard()
        session.showSomeone()
        val looked = at<Showing>().text
        assertTrue("A window seat" in looked)
        session.give()
        at<OnScreen>()
        return looked
    }

    private fun quick(use: Robot.() -> Unit) = Place().use { place ->
        val session: Session = place.session(pauses = Pauses(20.milliseconds, 50.milliseconds, 1.seconds))
        session.look(Look(closes = Closes.FIFTEEN))
        onScreen(session) { use() }
    }

    private companion object {
        const val PIN = "271828"
        const val TITLE = "The allotment"
    }
}
