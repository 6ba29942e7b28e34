package app.notebook.preview

import app.notebook.ui.Names
import app.notebook.ui.Pin
import app.notebook.ui.Recovery
import app.notebook.ui.Twelve
import app.notebook.ui.makeRecovery
import app.notebook.ui.back
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** The ways in. */
class OpeningTest {
    @Test
    fun aWrongPinIsToldKindlyAndThenTheSecondsToWait() = onScreen {
        firstRun(PIN)
        close()
        repeat(5) {
            val before = session.now.value.notice
            pin("000111")
            // Not the answer to the one before.
            until { session.now.value.notice.let { it != null && it !== before } }
            seeText("That PIN is not right.")
        }
        pin(PIN)
        seeText("You can try again in")
        seeText("seconds")
        val first = session.now.value.notice?.text
        until { session.now.value.notice?.text.let { it != first && it.orEmpty().startsWith("You can try again") } }
    }

    @Test
    fun pinsThatDifferOrAreTooPlainAreAskedForAgain() = onScreen {
        firstPages()
        tap(Names.FIRST_ONE)
        see(Names.FIRST_CHOOSE)
        pin(PIN)
        see(Names.FIRST_AGAIN)
        pin("271829")
        see(Names.PIN_DIFFER_AGAIN)
        see(Names.FIRST_CHOOSE)
        pin("111111")
        seeText("Please choose another PIN.")
        twice(PIN, Names.FIRST_CHOOSE, Names.FIRST_AGAIN)
        see(Names.WRITE_FIELD)
    }

    @Test
    fun twoNotebooksCantHaveOnePin() = onScreen {
        firstPages()
        tap(Names.FIRST_TWO)
        twice(PIN, Names.FIRST_CHOOSE, Names.FIRST_AGAIN)
        see(Names.FIRST_SECOND)
        pin(PIN)
        seeText("Please choose another PIN.")
        twice(NEW, Names.FIRST_SECOND, Names.FIRST_SECOND_AGAIN)
        see(Names.WRITE_FIELD)
    }

    @Test
    fun wordsThatAreShownOnceAreNotLeftUnasked() = onScreen {
        firstRun(PIN)
        wayIn(Names.MORE_RECOVERY, PIN)
        tap(Names.RECOVERY_PAGE_MAKE)
        see(Names.RECOVERY_PAGE_THESE)
        bar(Names.BAR_NOTES)
        see(Names.TWELVE_ONCE)
        tap(Names.TWELVE_STAY)
        see(Names.RECOVERY_PAGE_THESE)
        assertTrue(session.back())
        see(Names.TWELVE_ONCE)
        tap(Names.SAVE_WRITTEN)
        see(Names.MORE_COPIES)
    }

    @Test
    fun wordsThatWentAwayBeforeSheSaidThatSheHasThemAreToldOnce() = onScreen {
        firstRun(PIN)
        makeWords()
        close()
        unlock(PIN)
        see(Names.TWELVE_UNSAID)
        close()
        unlock(PIN)
        assertFalse(isSeen(said(Names.TWELVE_UNSAID)))
        makeWords()
        tap(Names.SAVE_WRITTEN)
        close()
        unlock(PIN)
        assertFalse(isSeen(said(Names.TWELVE_UNSAID)))
    }

    private fun Robot.makeWords() {
        wayIn(Names.MORE_RECOVERY, PIN)
        // Make them, or make new ones.
        session.makeRecovery()
        see(Names.RECOVERY_PAGE_THESE)
    }

    @Test
    fun wordsThatNobodySawOpenNothing() = onScreen {
        firstRun(PIN)
        wayIn(Names.MORE_RECOVERY, PIN)
        session.makeRecovery()
        until { session.now.value.busy != null || session.now.value.screen is Twelve }
        val unseen = session.now.value.screen !is Twelve
        session.close()
        unlock(PIN)
        wayIn(Names.MORE_RECOVERY, PIN)
        assertEquals(!unseen, (session.now.value.screen as Recovery).made)
    }

    @Test
    fun recoveryWordsOpenItAndGiveItANewPin() = onScreen {
        firstRun(PIN)
        wayIn(Names.MORE_RECOVERY, PIN)
        tap(Names.RECOVERY_PAGE_MAKE)
        see(Names.RECOVERY_PAGE_THESE)
        val words = (session.now.value.screen as Twelve).words.joinToString(" ")
        tap(Names.SAVE_WRITTEN)
        close()
        tap(Names.UNLOCK_FORGOT)
        type(Names.UNLOCK_WORDS_FIELD, "$words no")
        tap(Names.DO_NEXT)
        see(Names.ERROR_WRONG_WORDS)
        type(Names.UNLOCK_WORDS_FIELD, OTHER_WORDS)
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
        wayIn(Names.MORE_CHANGE_PIN, PIN)
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

        // Twelve words that fit together, and are nobody's.
        val OTHER_WORDS = List(11) { "abandon" }.joinToString(" ") + " about"
    }
}
