package app.notebook.core

import java.nio.charset.CharacterCodingException
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Notes: their pages, and the list of them. */
class NotesTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    /** So many notes, a minute between them, the first one first. */
    private fun write(count: Int) = List(count) { number ->
        phone.device.now += MINUTE_MS
        notebooks.add("Note $number")
    }

    private fun assertNoNote(id: NoteId) {
        val told = assertFailsWith<NotebookException.NotFound> { notebooks.page(id) }
        assertEquals(Thing.NOTE, told.what)
    }

    @Test
    fun `a note shows all that belongs to it`() {
        val id = notebooks.add("Sow the peas", "Garden", listOf("plants", "Spring"))
        val page = notebooks.page(id)
        assertEquals(id, page.id)
        assertEquals("Tuesday 1 December 2026, 9:10 in the morning", page.date.unmarked())
        assertEquals("Garden" to "Sow the peas", page.title to page.text)
        assertEquals(listOf("plants", "Spring"), page.topics)
        assertEquals(listOf("plants", "Spring"), page.allTopics)
        assertTrue(page.attachments.isEmpty())
        assertFalse(page.pinned || page.binned || page.keepsHistory)
        assertEquals(0u, page.versions)
        assertNull(page.draft)
    }

    @Test
    fun `its line shows when and what she named it, nothing of its text`() {
        val id = notebooks.add("Sow the peas", "Garden", listOf("plants"))
        val date = "Tuesday 1 December, 9:10 in the morning"
        val line = notebooks.list().lines.single()
        assertEquals(Line(id, date, "Garden", listOf("plants"), false, 0u), line.copy(date = line.date.unmarked()))
        phone.device.now += 31 * DAY_MS
        val later = "Tuesday 1 December 2026, 9:10 in the morning"
        assertEquals(later, notebooks.list().lines.single().date.unmarked())
        assertEquals(later, notebooks.find("sow").lines.single().date.unmarked())
    }

    @Test
    fun `no title is needed, and one of spaces is none`() {
        assertNull(notebooks.page(notebooks.add("Words")).title)
        assertNull(notebooks.page(notebooks.add("Words", "  ")).title)
    }

    @Test
    fun `a text comes back as it was written, in any script`() {
        val texts =
            listOf("Line\n\n  two\ttab ", "ذهبتُ إلى المكتبة", "今天我去了北京大学", "🌱 e\u0301 \u2068x\u2069", "")
        for (text in texts) {
            assertEquals(text, notebooks.page(notebooks.add(text)).text)
        }
    }

    @Test
    fun `a long text comes back whole`() {
        val text = "Words and more words. ".repeat(50_000)
        assertEquals(text, notebooks.page(notebooks.add(text)).text)
    }

    // Some keyboards send an emoji in two halves: the app must not save between them.
    @Test
    fun `half an emoji does not get as far as the core`() {
        assertFailsWith<CharacterCodingException> { notebooks.add("\uD83C") }
        assertTrue(notebooks.list().lines.isEmpty())
    }

    @Test
    fun `an edit changes title and text, and leaves the date`() {
        val id = notebooks.add("Old", "Name")
        val date = notebooks.page(id).date
        phone.device.now += DAY_MS
        notebooks.editNote(id, null, "New")
        val page = notebooks.page(id)
        assertEquals("New", page.text)
        assertNull(page.title)
        assertEquals(date, page.date)
    }

    @Test
    fun `a hundred and twenty notes come in pages of fifty, the newest first`() {
        val all = write(120).reversed()
        val first = notebooks.list()
        val second = notebooks.list(after = first.lines.last().id)
        val third = notebooks.list(after = second.lines.last().id)
        assertEquals(listOf(50, 50, 20), listOf(first, second, third).map { it.lines.size })
        assertEquals(listOf(true, true, false), listOf(first, second, third).map { it.more })
        assertEquals(all, (first.lines + second.lines + third.lines).ids)
    }

    @Test
    fun `after a page that is just full there is no more`() {
        write(50)
        val page = notebooks.list()
        assertEquals(50, page.lines.size)
        assertFalse(page.more)
        assertTrue(notebooks.list(after = page.lines.last().id).lines.isEmpty())
    }

    @Test
    fun `a pinned note stands first until it is let go`() {
        val (old, new) = write(2)
        notebooks.setPinned(old, true)
        assertEquals(listOf(old, new), notebooks.list().lines.ids)
        assertTrue(notebooks.list().lines.first().pinned)
        assertTrue(notebooks.page(old).pinned)
        notebooks.setPinned(old, false)
        assertEquals(listOf(new, old), notebooks.list().lines.ids)
    }

    @Test
    fun `a note deleted for good is nowhere, and nothing brings it back`() {
        val id = notebooks.add("Zinnia", topics = listOf("flowers"))
        notebooks.editNote(id, null, "Zinnia and aster")
        notebooks.deleteNoteForGood(id)
        assertNoNote(id)
        assertTrue(notebooks.list().lines.isEmpty())
        assertTrue(notebooks.binned().lines.isEmpty())
        assertTrue(notebooks.find("zinnia").lines.isEmpty())
        assertTrue(notebooks.topics().isEmpty())
        assertNull(notebooks.undoable())
        assertFailsWith<NotebookException.NotFound> { notebooks.editNote(id, null, "Back") }
        assertFailsWith<NotebookException.NotFound> { notebooks.restoreNote(id) }
    }

    @Test
    fun `a note that is not there is told as not there`() {
        val nobody = "0".repeat(32)
        assertNoNote(nobody)
        assertFailsWith<NotebookException.NotFound> { notebooks.setPinned(nobody, true) }
        assertFailsWith<NotebookException.NotFound> { notebooks.deleteNoteForGood(nobody) }
        assertFailsWith<NotebookException.NotFound> { notebooks.list(after = nobody) }
    }

    @Test
    fun `what is no id is told as none`() {
        for (none in listOf("", "abc", "x".repeat(32), "0".repeat(34))) {
            val told = assertFailsWith<NotebookException.NotUnderstood> { notebooks.page(none) }
            assertEquals(Thing.ID, told.what)
        }
    }

    @Test
    fun `a text larger than is taken is refused, and nothing of it stays`() {
        val told = assertFailsWith<NotebookException.TooLarge> { notebooks.add("x".repeat((32 shl 20) + 1)) }
        assertEquals(Thing.TEXT, told.what)
        assertTrue(notebooks.list().lines.isEmpty())
    }

    @Test
    fun `a copy is offered once in a notebook`() {
        notebooks.add("Words")
        assertTrue(notebooks.offerCopy())
        phone.reopen()
        assertFalse(notebooks.offerCopy())
    }
}
