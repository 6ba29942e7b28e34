package app.notebook.preview

import app.notebook.core.Form
import app.notebook.core.NotebookException
import app.notebook.core.Section
import app.notebook.core.ShownPart
import app.notebook.core.Standing
import app.notebook.core.Way
import app.notebook.ui.CardHome
import app.notebook.ui.CardNames
import app.notebook.ui.DateNames
import app.notebook.ui.DateRead
import app.notebook.ui.FirstFields
import app.notebook.ui.Names
import app.notebook.ui.NoteRead
import app.notebook.ui.NotesList
import app.notebook.ui.PageGiven
import app.notebook.ui.Place as Where
import app.notebook.ui.ReadOut
import app.notebook.ui.ShowChange
import app.notebook.ui.ShowNote
import app.notebook.ui.ShowNotes
import app.notebook.ui.ShowPlans
import app.notebook.ui.Showing
import app.notebook.ui.ShownLines
import app.notebook.ui.StandsFirst
import app.notebook.ui.TextGiven
import app.notebook.ui.answerYes
import app.notebook.ui.change
import app.notebook.ui.changeShowing
import app.notebook.ui.dropWaiting
import app.notebook.ui.firstTyped
import app.notebook.ui.give
import app.notebook.ui.givenDone
import app.notebook.ui.letShowingWait
import app.notebook.ui.notesToShow
import app.notebook.ui.open
import app.notebook.ui.paragraph
import app.notebook.ui.partsOfNote
import app.notebook.ui.plansToShow
import app.notebook.ui.put
import app.notebook.ui.putNote
import app.notebook.ui.putPlan
import app.notebook.ui.savePage
import app.notebook.ui.showNote
import app.notebook.ui.showPlan
import app.notebook.ui.showSomeone
import app.notebook.ui.usualShowing
import java.time.LocalDate
import kotlin.io.path.readBytes
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** Showing someone: what she looks at is what goes, byte for byte. */
class ShowTest {
    @Test
    fun whatIsCopiedIsWhatSheLookedAt() = onScreen { place ->
        firstRun(PIN)
        writeCard()
        val looked = prepare(Way.TEXT)
        seeText("A window seat")
        assertTrue("07700" in looked.text && "Ines" !in looked.text)
        tap(CardNames.SHOW_DO_TEXT)
        see(CardNames.TEXT_COPIED)
        assertEquals(looked.text, at<TextGiven>().text)
        assertEquals(looked.text, place.copied)
        place.copied = ""
        tap(Names.DO_DONE)
        assertFalse(at<CardHome>().isEmpty)
        assertFalse(holds(session, "07700"))
    }

    @Test
    fun whatIsReadOutGoesALineAtATime() = onScreen {
        firstRun(PIN)
        writeCard()
        val lines = prepare(Way.ALOUD).page.lines
        assertTrue(lines.size > 2)
        tap(CardNames.SHOW_DO_ALOUD)
        at<ReadOut>()
        assertEquals(Standing.OPEN, session.notebooks.standing())
        for (line in lines) {
            seeText(line)
            tap(CardNames.ALOUD_NEXT)
        }
        see(CardNames.ALOUD_ALL)
        tap(CardNames.ALOUD_BEFORE)
        seeText(lines.last())
        tap(CardNames.ALOUD_NEXT)
        tap(Names.DO_DONE)
        at<CardHome>()
    }

    @Test
    fun aPageIsSavedAndPrintedAsItIsAndGoesWhenSheLeaves() = Place().use { place ->
        val printed = mutableListOf<ByteArray>()
        var (asked, lets) = 0 to false
        val session = place.session(printer = { html -> lets.also { if (it) printed += html }.also { asked++ } })
        onScreen(session) {
            firstRun(PIN)
            writeCard()
            prepare(Way.PAGE)
            tap(CardNames.SHOW_DO_PAGE)
            val page = at<PageGiven>()
            val html = page.bytes.decodeToString()
            assertTrue(html.startsWith("<!DOCTYPE html>") && "A window seat" in html)
            tap(CardNames.PAGE_SAVE)
            see(CardNames.PAGE_SAVED)
            assertContentEquals(page.bytes, place.base.resolve("page.html").readBytes())
            // One that she turns away from is not said to be printed.
            tap(CardNames.PAGE_PRINT)
            until { asked == 1 }
            lets = true
            assertTrue(printed.isEmpty())
            tap(CardNames.PAGE_PRINT)
            see(CardNames.PAGE_GIVEN)
            assertContentEquals(page.bytes, printed.single())
            session.savePage()
            see(Names.SAVE_TAKEN)
            at<PageGiven>()
            session.givenDone()
            at<CardHome>()
            printed.clear()
            assertFalse(holds(session, "A window seat"))
        }
    }

    @Test
    fun whereNothingPrintsItIsNotOffered() = onScreen {
        firstRun(PIN)
        writeCard()
        prepare(Way.PAGE)
        session.give()
        see(CardNames.PAGE_SAVE)
        assertFalse(isSeen(said(CardNames.PAGE_PRINT)))
    }

    @Test
    fun theFirstLineOfAPageIsHers() = onScreen {
        firstRun(PIN)
        writeCard()
        assertTrue(prepare(Way.PAGE).text.startsWith(HIDE))
        session.changeShowing()
        at<ShowChange>()
        tap(CardNames.SHOW_FIRST_OWN)
        session.firstTyped(FirstFields(StandsFirst.OWN, "Keep this for Dr Khan."))
        assertTrue(changed().text.startsWith("Keep this for Dr Khan."))
        session.changeShowing()
        at<ShowChange>()
        session.firstTyped(FirstFields(StandsFirst.NOTHING))
        back()
        val text = at<Showing>().text
        assertFalse("Keep this" in text || text.startsWith(HIDE))
    }

    @Test
    fun notNowShowsNothing() = onScreen {
        firstRun(PIN)
        writeCard()
        tap(CardNames.CARD_SHOW)
        see(Names.LEAVING_TITLE)
        tap(Names.DO_NOT_NOW)
        assertFalse(at<CardHome>().waits)
        session.showSomeone()
        at<Showing>()
        goTo<NotesList>(Where.NOTES)
        assertFailsWith<NotebookException> { session.notebooks.giveShowing(false) }
        assertTrue(goTo<ShownLines>(Where.SHOWN).lines.isEmpty())
    }

    @Test
    fun aPageWaitsAndIsLookedAtAgain() = onScreen {
        firstRun(PIN)
        writeCard()
        val looked = prepare(Way.TEXT)
        session.letShowingWait()
        see(CardNames.SHOW_IS_WAITING)
        assertTrue(at<CardHome>().waits)
        close()
        unlock(PIN)
        goTo<CardHome>(Where.CARD)
        tap(CardNames.CARD_WAITS_LOOK)
        val again = at<Showing>()
        assertEquals(Way.TEXT to looked.text, again.request.way to again.text)
        tap(Names.DO_NOT_NOW)
        at<CardHome>()
        session.dropWaiting()
        see(CardNames.CARD_WAITS_OFF)
        assertFalse(at<CardHome>().waits)
    }

    @Test
    fun aPageThatWaitsIsNotReplacedUnasked() = onScreen {
        firstRun(PIN)
        writeCard()
        prepare(Way.TEXT)
        session.letShowingWait()
        see(CardNames.SHOW_IS_WAITING)
        prepare(Way.SCREEN)
        session.letShowingWait()
        see(CardNames.SHOW_WAIT_INSTEAD)
        assertEquals(Way.TEXT, session.notebooks.waitingShowing()?.way)
        session.answerYes()
        see(CardNames.SHOW_IS_WAITING)
        assertEquals(Way.SCREEN, session.notebooks.waitingShowing()?.way)
    }

    @Test
    fun whoSheIsGoesOnlyWhereShePutIt() = onScreen {
        firstRun(PIN)
        writeCard()
        prepare(Way.TEXT)
        session.changeShowing()
        at<ShowChange>()
        session.change { it.put(ShownPart.Section(Section.ABOUT), true) }
        session.change { it.put(ShownPart.Section(Section.REACH), false) }
        val changed = changed()
        assertTrue("Ines" in changed.text && "07700" !in changed.text)
        assertTrue(changed.heldBack.isEmpty())
    }

    @Test
    fun partsOfANoteGoOnTheLongCard() = onScreen {
        firstRun(PIN)
        write(TITLE, "One grey heron.\n\nTwo white swans.")
        writeCard()
        prepare(Way.TEXT)
        session.changeShowing()
        at<ShowChange>()
        session.notesToShow()
        session.partsOfNote(at<ShowNotes>().lines.single().id)
        assertEquals(listOf("One grey heron.", "Two white swans."), at<ShowNote>().paragraphs)
        session.paragraph(0, false)
        session.putNote()
        assertEquals(Form.LONG, at<ShowChange>().showing.request.form)
        val long = changed()
        assertTrue("Two white swans." in long.text && "heron" !in long.text)
        session.changeShowing()
        at<ShowChange>()
        session.change { it.copy(form = Form.SHORT) }
        val short = changed()
        assertTrue(short.alsoOff.any { "long card" in it.reason } && "swans" !in short.text)
    }

    @Test
    fun aNoteAndAPlanAreShownFromTheirOwnPages() = onScreen {
        firstRun(PIN)
        write(TITLE, "Beans are up.")
        session.open(goTo<NotesList>(Where.NOTES).lines.single().id)
        at<NoteRead>()
        session.showNote()
        assertTrue(at<Showing>().run { "Beans are up." in text && request.form == Form.LONG })
        putDown("Dr Osei", LocalDate.now().plusDays(5))
        tap(DateNames.PLAN_TITLE)
        thing(1, "The first thing")
        tap(Names.DO_DONE)
        at<DateRead>()
        session.showPlan()
        assertTrue("The first thing" in at<Showing>().text)
        session.changeShowing()
        at<ShowChange>()
        session.change { usualShowing() }
        at<ShowChange> { it.showing.request.with.isEmpty() }
        session.plansToShow()
        session.putPlan(at<ShowPlans>().plans.single())
        at<ShowChange>()
        assertTrue("The first thing" in changed().text)
    }

    @Test
    fun anEmptyPageIsNotGiven() = onScreen {
        firstRun(PIN)
        session.showSomeone()
        val trouble = at<Showing>().page.trouble
        seeText(trouble!!)
        assertFalse(isSeen(said(CardNames.SHOW_DO_SCREEN)))
        session.give()
        session.letShowingWait()
        assertTrue(at<CardHome>().waits, "nothing was given before that")
    }

    private companion object {
        const val PIN = "271828"
        const val TITLE = "The allotment"
        const val HIDE = "Please hide this from my online record."
    }
}
