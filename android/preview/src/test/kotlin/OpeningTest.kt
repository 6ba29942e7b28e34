package app.notebook.preview

import app.notebook.ui.Names
import app.notebook.ui.Pin
import app.notebook.ui.Twelve
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.Test

/** The ways in. */
class OpeningTest {
    @Test
    fun aWrongPinIsToldKindlyAndThenTheSecondsToWait() = onScreen {
        firstRun(PIN)
        close()
        repeat(5) {
            pin("000111")
            seeText("That PIN is not right.")
        }
        pin(PIN)
        seeText("You can try again in")
        seeText("seconds")
    }

    @Test
    fun pinsThatDifferOrAreTooPlainAreAskedForAgain() = onScreen {
        see(Names.FIRST_WHAT_TITLE)
        repeat(3) { tap(Names.DO_NEXT) }
        tap(Names.FIRST_ONE)
        see(Names.FIRST_CHOOSE)
        pin(PIN)
        see(Names.FIRST_AGAIN)
        pin("271829")
        see(Names.PIN_DIFFER_AGAIN)
        twice("111111", Names.FIRST_CHOOSE, Names.FIRST_AGAIN)
        seeText("Please choose another PIN.")
        twice(PIN, Names.FIRST_CHOOSE, Names.FIRST_AGAIN)
        see(Names.WRITE_FIELD)
    }

    @Test
    fun recoveryWordsOpenItAndGiveItANewPin() = onScreen {
        firstRun(PIN)
        bar(Names.BAR_MORE)
        tap(Names.MORE_RECOVERY)
        tap(Names.RECOVERY_PAGE_MAKE)
        see(Names.RECOVERY_PAGE_THESE)
        val words = (session.now.value.screen as Twelve).words.joinToString(" ")
        tap(Names.SAVE_WRITTEN)
        close()
        tap(Names.UNLOCK_FORGOT)
        type(Names.UNLOCK_WORDS_FIELD, "$words no")
        tap(Names.DO_NEXT)
        twice(NEW, Names.NEW_PIN_TITLE, Names.NEW_PIN_AGAIN)
        see(Names.ERROR_WRONG_WORDS)
        type(Names.UNLOCK_WORDS_FIELD, words)
        tap(Names.DO_NEXT)
        twice(NEW, Names.NEW_PIN_TITLE, Names.NEW_PIN_AGAIN)
        see(Names.RECOVERED)
        close()
        unlock(NEW)
    }

    @Test
    fun aChangedPinIsTheOneThatOpens() = onScreen {
        firstRun(PIN)
        bar(Names.BAR_MORE)
        tap(Names.MORE_CHANGE_PIN)
        twice(NEW, Names.NEW_PIN_TITLE, Names.NEW_PIN_AGAIN)
        see(Names.PIN_CHANGED)
        close()
        unlock(NEW)
    }

    @Test
    fun aPinIsGivenOutOnceAndLeavesNothing() {
        val pin = Pin()
        listOf(1, 2, 3).forEach(pin::add)
        pin.takeOff()
        assertEquals(2, pin.count)
        assertContentEquals("12".toByteArray(), pin.take())
        val digits = Pin::class.java.getDeclaredField("digits").apply { isAccessible = true }.get(pin) as ByteArray
        assertTrue(pin.count == 0 && digits.all { it == 0.toByte() })
    }

    private companion object {
        const val PIN = "271828"
        const val NEW = "161803"
    }
}
