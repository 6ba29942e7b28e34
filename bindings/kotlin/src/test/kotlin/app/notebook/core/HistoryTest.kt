package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Earlier texts: kept only while she has turned that on. */
class HistoryTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun edit(id: NoteId, text: String) {
        phone.device.now += MINUTE_MS
        notebooks.editNote(id, null, text)
    }

    /** A note with two earlier texts. */
    private fun twiceEdited(): NoteId {
        notebooks.setKeepsHistory(true)
        val id = notebooks.add("One", "Name")
        edit(id, "Two")
        edit(id, "Three")
        return id
    }

    private fun earlier(id: NoteId) = notebooks.earlierTexts("en", id)

    @Test
    fun `nothing is kept until she says so`() {
        assertFalse(notebooks.keepsHistory())
        val id = notebooks.add("One")
        edit(id, "Two")
        assertTrue(earlier(id).isEmpty())
        assertFalse(notebooks.page(id).keepsHistory)
    }

    @Test
    fun `earlier texts are listed with their dates, the newest first`() {
        val id = twiceEdited()
        assertTrue(notebooks.keepsHistory())
        val lines = earlier(id)
        assertEquals(listOf(2u, 1u), lines.map { it.number })
        val minutes = listOf("9:11", "9:10").map { "Tuesday 1 December 2026, $it in the morning" }
        assertEquals(minutes, lines.map { it.date.unmarked() })
        assertEquals(2u to true, notebooks.page(id).run { versions to keepsHistory })
    }

    @Test
    fun `an earlier text can be read`() {
        val id = twiceEdited()
        assertEquals(DraftText("Name", "One"), notebooks.earlierText(id, 1u))
        assertEquals(DraftText(null, "Two"), notebooks.earlierText(id, 2u))
        for (none in listOf(0u, 3u)) {
            val told = assertFailsWith<NotebookException.NotFound> { notebooks.earlierText(id, none) }
            assertEquals(Thing.VERSION, told.what)
        }
    }

    @Test
    fun `an earlier text comes back, and the one it replaces is kept`() {
        val id = twiceEdited()
        notebooks.restoreText(id, 1u)
        assertEquals("Name" to "One", notebooks.page(id).run { title to text })
        assertEquals("Three", notebooks.earlierText(id, 3u).text)
    }

    @Test
    fun `turned off, what was kept stays until she clears it`() {
        val id = twiceEdited()
        notebooks.setKeepsHistory(false)
        edit(id, "Four")
        assertEquals(2, earlier(id).size)
        phone.reopen()
        assertFalse(notebooks.keepsHistory())
        assertEquals(2, earlier(id).size)
    }

    @Test
    fun `cleared texts are gone, of one note or of all`() {
        val (one, two, three) = List(3) { twiceEdited() }
        notebooks.clearHistory(one)
        assertEquals(listOf(0, 2, 2), listOf(one, two, three).map { earlier(it).size })
        notebooks.clearHistory(null)
        assertEquals(listOf(0, 0, 0), listOf(one, two, three).map { earlier(it).size })
        assertEquals("Three", notebooks.page(two).text)
    }

    @Test
    fun `clearing leaves no earlier text to undo either`() {
        val id = twiceEdited()
        notebooks.clearHistory(id)
        assertNull(notebooks.undoable())
    }
}
