package app.notebook.preview

import app.notebook.core.Section
import app.notebook.core.Way
import app.notebook.ui.Blank
import app.notebook.ui.CardHome
import app.notebook.ui.ChoiceList
import app.notebook.ui.Inside
import app.notebook.ui.MyCard
import app.notebook.ui.OnScreen
import app.notebook.ui.PageGiven
import app.notebook.ui.PastCards
import app.notebook.ui.Place as Where
import app.notebook.ui.ReadOut
import app.notebook.ui.Receipt
import app.notebook.ui.SeenList
import app.notebook.ui.ShowChange
import app.notebook.ui.ShowNotes
import app.notebook.ui.Showing
import app.notebook.ui.ShownLines
import app.notebook.ui.TextGiven
import app.notebook.ui.Unlock
import app.notebook.ui.changeShowing
import app.notebook.ui.give
import app.notebook.ui.notesToShow
import app.notebook.ui.openReceipt
import app.notebook.ui.showSomeone
import app.notebook.ui.unlock
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking
import org.junit.Test

/** Close is at once from each page of the card and of showing, and nothing of it is held any more. */
class CardCloseTest {
    @Test fun fromThePagesOfTheCard() = closes(PLACES)

    @Test fun fromThePagesBeforeItGoes() = closes(BEFORE)

    @Test fun fromThePagesAfterItWent() = closes(GIVEN)

    private fun closes(pages: List<Robot.() -> Unit>) = onScreen { place ->
        firstRun(PIN)
        write("The allotment", "Beans are up.")
        writeCard()
        sees("Dr Khan")
        for (open in pages) {
            open()
            place.copied = ""
            val closing = session.close()
            val blank = session.now.value.screen
            assertTrue(blank == Blank || blank is Unlock, "it is blank at once")
            runBlocking { closing.join() }
            at<Unlock>()
            assertFalse(holds(session, "window seat") || isSeen("window seat"))
            session.unlock(PIN.toByteArray())
            at<Inside>()
        }
    }

    private companion object {
        const val PIN = "271828"

        val PLACES: List<Robot.() -> Unit> =
            listOf(
                { goTo<CardHome>(Where.CARD) },
                { goTo<MyCard>(Where.MY_CARD) },
                { openSection(Section.WANTS) },
                { goTo<PastCards>(Where.PAST_CARDS) },
                { goTo<SeenList>(Where.SEEN) },
                { goTo<ChoiceList>(Where.CHOICES) },
            )

        val BEFORE: List<Robot.() -> Unit> =
            listOf(
                {
                    session.showSomeone()
                    at<Showing>()
                },
                { changing() },
                {
                    changing()
                    session.notesToShow()
                    at<ShowNotes>()
                },
            )

        val GIVEN: List<Robot.() -> Unit> =
            listOf(
                {
                    giving(Way.SCREEN)
                    at<OnScreen>()
                },
                {
                    giving(Way.ALOUD)
                    at<ReadOut>()
                },
                {
                    giving(Way.TEXT)
                    at<TextGiven>()
                },
                {
                    giving(Way.PAGE)
                    at<PageGiven>()
                },
                {
                    session.openReceipt(goTo<ShownLines>(Where.SHOWN).lines.first())
                    at<Receipt>()
                },
            )

        fun Robot.changing() {
            prepare(Way.PAGE)
            session.changeShowing()
            at<ShowChange>()
        }

        fun Robot.giving(way: Way) {
            prepare(way)
            session.give()
        }
    }
}
