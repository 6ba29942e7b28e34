package app.notebook.core

import kotlin.test.Test
import kotlin.test.assertEquals

/** The Kotlin of docs/embedding.md, word for word between its marks. */
class EmbeddingTest {
    private fun write(folder: String, device: Device): String {
        // docs: begin
        val notebooks = Notebooks(folder, device)
        if (notebooks.standing() == Standing.UNMADE) {
            notebooks.make("271828".toByteArray(), Pack.FULL, null, "en")
        }
        val said = Said(Pack.FULL, "en")
        try {
            notebooks.unlock("271828".toByteArray())
        } catch (wrong: NotebookException) {
            return said.explain(wrong)
        }
        notebooks.addNote(null, "Up betimes.", listOf("mornings"))
        val page = notebooks.notes("en", null, null)
        notebooks.lock()
        return page.lines.joinToString("\n") { it.date }
        // docs: end
    }

    @Test
    fun `what the docs show works`() {
        val phone = Phone()
        try {
            assertEquals("Tuesday 1 December, 9:10 in the morning", plain(write(phone.folder.toString(), phone.device)))
        } finally {
            phone.close()
        }
    }

    /** Without the marks of direction that a screen needs. */
    private fun plain(text: String) = text.filterNot { it in '\u2066'..'\u2069' }
}
