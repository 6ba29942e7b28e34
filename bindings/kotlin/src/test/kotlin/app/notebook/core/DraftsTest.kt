package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull

/** What is being written and was not saved yet. */
class DraftsTest {
    private val phone = Phone().begin()
    private val notebooks
        get() = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    @Test
    fun `the draft of a new note survives a lock, and the end of the app`() {
        assertNull(notebooks.newDraft())
        notebooks.saveDraft(null, "Name", "Half a sen")
        phone.reopen()
        assertEquals(DraftText("Name", "Half a sen"), notebooks.newDraft())
        notebooks.saveDraft(null, null, "Half a sentence")
        phone.kill()
        notebooks.unlock(PIN)
        assertEquals(DraftText(null, "Half a sentence"), notebooks.newDraft())
    }

    @Test
    fun `the draft of a note survives too, and leaves the note as it is`() {
        val id = notebooks.add("Saved")
        notebooks.saveDraft(id, "Name", "Saved and mo")
        phone.kill()
        notebooks.unlock(PIN)
        assertEquals(DraftText("Name", "Saved and mo"), notebooks.page(id).draft)
        assertEquals("Saved", notebooks.page(id).text)
        assertNull(notebooks.newDraft())
    }

    @Test
    fun `a draft that says what the note says is none`() {
        val id = notebooks.add("Saved", "Name")
        notebooks.saveDraft(id, "Name", "Saved")
        assertNull(notebooks.page(id).draft)
    }

    @Test
    fun `saving drops the draft it came from, and no other`() {
        val id = notebooks.add("One")
        notebooks.saveDraft(null, null, "New")
        notebooks.saveDraft(id, null, "One more")
        notebooks.editNote(id, null, "One more")
        assertNull(notebooks.page(id).draft)
        assertEquals("New", notebooks.newDraft()?.text)
        notebooks.add("New")
        assertNull(notebooks.newDraft())
    }

    @Test
    fun `a draft can be dropped`() {
        val id = notebooks.add("One")
        notebooks.saveDraft(null, null, "New")
        notebooks.saveDraft(id, null, "One more")
        notebooks.discardDraft(null)
        notebooks.discardDraft(id)
        notebooks.discardDraft(null)
        assertNull(notebooks.newDraft())
        assertNull(notebooks.page(id).draft)
    }

    @Test
    fun `there is no draft of a note that is gone`() {
        val id = notebooks.add("One")
        notebooks.saveDraft(id, null, "One more")
        notebooks.deleteNoteForGood(id)
        assertFailsWith<NotebookException.NotFound> { notebooks.saveDraft(id, null, "One more") }
    }
}
