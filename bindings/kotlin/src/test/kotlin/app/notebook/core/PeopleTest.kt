package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Who she can ring, and what she tells herself when it is hard. */
class PeopleTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun names() = notebooks.numbers("en").people.map { it.name }

    @Test
    fun `people are kept in her order, and say what a phone is to dial`() {
        val ines = notebooks.addPerson(PersonText("Ines", "+44 (0)117 496 0000", "after six"))
        val mo = notebooks.addPerson(PersonText("Mo", "", ""))
        notebooks.movePerson(mo, 0u)
        assertEquals(listOf("Mo", "Ines"), names())
        phone.reopen()
        val line = PersonLine(ines, "Ines", "+44 (0)117 496 0000", "after six", "+441174960000")
        assertEquals(line, phone.notebooks.numbers("en").people[1])
        notebooks.editPerson(ines, PersonText("Ines", "999", ""))
        assertEquals("999", notebooks.numbers("en").people[1].dial)
        notebooks.removePerson(ines)
        assertEquals(listOf("Mo"), names())
        assertEquals(Thing.PERSON, assertFailsWith<NotebookException.NotFound> { notebooks.removePerson(ines) }.what)
        assertFailsWith<NotebookException.NotUnderstood> { notebooks.addPerson(PersonText(" ", "999", "")) }
    }

    @Test
    fun `the list of numbers is dated and says what it costs`() {
        val page = notebooks.numbers("en")
        assertTrue(page.checked.contains("2026"), page.checked)
        val drugs = page.services.first { it.name == "FRANK" }
        assertEquals("03001236600", drugs.dial)
        assertTrue(drugs.about.any { it.contains("may cost money") })
    }

    @Test
    fun `right now has today, her words, what helps and the first of her people`() {
        assertEquals(5, notebooks.rightNow("en").helps.size)
        notebooks.setOwnTexts(OwnTexts("This will pass.", "Tea\nThe window"))
        for (name in listOf("a", "b", "c", "d")) notebooks.addPerson(PersonText(name, "", ""))
        val page = notebooks.rightNow("en")
        assertTrue(page.today.unmarked().startsWith("Today is "), page.today)
        assertEquals("This will pass." to listOf("Tea", "The window"), page.words to page.helps)
        assertEquals(listOf("a", "b", "c"), page.people.map { it.name })
        assertEquals(OwnTexts("This will pass.", "Tea\nThe window"), notebooks.ownTexts())
        assertEquals(OwnTexts("", ""), notebooks.undoOwnTexts())
        assertEquals(OwnTexts("", ""), notebooks.ownTexts())
    }

    @Test
    fun `a plain notebook has none of it`() {
        Phone().use { plain ->
            plain.notebooks.make(PIN, Pack.PLAIN)
            plain.notebooks.unlock(PIN)
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.rightNow("en") }
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.numbers("en") }
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.ownTexts() }
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.setOwnTexts(OwnTexts("words", "")) }
            assertFailsWith<NotebookException.NotFound> { plain.notebooks.addPerson(PersonText("Ines", "", "")) }
        }
    }
}
