package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse

/** Waiting after wrong PINs. */
class WaitingTest {
    private val phone = Phone().apply { notebooks.make(PIN) }
    private val device = phone.device
    private val notebooks
        get() = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun fiveWrong() = repeat(5) {
        assertFailsWith<NotebookException.WrongSecret> { notebooks.unlock(WRONG_PIN) }
    }

    private fun assertWaits(seconds: ULong) {
        val told = assertFailsWith<NotebookException.Wait> { notebooks.unlock(PIN) }
        assertEquals(seconds, told.seconds)
    }

    @Test
    fun `after five wrong PINs she waits, and the time that runs lets her in`() {
        fiveWrong()
        assertWaits(30UL)
        device.uptimeMs += 29_500
        assertWaits(1UL)
        device.uptimeMs += 500
        notebooks.unlock(PIN)
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `while she waits not even the right PIN is tried`() {
        fiveWrong()
        device.asked.clear()
        assertWaits(30UL)
        assertFalse("mac" in device.asked)
    }

    @Test
    fun `the wait gets longer with each wrong PIN after it`() {
        fiveWrong()
        device.uptimeMs += 30_000
        assertFailsWith<NotebookException.WrongSecret> { notebooks.unlock(WRONG_PIN) }
        assertWaits(60UL)
    }

    @Test
    fun `turning the clock on the wall does not shorten it`() {
        fiveWrong()
        device.now += 365 * DAY_MS
        assertWaits(30UL)
    }

    @Test
    fun `killing the app does not shorten it`() {
        fiveWrong()
        phone.kill()
        assertWaits(30UL)
    }

    @Test
    fun `starting the phone anew begins it again`() {
        fiveWrong()
        device.uptimeMs += 20_000
        assertWaits(10UL)
        device.boot = ByteArray(16) { 2 }
        device.uptimeMs = 60_000
        assertWaits(10UL)
        device.uptimeMs += 10_000
        notebooks.unlock(PIN)
    }

    @Test
    fun `four wrong PINs cost no wait`() {
        repeat(4) { assertFailsWith<NotebookException.WrongSecret> { notebooks.unlock(WRONG_PIN) } }
        notebooks.unlock(PIN)
        assertEquals(Standing.OPEN, notebooks.standing())
    }
}
