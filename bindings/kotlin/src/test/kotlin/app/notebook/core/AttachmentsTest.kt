package app.notebook.core

import kotlin.random.Random
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** Pictures, sounds and other files of a note. */
class AttachmentsTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks
    private val note = notebooks.add("With a picture")

    @AfterTest
    fun end() = phone.close()

    private fun bytesOf(id: AttachmentId) = notebooks.attachment(id, Work()).bytes

    @Test
    fun `a picture is shown without what the camera wrote, point by point the same`() {
        val picture = cameraPicture()
        val whole = notebooks.attachment(notebooks.attach(note, "leaf.jpg", picture), Work())
        assertEquals("image/jpeg" to true, whole.mediaType to whole.cleaned)
        val shown = whole.bytes
        assertTrue(picture.holds(PLACE))
        assertFalse(shown.holds(PLACE))
        assertContentEquals(pointsOf(picture), pointsOf(shown))
        assertTrue(shown.holds("\u0001\u0012\u0000\u0003\u0000\u0000\u0000\u0001\u0000\u0006"), "which side is up")
    }

    @Test
    fun `its note and its line tell of it`() {
        val picture = cameraPicture()
        val id = notebooks.attach(note, "leaf.jpg", picture)
        val line = AttachmentLine(id, "leaf.jpg", "image/jpeg", picture.size.toULong())
        assertEquals(listOf(line), notebooks.page(note).attachments)
        assertEquals(1u, notebooks.list().lines.single().attachments)
    }

    @Test
    fun `any other file comes back as it came`() {
        val sound = Random(7).nextBytes(700_000)
        for (bytes in listOf(sound, "Grüße".encodeToByteArray(), ByteArray(0))) {
            assertContentEquals(bytes, bytesOf(notebooks.attach(note, "file", bytes)))
        }
    }

    @Test
    fun `what only calls itself a picture comes back as it came`() {
        val broken = byteArrayOf(-1, 0xd8.toByte(), -1, 0, 1, 2)
        val shown = notebooks.attachment(notebooks.attach(note, "broken.jpg", broken), Work())
        assertContentEquals(broken, shown.bytes)
        assertFalse(shown.cleaned, "a shell must know that it may tell more than it shows")
    }

    @Test
    fun `a name leads nowhere else`() {
        notebooks.attach(note, "../../etc/leaf.jpg", byteArrayOf(1))
        assertEquals("leaf.jpg", notebooks.page(note).attachments.single().name)
    }

    @Test
    fun `an attachment is taken out for good`() {
        val id = notebooks.attach(note, "leaf.jpg", cameraPicture())
        notebooks.removeAttachment(id)
        assertTrue(notebooks.page(note).attachments.isEmpty())
        for (ask in listOf({ notebooks.removeAttachment(id) }, { bytesOf(id) })) {
            val told = assertFailsWith<NotebookException.NotFound> { ask() }
            assertEquals(Thing.ATTACHMENT, told.what)
        }
    }

    @Test
    fun `a note that is not there takes none`() {
        val nobody = "0".repeat(32)
        val told = assertFailsWith<NotebookException.NotFound> { notebooks.attach(nobody, "x", byteArrayOf(1)) }
        assertEquals(Thing.NOTE, told.what)
    }

    @Test
    fun `showing one can be watched and stopped`() {
        val bytes = Random(7).nextBytes(600_000)
        val id = notebooks.attach(note, "sound", bytes)
        val work = Work()
        notebooks.attachment(id, work)
        assertEquals(HowFar(600_000UL, 600_000UL), work.howFar())
        val stopped = Work().apply { stop() }
        assertFailsWith<NotebookException.Stopped> { notebooks.attachment(id, stopped) }
    }
}
