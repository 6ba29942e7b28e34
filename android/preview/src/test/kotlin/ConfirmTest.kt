package app.notebook.preview

import app.notebook.core.NotebookException
import app.notebook.core.Standing
import app.notebook.ui.ChangePin
import app.notebook.ui.ConfirmPin
import app.notebook.ui.More
import app.notebook.ui.Names
import app.notebook.ui.Place as Where
import app.notebook.ui.Recovery
import app.notebook.ui.WrongPins
import app.notebook.ui.back
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** Whoever holds the open phone shuts her out only with her PIN. */
class ConfirmTest {
    private val phone = WalkBiometrics()

    private fun open(use: Robot.() -> Unit) =
        onScreen(biometrics = phone) {
            firstRun(PIN)
            use()
        }

    private fun Robot.isAsked(name: String) {
        bar(Names.BAR_MORE)
        tap(name)
        see(Names.CONFIRM_PIN_WHY)
    }

    @Test
    fun eachPageThatChangesHowItOpensAsksForThePinFirst() = open {
        for (name in listOf(Names.MORE_CHANGE_PIN, Names.MORE_RECOVERY, Names.MORE_BIOMETRIC, Names.WRONG_PINS_TITLE)) {
            wayIn(name, PIN)
        }
        until { session.now.value.screen is WrongPins }
    }

    @Test
    fun aWrongOneIsToldKindlyAndLeadsNowhere() = open {
        isAsked(Names.MORE_CHANGE_PIN)
        pin(OTHER)
        seeText("That PIN is not right.")
        assertEquals(ConfirmPin(Where.PIN), session.now.value.screen)
        pin(PIN)
        until { session.now.value.screen == ChangePin() }
    }

    @Test
    fun goingBackLeadsToMoreAndItIsAskedAgain() = open {
        isAsked(Names.MORE_RECOVERY)
        assertTrue(session.back())
        until { session.now.value.screen == More }
        wayIn(Names.MORE_RECOVERY, PIN)
        assertTrue(session.back())
        until { session.now.value.screen == More }
        isAsked(Names.MORE_RECOVERY)
    }

    @Test
    fun fromOneSuchPageToAnotherItIsNotAskedAgain() = open {
        wayIn(Names.MORE_BIOMETRIC, PIN)
        tap(Names.MORE_RECOVERY)
        until { session.now.value.screen == Recovery(made = false) }
    }

    @Test
    fun afterSomeWrongOnesTheSecondsToWaitAreTold() = open {
        isAsked(Names.WRONG_PINS_TITLE)
        repeat(5) {
            val before = session.now.value.notice
            pin(OTHER)
            until { session.now.value.notice.let { it != null && it !== before } }
        }
        pin(PIN)
        seeText("You can try again in")
        val first = session.now.value.notice?.text
        until { session.now.value.notice?.text.let { it != first && it.orEmpty().startsWith("You can try again") } }
        assertEquals(ConfirmPin(Where.WRONG_PINS), session.now.value.screen)
    }

    @Test
    fun whereWrongOnesDeleteItAllTheFirstRunComesNext() = open {
        wayIn(Names.MORE_BIOMETRIC, PIN)
        tap(Names.BIOMETRIC_ON)
        see(Names.BIOMETRIC_NOW_ON)
        session.notebooks.setWipeAfter(1u)
        isAsked(Names.MORE_CHANGE_PIN)
        pin(OTHER)
        see(Names.FIRST_WHAT_TITLE)
        assertEquals(Standing.UNMADE, session.notebooks.standing())
        assertFalse(phone.isOn)
        assertFailsWith<NotebookException> { session.notebooks.newDraft() }
    }

    private companion object {
        const val PIN = "271828"
        const val OTHER = "314159"
    }
}
