package app.notebook.preview

import app.notebook.core.Way
import app.notebook.ui.CardHome
import app.notebook.ui.CardNames
import app.notebook.ui.PageGiven
import app.notebook.ui.Place as Where
import app.notebook.ui.ReadOut
import app.notebook.ui.Receipt
import app.notebook.ui.Screen
import app.notebook.ui.Showing
import app.notebook.ui.ShownLines
import app.notebook.ui.TextGiven
import app.notebook.ui.answerYes
import app.notebook.ui.back
import app.notebook.ui.give
import app.notebook.ui.loadMore
import app.notebook.ui.openReceipt
import app.notebook.ui.usualShowing
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.junit.Test

/** What she showed: a line about each, which she can delete. */
class ReceiptTest {
    @Test
    fun aLineSaysWhatWentAndKeepsWordsOnlyIfSheAsks() = onScreen {
        firstRun(PIN)
        writeCard()
        gives<TextGiven>(Way.TEXT)
        val first = openFirst().page
        assertTrue(first.words.isEmpty() && first.ask != null)
        gives<TextGiven>(Way.TEXT, keepsWords = true)
        val lines = goTo<ShownLines>(Where.SHOWN).lines
        assertEquals(2, lines.size)
        val words = lines.flatMap { line ->
            session.openReceipt(line)
            val page = at<Receipt> { it.page.line.id == line.id }.page
            session.back()
            at<ShownLines>()
            page.words
        }
        assertEquals(1, words.count { "A window seat" in it })
    }

    @Test
    fun sheAsksThemNotToUseIt() = onScreen { place ->
        firstRun(PIN)
        writeCard()
        gives<PageGiven>(Way.PAGE)
        val words = openFirst().page.ask
        tap(CardNames.RECEIPT_ASK_COPY)
        until { place.copied == words }
        tap(CardNames.RECEIPT_ASKED)
        see(CardNames.RECEIPT_ENDED)
        assertTrue(at<Receipt>().page.hasAsked)
    }

    @Test
    fun aLineIsDeletedForGood() = onScreen {
        firstRun(PIN)
        writeCard()
        gives<ReadOut>(Way.ALOUD, keepsWords = true)
        assertNull(openFirst().page.ask, "they kept nothing")
        tap(CardNames.RECEIPT_OFF)
        see(CardNames.RECEIPT_DELETE_WHAT)
        session.answerYes()
        see(CardNames.RECEIPT_DELETED)
        assertTrue(at<ShownLines>().lines.isEmpty())
        see(CardNames.RECEIPT_NONE)
    }

    @Test
    fun moreOfThemComeByPages() = onScreen {
        firstRun(PIN)
        writeCard()
        repeat(51) {
            session.notebooks.prepareShowing("en", usualShowing())
            session.notebooks.giveShowing(false)
        }
        assertTrue(goTo<ShownLines>(Where.SHOWN).run { lines.size == 50 && more })
        session.loadMore()
        assertTrue(!at<ShownLines> { it.lines.size == 51 }.more)
    }

    private inline fun <reified T : Screen> Robot.gives(way: Way, keepsWords: Boolean = false) {
        goTo<CardHome>(Where.CARD)
        prepare(way)
        if (keepsWords) tap(CardNames.SHOW_KEEP_WORDS)
        at<Showing> { it.keepsWords == keepsWords }
        session.give()
        at<T>()
    }

    private fun Robot.openFirst(): Receipt {
        session.openReceipt(goTo<ShownLines>(Where.SHOWN).lines.first())
        return at()
    }

    private companion object {
        const val PIN = "271828"
    }
}
