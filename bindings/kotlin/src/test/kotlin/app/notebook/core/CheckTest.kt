package app.notebook.core

import java.io.RandomAccessFile
import kotlin.io.path.fileSize
import kotlin.io.path.listDirectoryEntries
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** Whether a notebook is whole. */
class CheckTest {
    private val phone = Phone().begin()
    private val notebooks
        get() = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    @Test
    fun `a notebook is whole until its file is damaged`() {
        repeat(20) { notebooks.add("Kept") }
        notebooks.idle()
        assertTrue(notebooks.check(Work()))
        damage()
        assertFalse(notebooks.check(Work()))
    }

    @Test
    fun `a check can be stopped, and a locked notebook is not looked at`() {
        assertFailsWith<NotebookException.Stopped> { notebooks.check(Work().apply { stop() }) }
        notebooks.lock()
        assertFailsWith<NotebookException.Locked> { notebooks.check(Work()) }
    }

    /** One byte of the sixth page, in the file of either notebook. */
    private fun damage() {
        val files = phone.folder.listDirectoryEntries().filter { it.fileSize() > 1 shl 20 }
        for (file in files) {
            RandomAccessFile(file.toFile(), "rw").use {
                it.seek(DAMAGED)
                val before = it.read()
                it.seek(DAMAGED)
                it.write(before xor 1)
            }
        }
    }

    private companion object {
        const val DAMAGED = 5L * 4096 + 100
    }
}
