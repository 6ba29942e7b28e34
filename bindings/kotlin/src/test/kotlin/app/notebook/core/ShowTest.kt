package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.BeforeTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Showing someone: what she looks at is what goes, and a line says that it went. */
class ShowTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks
    private val short =
        ShowRequest(null, Way.SCREEN, Form.SHORT, listOf(), listOf(), listOf(), FirstLine.Usual)

    @BeforeTest
    fun write() =
        notebooks.setCard(
            notebooks.card("en").card.copy(
                wants = listOf(CardEntry.Own("Help with sleep")),
                allergies = "Penicillin",
            ),
        )

    @AfterTest
    fun end() = phone.close()

    private fun ShowPage.text() = paragraphs.joinToString("\n\n", postfix = "\n") { it.heading + it.rest }

    @Test
    fun `what she looks at is what goes, by each way`() {
        for (way in listOf(Way.SCREEN, Way.ALOUD, Way.TEXT, Way.PAGE)) {
            val page = notebooks.prepareShowing("en", short.copy(way = way, form = Form.LONG))
            assertEquals(null to 3, page.trouble to page.before.size)
            val given = notebooks.giveShowing(keepWords = way == Way.TEXT)
            val went = given.bytes.decodeToString()
            when (way) {
                Way.ALOUD -> assertEquals(page.lines.joinToString("\n", postfix = "\n") to went, went to page.text())
                Way.PAGE -> assertTrue(went.startsWith("<!DOCTYPE html>") && given.fileName == "page.html")
                else -> assertEquals(page.text(), went)
            }
            assertTrue(given.mediaType.startsWith("text/") && given.mediaType.endsWith("utf-8"))
        }
        assertFailsWith<NotebookException.NotFound>("given once") { notebooks.giveShowing(false) }
        assertEquals(4, notebooks.shown("en", null).lines.size)
    }

    @Test
    fun `what is ready goes with the key, and when she puts it away`() {
        notebooks.prepareShowing("en", short)
        phone.reopen()
        assertFailsWith<NotebookException.NotFound> { notebooks.giveShowing(false) }
        notebooks.prepareShowing("en", short)
        notebooks.putShowingAway()
        assertFailsWith<NotebookException.NotFound> { notebooks.giveShowing(false) }
        assertTrue(notebooks.shown("en", null).lines.isEmpty())
    }

    @Test
    fun `what can't be given stays ready and leaves no line`() {
        val long = notebooks.card("en").card.copy(medicines = "word ".repeat(200))
        notebooks.setCard(long)
        notebooks.prepareShowing("en", short)
        repeat(2) { assertFailsWith<NotebookException.TooLarge> { notebooks.giveShowing(false) } }
        assertTrue(notebooks.shown("en", null).lines.isEmpty())
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `parts of a note and a plan are put on, and what she held back is not`() {
        val note = notebooks.add("At home.\n\nAt work.")
        assertEquals(listOf("At home.", "At work."), notebooks.noteParagraphs(note))
        val visit = notebooks.newVisit().copy(title = "Nurse", plan = VisitPlan(listOf("The letter"), listOf(), ""))
        val plan = notebooks.addVisit(visit)
        assertEquals(listOf(PlanOption(plan, "Nurse")), notebooks.plansToShow("en"))
        notebooks.setChoice(null, What.Section(Section.MEDICINES), Shows.NEVER, null)
        val page =
            notebooks.prepareShowing(
                "en",
                short.copy(
                    form = Form.LONG,
                    with = listOf(ShownPart.Note(note), ShownPart.Plan(plan)),
                    pieces = listOf(NotePiece(note, listOf(2u))),
                ),
            )
        assertTrue(page.text().contains("At work.") && page.text().contains("The letter"))
        assertTrue(!page.text().contains("At home.") && !page.text().contains("Penicillin"))
        val held = page.parts.single { it.part == ShownPart.Section(Section.MEDICINES) }
        assertTrue(!held.isOn && !held.canChange && held.reason.isNotEmpty())
    }

    @Test
    fun `a page waits until she looks at it again`() {
        assertNull(notebooks.waitingShowing())
        notebooks.letShowingWait(short.copy(way = Way.TEXT))
        assertTrue(notebooks.card("en").waits)
        phone.reopen()
        assertEquals(short.copy(way = Way.TEXT), notebooks.waitingShowing())
        notebooks.prepareShowing("en", short)
        notebooks.giveShowing(false)
        assertNull(notebooks.waitingShowing())
        notebooks.letShowingWait(short)
        notebooks.forgetWaitingShowing()
        assertNull(notebooks.waitingShowing())
    }

    @Test
    fun `a line about it can be ended once and deleted`() {
        notebooks.prepareShowing("en", short.copy(way = Way.TEXT))
        val id = notebooks.giveShowing(keepWords = true).receipt
        val page = notebooks.receipt("en", id)
        assertEquals(id to false, page.line.id to page.hasAsked)
        assertTrue(page.words.any { it.contains("Penicillin") } && page.parts.contains("Today I want"))
        assertNotNull(page.ask)
        notebooks.endReceipt(id)
        assertTrue(notebooks.receipt("en", id).hasAsked)
        notebooks.deleteReceipt(id)
        assertFailsWith<NotebookException.NotFound> { notebooks.receipt("en", id) }
    }
}
