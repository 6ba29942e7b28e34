package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** The bin, and taking back what was done last. */
class BinTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun bin(id: NoteId) {
        phone.device.now += MINUTE_MS
        notebooks.binNote(id)
    }

    @Test
    fun `a note in the bin is in no list but the bin's, and can be read there`() {
        val id = notebooks.add("Zinnia")
        notebooks.binNote(id)
        assertTrue(notebooks.list().lines.isEmpty())
        assertTrue(notebooks.find("zinnia").lines.isEmpty())
        assertEquals(listOf(id), notebooks.binned().lines.ids)
        assertTrue(notebooks.page(id).binned)
        assertEquals("Zinnia", notebooks.page(id).text)
    }

    @Test
    fun `the bin shows when a note was put there, the latest first`() {
        val (one, two) = listOf(notebooks.add("One"), notebooks.add("Two"))
        bin(two)
        bin(one)
        val lines = notebooks.binned().lines
        assertEquals(listOf(one, two), lines.ids)
        assertEquals("Tuesday 1 December, 9:12 in the morning", lines.first().date.unmarked())
    }

    @Test
    fun `the bin comes in pages too`() {
        repeat(60) { bin(notebooks.add("Note $it")) }
        val first = notebooks.binned()
        val second = notebooks.binned(after = first.lines.last().id)
        assertEquals(50 to 10, first.lines.size to second.lines.size)
        assertEquals(true to false, first.more to second.more)
        assertEquals(60, (first.lines + second.lines).ids.toSet().size)
    }

    @Test
    fun `what is taken out of the bin is where it was`() {
        val id = notebooks.add("Zinnia", topics = listOf("flowers"))
        notebooks.binNote(id)
        notebooks.restoreNote(id)
        assertEquals(listOf(id), notebooks.list("flowers").lines.ids)
        assertTrue(notebooks.binned().lines.isEmpty())
        assertFalse(notebooks.page(id).binned)
    }

    @Test
    fun `emptying the bin takes what is in it and nothing else`() {
        val kept = notebooks.add("Kept")
        repeat(3) { notebooks.binNote(notebooks.add("Gone $it")) }
        assertEquals(3UL, notebooks.emptyBin())
        assertEquals(0UL, notebooks.emptyBin())
        assertTrue(notebooks.binned().lines.isEmpty())
        assertEquals(listOf(kept), notebooks.list().lines.ids)
    }

    @Test
    fun `at first there is nothing to take back`() {
        assertNull(notebooks.undoable())
        val told = assertFailsWith<NotebookException.NotFound> { notebooks.undo() }
        assertEquals(Thing.UNDO, told.what)
    }

    @Test
    fun `a new note is taken back by putting it in the bin`() {
        val id = notebooks.add("New")
        assertEquals(Kind.ADD, notebooks.undoable())
        assertEquals(Kind.ADD, notebooks.undo())
        assertTrue(notebooks.page(id).binned)
    }

    @Test
    fun `an edit is taken back, and done again`() {
        val id = notebooks.add("Old", "Name", listOf("one"))
        notebooks.editNote(id, null, "New")
        assertEquals(Kind.EDIT, notebooks.undo())
        assertEquals("Name" to "Old", notebooks.page(id).run { title to text })
        assertEquals(Kind.EDIT, notebooks.undo())
        assertEquals(null to "New", notebooks.page(id).run { title to text })
        notebooks.setTopics(id, listOf("two"))
        assertEquals(Kind.EDIT, notebooks.undo())
        assertEquals(listOf("one"), notebooks.page(id).topics)
    }

    @Test
    fun `pin, bin and restore are taken back`() {
        val id = notebooks.add("Note")
        notebooks.setPinned(id, true)
        assertEquals(Kind.PIN, notebooks.undo())
        assertFalse(notebooks.page(id).pinned)
        notebooks.binNote(id)
        assertEquals(Kind.BIN, notebooks.undo())
        assertFalse(notebooks.page(id).binned)
        notebooks.binNote(id)
        notebooks.restoreNote(id)
        assertEquals(Kind.RESTORE, notebooks.undo())
        assertTrue(notebooks.page(id).binned)
    }

    @Test
    fun `once forgotten there is nothing to take back`() {
        val id = notebooks.add("Old")
        notebooks.editNote(id, null, "New")
        notebooks.forgetUndo()
        assertNull(notebooks.undoable())
        assertFailsWith<NotebookException.NotFound> { notebooks.undo() }
        assertEquals("New", notebooks.page(id).text)
    }

    @Test
    fun `an edit that changes nothing is nothing to take back`() {
        val id = notebooks.add("Same", "Name")
        notebooks.forgetUndo()
        notebooks.editNote(id, "Name", "Same")
        notebooks.setPinned(id, false)
        assertNull(notebooks.undoable())
    }
}
