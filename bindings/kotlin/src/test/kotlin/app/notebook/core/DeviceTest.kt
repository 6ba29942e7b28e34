package app.notebook.core

import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertTrue

/** What the phone gives, what happens when it does not, and many threads at once. */
class DeviceTest {
    private val phone = Phone()
    private val device = phone.device
    private val notebooks
        get() = phone.notebooks
    private val unforeseen = IllegalStateException("not foreseen")

    @AfterTest
    fun end() = phone.close()

    @Test
    fun `a phone that fails at the first run leaves nothing, and the next try works`() {
        for (question in listOf("clocks", "facts", "makeKey", "mac")) {
            device.failing(question, unforeseen) {
                assertFailsWith<NotebookException.Device>(question) { notebooks.make(PIN) }
            }
            assertEquals(Standing.UNMADE, notebooks.standing(), question)
            assertTrue(device.keys.isEmpty(), question)
        }
        phone.begin()
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `a key store that does not answer costs her no try`() {
        notebooks.make(PIN)
        device.failing("mac", unforeseen) {
            repeat(8) { assertFailsWith<NotebookException.Device> { notebooks.unlock(PIN) } }
        }
        notebooks.unlock(PIN)
    }

    @Test
    fun `an answer of another length is no answer`() {
        val odd = object : Device by device {
            override fun mac(name: String, generation: ULong, bytes: ByteArray) = ByteArray(31)
        }
        notebooks.make(PIN)
        Notebooks(phone.folder.toString(), odd).use { assertFailsWith<NotebookException.Device> { it.unlock(PIN) } }
        notebooks.unlock(PIN)
    }

    @Test
    fun `a clock or zone that fails loses no word`() {
        phone.begin()
        val id = notebooks.add("First")
        for (question in listOf("clocks", "zone")) {
            device.failing(question, unforeseen) { notebooks.add("During $question") }
        }
        device.failing("clocks", unforeseen) {
            notebooks.editNote(id, null, "Changed")
            notebooks.saveDraft(null, null, "Begun")
        }
        phone.reopen()
        val texts = notebooks.list().lines.map { notebooks.page(it.id).text }.toSet()
        assertEquals(setOf("Changed", "During clocks", "During zone"), texts)
        assertEquals("Begun", notebooks.newDraft()?.text)
    }

    @Test
    fun `she can lock even if the clock fails, and nothing is lost`() {
        phone.begin()
        val id = notebooks.add("Kept")
        device.failing("clocks", unforeseen) { notebooks.lock() }
        assertEquals(Standing.LOCKED, notebooks.standing())
        notebooks.unlock(PIN)
        assertEquals("Kept", notebooks.page(id).text)
    }

    // A phone ends an app that holds a file while it sleeps.
    @Test
    fun `the app sleeps even if the clock fails`() {
        phone.begin()
        device.failing("clocks", unforeseen) { notebooks.suspend() }
        assertEquals(Standing.RESTING, notebooks.standing())
        phone.another().use { other ->
            other.unlock(PIN)
            other.lock()
        }
        notebooks.resume()
    }

    @Test
    fun `she can delete it all even if the clock fails`() {
        phone.begin()
        device.failing("clocks", unforeseen) { notebooks.wipe() }
        assertEquals(Standing.UNMADE, notebooks.standing())
        assertTrue(device.keys.isEmpty())
    }

    @Test
    fun `a key store without room leaves the old PIN`() {
        phone.begin()
        val keys = device.keys
        device.failing("makeKey", DeviceException.NoSpace()) {
            assertFailsWith<NotebookException.NoSpace> { notebooks.changePin(SECOND_PIN) }
        }
        assertEquals(keys, device.keys)
        phone.reopen()
    }

    @Test
    fun `a key store that says it is not there is told so`() {
        phone.begin()
        device.failing("makeKey", DeviceException.Unavailable()) {
            assertFailsWith<NotebookException.Device> { notebooks.changePin(SECOND_PIN) }
        }
        phone.reopen()
    }

    @Test
    fun `without the phone's own keys nothing opens, and with them again all is there`() {
        val id = phone.begin().notebooks.add("Kept")
        notebooks.lock()
        device.withoutKeys {
            assertFailsWith<NotebookException.DeviceKeyMissing> { notebooks.unlock(PIN) }
        }
        notebooks.unlock(PIN)
        assertEquals("Kept", notebooks.page(id).text)
    }

    @Test
    fun `keys have a name that tells nothing, and no old one is left`() {
        phone.begin()
        notebooks.changePin(SECOND_PIN)
        notebooks.makeRecovery()
        val names = device.keys.map { it.substringBefore('/') }
        assertEquals(2, names.size)
        assertTrue(names.toSet().single().matches(Regex("[0-9a-f]{32}")))
    }

    @Test
    fun `a zone that is not known here reads as UTC`() {
        phone.begin()
        device.place = "Mars/Olympus"
        val far = notebooks.page(notebooks.add("Far away")).date.unmarked()
        device.place = "Asia/Tokyo"
        val tokyo = notebooks.page(notebooks.add("In Tokyo")).date.unmarked()
        assertEquals("Tuesday 1 December 2026, 9:10 in the morning", far)
        assertEquals("Tuesday 1 December 2026, 6:10 in the evening", tokyo)
    }

    @Test
    fun `the phone is asked what it can do once, at the first run`() {
        phone.begin()
        phone.reopen()
        notebooks.add("A note")
        assertEquals(1, device.asked.count { it == "facts" })
    }

    @Test
    fun `a call from inside the key store is refused, and the other goes on`() {
        notebooks.make(PIN)
        var told: Throwable? = null
        device.onQuestion = { if (it == "mac") told = runCatching { notebooks.standing() }.exceptionOrNull() }
        notebooks.unlock(PIN)
        device.onQuestion = {}
        assertIs<NotebookException.InUse>(told)
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `two threads write at once, and nothing is lost`() {
        phone.begin()
        atOnce(2) { thread -> repeat(40) { notebooks.add("Note $it of $thread") } }
        val first = notebooks.list()
        val all = first.lines + notebooks.list(after = first.lines.last().id).lines
        assertEquals(80, all.map { notebooks.page(it.id).text }.toSet().size)
    }

    @Test
    fun `one thread reads while another locks and opens`() {
        phone.begin()
        notebooks.add("Kept")
        atOnce(2) { thread ->
            if (thread == 0) {
                repeat(5) { phone.reopen() }
            } else {
                repeat(200) { assertReadsOrIsTold() }
            }
        }
        assertEquals(1, notebooks.list().lines.size)
    }

    private fun assertReadsOrIsTold() {
        try {
            assertEquals(1, notebooks.list().lines.size)
        } catch (_: NotebookException.Locked) {
            // It was between its lock and its next PIN.
        }
    }

    /** Runs [work] on so many threads that begin together, and hands on what any of them throws. */
    private fun atOnce(threads: Int, work: (Int) -> Unit) {
        val start = CyclicBarrier(threads)
        val pool = Executors.newFixedThreadPool(threads)
        val running = (0 until threads).map { number ->
            pool.submit {
                start.await()
                work(number)
            }
        }
        pool.shutdown()
        running.forEach { it.get(1, TimeUnit.MINUTES) }
    }
}
