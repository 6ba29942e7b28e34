package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Her card, whom she sees, and what each may be shown. */
class CardTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun line(part: ShownPart) = notebooks.card("en").lines.single { it.part == part }

    @Test
    fun `a card comes back as she wrote it, and one step goes back`() {
        val own = OwnSection(notebooks.newSection(), "At work", "Please ring after five.")
        val card =
            notebooks.card("en").card.copy(
                wants = listOf(CardEntry.Picked("want-sleep"), CardEntry.Own("A letter")),
                reach = Reach("07700 900123", "", Answer.NO, Answer.YES, Answer.NOT_SAID, "", "Anyone at home"),
                filing = Filing.ASK_ME,
                about = About("Sam", "", ""),
                sections = listOf(own),
            )
        notebooks.setCard(card)
        phone.reopen()
        val page = notebooks.card("en")
        assertEquals(card, page.card)
        assertEquals(null to false, page.over to page.waits)
        assertTrue(page.written.orEmpty().isNotEmpty() && page.canUndo)
        assertEquals("Today I want\n- Help with sleep\n- A letter", line(ShownPart.Section(Section.WANTS)).text)
        assertEquals("At work" to "", line(ShownPart.Own(own.id)).name to line(ShownPart.Section(Section.PLEASE)).text)
        notebooks.undoCard()
        assertTrue(notebooks.card("en").lines.all { it.text.isEmpty() })
        notebooks.forgetUndo()
        assertEquals(Thing.UNDO, assertFailsWith<NotebookException.NotFound> { notebooks.undoCard() }.what)
    }

    @Test
    fun `phrases can be picked for each list`() {
        val choices = notebooks.cardChoices("en")
        assertTrue(choices.wants.any { it.name == "want-sleep" && it.text == "Help with sleep" && it.picture.startsWith("M ") })
        assertTrue(listOf(choices.please, choices.pleaseNot, choices.reception).all { it.size > 5 })
    }

    @Test
    fun `older cards are kept only if she says so`() {
        val write = { text: String -> notebooks.setCard(notebooks.card("en").card.copy(medicines = text)) }
        write("One")
        write("Two")
        assertEquals(PastPage(false, listOf()), notebooks.pastCards("en"))
        notebooks.keepPastCards(true)
        write("Three")
        val past = notebooks.pastCards("en")
        assertTrue(past.keeps && past.cards.single().text.contains("Two"))
        notebooks.clearPastCards()
        assertTrue(notebooks.pastCards("en").cards.isEmpty())
    }

    @Test
    fun `whom she sees, and what each may see`() {
        val practice =
            notebooks.setPersonSeen(null, PersonText("The practice", "", ""), Seen(SeenAs.PLACE, null, ""))
        val doctor =
            notebooks.setPersonSeen(
                null,
                PersonText("Dr Khan", "", ""),
                Seen(SeenAs.CLINICIAN, practice, "She listened."),
            )
        val lines = notebooks.peopleSeen("en")
        assertEquals(listOf("The practice", "Dr Khan"), lines.map { it.text.name })
        assertEquals("The practice" to "She listened.", lines[1].of to lines[1].seen.again)
        assertEquals(2 to 0, notebooks.numbers("en").people.size to notebooks.rightNow("en").people.size)

        val id = notebooks.setChoice(practice, What.Section(Section.MEDICINES), Shows.NEVER, "2026-12-24")
        val choice = notebooks.choices("en").single()
        assertEquals(Rule(practice, What.Section(Section.MEDICINES), Shows.NEVER, choice.rule.until), choice.rule)
        assertEquals("2026-12-24" to "The practice", choice.last to choice.who)
        assertTrue(choice.until.orEmpty().unmarked().contains("24 December"), choice.until)
        val options = notebooks.choiceOptions("en")
        assertEquals(listOf(null, practice, doctor), options.who.map { it.person })
        assertTrue(options.what.any { it.what == What.Plans } && options.what.first().what == What.Everything)
        notebooks.removeChoice(id)
        notebooks.removePerson(practice)
        assertTrue(notebooks.choices("en").isEmpty())
        assertNull(notebooks.peopleSeen("en").single().of)
    }

    @Test
    fun `a plain notebook has none of it`() {
        Phone().use { plain ->
            plain.notebooks.make(PIN, Pack.PLAIN)
            plain.notebooks.unlock(PIN)
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.card("en") }
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.choices("en") }
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.shown("en", null) }
        }
    }
}
