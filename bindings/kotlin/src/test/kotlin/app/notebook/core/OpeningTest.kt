package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** The first run, the way in and out, and putting to rest. */
class OpeningTest {
    private val phone = Phone()
    private val notebooks
        get() = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    @Test
    fun `before the first run there is nothing to open`() {
        assertEquals(Standing.UNMADE, notebooks.standing())
        assertFailsWith<NotebookException.NoNotebook> { notebooks.unlock(PIN) }
        assertFailsWith<NotebookException.NoNotebook> { notebooks.wipe() }
        assertFailsWith<NotebookException.Locked> { notebooks.list() }
    }

    @Test
    fun `with nothing open there is nothing to lock or to put to rest`() {
        notebooks.lock()
        notebooks.idle()
        notebooks.suspend()
        notebooks.resume()
        assertEquals(Standing.UNMADE, notebooks.standing())
    }

    @Test
    fun `a notebook is made, opened and locked`() {
        notebooks.make(PIN)
        assertEquals(Standing.LOCKED, notebooks.standing())
        notebooks.unlock(PIN)
        assertEquals(Standing.OPEN, notebooks.standing())
        assertEquals(Pack.FULL, notebooks.pack())
        assertTrue(notebooks.list().lines.isEmpty())
        notebooks.lock()
        assertEquals(Standing.LOCKED, notebooks.standing())
        assertFailsWith<NotebookException.Locked> { notebooks.add("Not kept") }
        assertFailsWith<NotebookException.Locked> { notebooks.pack() }
    }

    @Test
    fun `what she wrote is there after a lock, and after the app was killed`() {
        phone.begin()
        notebooks.add("First")
        phone.reopen()
        notebooks.add("Second")
        phone.kill()
        notebooks.unlock(PIN)
        assertEquals(setOf("First", "Second"), notebooks.list().lines.map { notebooks.page(it.id).text }.toSet())
    }

    @Test
    fun `each of two PINs opens its own notebook, and neither shows the other`() {
        notebooks.make(PIN, second = SECOND_PIN)
        notebooks.unlock(PIN)
        val hers = notebooks.add("Hers")
        phone.reopen(SECOND_PIN)
        assertEquals(Pack.PLAIN, notebooks.pack())
        assertEquals(5, notebooks.list().lines.size)
        assertFailsWith<NotebookException.NotFound> { notebooks.page(hers) }
        assertTrue(notebooks.find("hers").lines.isEmpty())
        phone.reopen(PIN)
        assertEquals(listOf(hers), notebooks.list().lines.ids)
    }

    @Test
    fun `a plain notebook starts with plant notes that are not all from today`() {
        notebooks.make(PIN, Pack.PLAIN)
        notebooks.unlock(PIN)
        val lines = notebooks.list().lines
        assertContains(lines.map { it.title }, "Basil")
        assertEquals(lines.size, lines.map { it.date }.toSet().size)
    }

    @Test
    fun `a weak PIN, or one for both, makes nothing`() {
        for (weak in listOf("12345", "123456", "111111", "")) {
            assertFailsWith<NotebookException.WeakSecret> { notebooks.make(weak) }
        }
        assertFailsWith<NotebookException.WeakSecret> { notebooks.make(PIN, second = PIN) }
        assertFailsWith<NotebookException.WeakSecret> { notebooks.make(PIN, second = "1234") }
        assertEquals(Standing.UNMADE, notebooks.standing())
        assertTrue(phone.device.keys.isEmpty())
    }

    @Test
    fun `a second first run leaves what is there`() {
        phone.begin()
        notebooks.add("Kept")
        notebooks.lock()
        assertFailsWith<NotebookException.AlreadyThere> { notebooks.make(SECOND_PIN) }
        notebooks.unlock(PIN)
        assertEquals(1, notebooks.list().lines.size)
    }

    @Test
    fun `a wrong PIN is told, and the right one opens after it`() {
        notebooks.make(PIN)
        assertFailsWith<NotebookException.WrongSecret> { notebooks.unlock(WRONG_PIN) }
        assertEquals(Standing.LOCKED, notebooks.standing())
        notebooks.unlock(PIN)
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `a PIN of words in any script opens as well`() {
        notebooks.make("شجرة كبيرة")
        notebooks.unlock("شجرة كبيرة")
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `while one is open no other opens`() {
        notebooks.make(PIN, second = SECOND_PIN)
        notebooks.unlock(PIN)
        assertFailsWith<NotebookException.InUse> { notebooks.unlock(SECOND_PIN) }
        assertEquals(Pack.FULL, notebooks.pack())
    }

    @Test
    fun `another program is told that it is in use, until she locks`() {
        phone.begin()
        phone.another().use { other ->
            assertFailsWith<NotebookException.InUse> { other.unlock(PIN) }
            notebooks.lock()
            other.unlock(PIN)
            assertEquals(Standing.OPEN, other.standing())
        }
    }

    @Test
    fun `an app that sleeps holds no file, and wakes where it was`() {
        phone.begin()
        val id = notebooks.add("Before sleep")
        notebooks.suspend()
        assertEquals(Standing.RESTING, notebooks.standing())
        assertFailsWith<NotebookException.Locked> { notebooks.list() }
        phone.another().use { other ->
            other.unlock(PIN)
            other.lock()
        }
        notebooks.resume()
        assertEquals(Standing.OPEN, notebooks.standing())
        assertEquals("Before sleep", notebooks.page(id).text)
        notebooks.add("After sleep")
    }

    @Test
    fun `an app that sleeps after a wrong PIN holds no file either`() {
        notebooks.make(PIN)
        assertFailsWith<NotebookException.WrongSecret> { notebooks.unlock(WRONG_PIN) }
        notebooks.suspend()
        phone.another().use { other ->
            other.unlock(PIN)
            other.lock()
        }
        notebooks.resume()
        notebooks.unlock(PIN)
    }

    @Test
    fun `sleep and waking come as often as a phone likes`() {
        phone.begin()
        notebooks.resume()
        repeat(3) {
            notebooks.suspend()
            notebooks.suspend()
            notebooks.idle()
            notebooks.resume()
            notebooks.resume()
            notebooks.add("Note $it")
        }
        assertEquals(3, notebooks.list().lines.size)
    }

    @Test
    fun `she can lock while it rests, and another PIN does not wake it`() {
        phone.begin()
        notebooks.suspend()
        assertFailsWith<NotebookException.InUse> { notebooks.unlock(WRONG_PIN) }
        notebooks.lock()
        assertEquals(Standing.LOCKED, notebooks.standing())
        notebooks.resume()
        assertEquals(Standing.LOCKED, notebooks.standing())
        notebooks.unlock(PIN)
    }

    @Test
    fun `a quiet moment changes nothing that she sees`() {
        phone.begin()
        val id = notebooks.add("Kept")
        notebooks.idle()
        notebooks.idle()
        assertEquals("Kept", notebooks.page(id).text)
    }

    @Test
    fun `what was mended while opening is told`() {
        phone.begin()
        assertEquals(emptyList(), notebooks.notices())
        notebooks.add("Told")
        notebooks.add("Torn")
        phone.kill()
        val log = phone.folder.toFile().listFiles().orEmpty().single { it.name.endsWith("-wal") && it.length() > 0 }
        log.writeBytes(log.readBytes().also { it[it.size - 100] = (it[it.size - 100] + 1).toByte() })
        notebooks.unlock(PIN)
        assertEquals(listOf(Notice.LOG_TORN), notebooks.notices())
        phone.reopen()
        assertEquals(emptyList(), notebooks.notices())
    }
}
