package app.notebook.core

import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue

/** What is said on screen. */
class WordsTest {
    private val said = Said(Pack.FULL, "en-GB")

    private fun number(name: String, number: Int) = Gap(name, Filling.Number(number.toULong()))

    private fun text(name: String, text: String) = Gap(name, Filling.Text(text))

    @Test
    fun `the name under the icon tells nothing`() {
        assertEquals("Notebook", label())
    }

    @Test
    fun `one call brings all sentences without gaps`() {
        val all = said.all()
        assertEquals("Locked. Put in your PIN to go on.", all["error-locked"])
        assertTrue(all.size > 100)
        assertTrue(all.values.none { it.isBlank() || '{' in it })
        assertFalse("error-wait" in all)
    }

    @Test
    fun `a gap is filled, and a number chooses the words`() {
        fun notes(count: Int) = said.text("copy-notes", listOf(number("count", count))).unmarked()
        assertEquals("It has one note in it.", notes(1))
        assertEquals("It has 2 notes in it.", notes(2))
        assertEquals("It has 0 notes in it.", notes(0))
    }

    // Languages count in other ways: in French none is as one, in Japanese one is as many.
    @Test
    fun `English that stands in for another language counts as English does`() {
        for (language in listOf("fr", "ja", "ar")) {
            val words = Said(Pack.FULL, language)
            val told = (0..1).map { words.text("copy-notes", listOf(number("count", it))).unmarked() }
            assertEquals(listOf("It has 0 notes in it.", "It has one note in it."), told, language)
        }
    }

    @Test
    fun `the languages that there are, English first`() {
        val there = languages()
        assertEquals(Language("en", "English", false), there.first())
        assertEquals(there.size, there.map { it.tag }.toSet().size)
        assertTrue(there.all { it.name.isNotBlank() })
        // Made up, in a debug library: one runs from right to left.
        assertEquals(listOf("ar-XB"), there.filter { it.rightToLeft }.map { it.tag })
    }

    @Test
    fun `the language that is spoken is the one asked for, or that without its region, or English`() {
        fun spoken(tag: String) = Said(Pack.FULL, tag).language().tag
        assertEquals("ar-XB", spoken("ar-XB"))
        for (tag in listOf("en-GB", "en_GB.UTF-8", "cy", "ar", "")) assertEquals("en", spoken(tag), tag)
        assertNotEquals(said.all(), Said(Pack.FULL, "en-XA").all())
    }

    @Test
    fun `a text of another direction does not turn the sentence round`() {
        assertContains(said.text("copy-made", listOf(text("file", "نسخة.age"))), "\u2068نسخة.age\u2069")
    }

    @Test
    fun `what is put in is never read as a sentence`() {
        assertContains(said.text("copy-made", listOf(text("file", "{ \$file } { pin-ask }"))), "{ \$file } { pin-ask }")
    }

    @Test
    fun `a sentence that does not exist comes back by its name`() {
        assertEquals("no-such-sentence", said.text("no-such-sentence", listOf()))
    }

    @Test
    fun `each pack says it in its own way, and what a language lacks is said in English`() {
        val gap = listOf(text("command", "Write"))
        assertNotEquals(said.text("notes-empty", gap), Said(Pack.PLAIN, "en").text("notes-empty", gap))
        for (language in listOf("cy", "zz-ZZ", "", "not a tag")) {
            assertEquals(said.all(), Said(Pack.FULL, language).all(), language)
        }
    }

    @Test
    fun `a wait is told in seconds`() {
        fun wait(seconds: ULong) = said.explain(NotebookException.Wait(seconds)).unmarked()
        assertEquals("You can try again in 30 seconds.", wait(30UL))
        assertEquals("You can try again in 1 second.", wait(1UL))
    }

    @Test
    fun `every failure is explained, but that she stopped it herself`() {
        assertEquals("", said.explain(NotebookException.Stopped()))
        for (failure in failures()) {
            val words = said.explain(failure).unmarked()
            assertTrue(words.endsWith("."), "$failure: $words")
            assertFalse('{' in words, words)
            for (elsewhere in listOf("computer", "disk", "window", "terminal")) {
                assertFalse(elsewhere in words.lowercase(), "a phone should not say: $words")
            }
        }
    }

    private fun failures() =
        Thing.entries.map { NotebookException.NotFound(it) } +
            Thing.entries.map { NotebookException.NotUnderstood(it) } +
            Thing.entries.map { NotebookException.TooLarge(it) } +
            Part.entries.map { NotebookException.Damaged(it) } +
            listOf(
                NotebookException.WrongSecret(),
                NotebookException.Wait(1UL),
                NotebookException.WeakSecret(),
                NotebookException.NoNotebook(),
                NotebookException.AlreadyThere(),
                NotebookException.InUse(),
                NotebookException.Locked(),
                NotebookException.Newer(),
                NotebookException.NoSpace(),
                NotebookException.ReadOnly(),
                NotebookException.DeviceKeyMissing(),
                NotebookException.Device(),
                NotebookException.NotEnoughMemory(),
                NotebookException.File(),
                NotebookException.Internal(-6),
            )
}
