package app.notebook.core

import kotlin.io.path.exists
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Another PIN, recovery words, and the end of everything. */
class PinsTest {
    private val phone = Phone().begin()
    private val notebooks
        get() = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun assertRefused(pin: String) {
        assertFailsWith<NotebookException.WrongSecret> { notebooks.unlock(pin) }
    }

    @Test
    fun `after a change of PIN the old one opens nothing`() {
        val id = notebooks.add("Kept")
        notebooks.changePin("green door by the sea")
        notebooks.lock()
        assertRefused(PIN)
        notebooks.unlock("green door by the sea")
        assertEquals("Kept", notebooks.page(id).text)
    }

    @Test
    fun `asked once more, only its own PIN is right, and one wrong too many ends everything where she chose so`() {
        notebooks.confirmPin(PIN.encodeToByteArray())
        val wrong = "000001".encodeToByteArray()
        assertFailsWith<NotebookException.WrongSecret> { notebooks.confirmPin(wrong) }
        assertEquals(Standing.OPEN, notebooks.standing())
        notebooks.setWipeAfter(2u)
        // The second in a row.
        assertFailsWith<NotebookException.WrongSecret> { notebooks.confirmPin(wrong) }
        assertEquals(Standing.UNMADE, notebooks.standing())
    }

    @Test
    fun `a weak PIN and a slip in the words are told at once`() {
        checkPin("271828".encodeToByteArray())
        assertFailsWith<NotebookException.WeakSecret> { checkPin("222222".encodeToByteArray()) }
        val words = notebooks.makeRecovery()
        checkWords(words.joinToString(" ").encodeToByteArray())
        val short = words.dropLast(1).joinToString(" ").encodeToByteArray()
        val told = assertFailsWith<NotebookException.NotUnderstood> { checkWords(short) }
        assertEquals(Thing.WORDS, told.what)
    }

    @Test
    fun `a weak new PIN is refused, and the old one stays`() {
        assertFailsWith<NotebookException.WeakSecret> { notebooks.changePin("222222") }
        phone.reopen()
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `the PIN of the other notebook is refused in the words for a weak one`() {
        Phone().use { two ->
            two.notebooks.make(PIN, second = SECOND_PIN)
            two.notebooks.unlock(PIN)
            assertFailsWith<NotebookException.WeakSecret> { two.notebooks.changePin(SECOND_PIN) }
            two.reopen(SECOND_PIN)
            assertEquals(Pack.PLAIN, two.notebooks.pack())
        }
    }

    @Test
    fun `what belongs to an open notebook is refused while it is locked`() {
        notebooks.lock()
        assertFailsWith<NotebookException.Locked> { notebooks.changePin(SECOND_PIN) }
        assertFailsWith<NotebookException.Locked> { notebooks.makeRecovery() }
        assertFailsWith<NotebookException.Locked> { notebooks.forgetRecovery() }
        assertFailsWith<NotebookException.Locked> { notebooks.hasRecovery() }
        assertFailsWith<NotebookException.Locked> { notebooks.makeBiometric() }
        assertFailsWith<NotebookException.Locked> { notebooks.forgetBiometric() }
        assertFailsWith<NotebookException.Locked> { notebooks.wipeAfter() }
        assertFailsWith<NotebookException.Locked> { notebooks.setWipeAfter(10u) }
    }

    @Test
    fun `twelve words open it when the PIN is forgotten, and give it a new one`() {
        val id = notebooks.add("Kept")
        assertFalse(notebooks.hasRecovery())
        val words = notebooks.makeRecovery()
        assertEquals(12, words.size)
        assertTrue(notebooks.hasRecovery())
        notebooks.lock()
        notebooks.recover(words, SECOND_PIN)
        assertEquals("Kept", notebooks.page(id).text)
        notebooks.lock()
        assertRefused(PIN)
        notebooks.unlock(SECOND_PIN)
    }

    @Test
    fun `what the phone keeps for a finger opens it until it is forgotten`() {
        val id = notebooks.add("Kept")
        val kept = notebooks.makeBiometric()
        notebooks.lock()
        assertRefused(kept.decodeToString())
        notebooks.unlockByBiometric(kept)
        assertEquals("Kept", notebooks.page(id).text)
        notebooks.forgetBiometric()
        notebooks.lock()
        assertFailsWith<NotebookException.WrongSecret> { notebooks.unlockByBiometric(kept) }
        notebooks.unlock(PIN)
    }

    @Test
    fun `words are taken as a person writes them down`() {
        val words = notebooks.makeRecovery()
        notebooks.lock()
        notebooks.recover(words.mapIndexed { at, word -> "${at + 1}. ${word.uppercase()}\n" }, SECOND_PIN)
        assertEquals(Standing.OPEN, notebooks.standing())
    }

    @Test
    fun `a weak PIN is refused before the words are tried`() {
        val words = notebooks.makeRecovery()
        notebooks.lock()
        assertFailsWith<NotebookException.WeakSecret> { notebooks.recover(words, "123456") }
        assertEquals(Standing.LOCKED, notebooks.standing())
        notebooks.unlock(PIN)
    }

    @Test
    fun `new words take the place of the old, and forgotten ones open nothing`() {
        val old = notebooks.makeRecovery()
        val words = notebooks.makeRecovery()
        assertNotEquals(old, words)
        notebooks.lock()
        assertFailsWith<NotebookException.WrongSecret> { notebooks.recover(old, SECOND_PIN) }
        notebooks.unlock(PIN)
        notebooks.forgetRecovery()
        assertFalse(notebooks.hasRecovery())
        notebooks.lock()
        assertFailsWith<NotebookException.WrongSecret> { notebooks.recover(words, SECOND_PIN) }
        notebooks.unlock(PIN)
    }

    @Test
    fun `words that were shown are remembered until she says that she has them`() {
        assertFalse(notebooks.wordsUnnoted())
        notebooks.wordsShown()
        phone.kill()
        notebooks.unlock(PIN)
        assertTrue(notebooks.wordsUnnoted())
        notebooks.wordsNoted()
        phone.reopen()
        assertFalse(notebooks.wordsUnnoted())
    }

    @Test
    fun `words that are none, or too few, are told as such`() {
        val words = notebooks.makeRecovery()
        notebooks.lock()
        for (slip in listOf(words.drop(1), words.dropLast(1) + "fernbook", listOf(""))) {
            val told = assertFailsWith<NotebookException.NotUnderstood> { notebooks.recover(slip, SECOND_PIN) }
            assertEquals(Thing.WORDS, told.what)
        }
    }

    @Test
    fun `wrong PINs delete nothing unless she says so`() {
        assertNull(notebooks.wipeAfter())
        notebooks.setWipeAfter(10u)
        assertEquals<UByte?>(10u, notebooks.wipeAfter())
        phone.reopen()
        assertEquals<UByte?>(10u, notebooks.wipeAfter())
        notebooks.setWipeAfter(null)
        assertNull(notebooks.wipeAfter())
        val told = assertFailsWith<NotebookException.NotUnderstood> { notebooks.setWipeAfter(0u) }
        assertEquals(Thing.SETTING, told.what)
    }

    @Test
    fun `if she says so, so many wrong PINs in a row end everything`() {
        notebooks.setWipeAfter(3u)
        notebooks.lock()
        repeat(2) { assertRefused(WRONG_PIN) }
        notebooks.unlock(PIN)
        notebooks.lock()
        repeat(3) { assertRefused(WRONG_PIN) }
        assertGone()
    }

    @Test
    fun `a wipe leaves no key and no file, open or locked or at rest`() {
        notebooks.add("Gone")
        notebooks.wipe()
        assertGone()
        phone.begin()
        assertTrue(notebooks.list().lines.isEmpty())
        notebooks.lock()
        notebooks.wipe()
        assertGone()
        phone.begin().notebooks.suspend()
        notebooks.wipe()
        assertGone()
    }

    @Test
    fun `a wipe that the phone broke off goes on at the next start`() {
        val trouble = IllegalStateException("the key store is busy")
        phone.device.failing("forgetKey", trouble) {
            assertFailsWith<NotebookException> { notebooks.wipe() }
        }
        phone.kill()
        assertFailsWith<NotebookException.NoNotebook> { notebooks.unlock(PIN) }
        assertGone()
    }

    private fun assertGone() {
        assertEquals(Standing.UNMADE, notebooks.standing())
        assertFailsWith<NotebookException.NoNotebook> { notebooks.unlock(PIN) }
        assertTrue(phone.device.keys.isEmpty())
        assertFalse(phone.folder.exists())
    }
}
