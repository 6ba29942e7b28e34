package app.notebook.preview

import app.notebook.ui.BiometricPage
import app.notebook.ui.Checked
import app.notebook.ui.Names
import app.notebook.ui.Unlock
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** Opening with a finger or a face. */
class BiometricTest {
    private val phone = WalkBiometrics()

    private fun page(use: Robot.() -> Unit) =
        onScreen(biometrics = phone) {
            firstRun(PIN)
            wayIn(Names.MORE_BIOMETRIC, PIN)
            use()
        }

    private fun Robot.turnOn() {
        see(Names.BIOMETRIC_ALL)
        tap(Names.BIOMETRIC_ON)
        see(Names.BIOMETRIC_NOW_ON)
    }

    private fun Robot.openByIt() {
        see(Names.UNLOCK_TITLE)
        tap(Names.BIOMETRIC_ON)
    }

    private fun Robot.offersOnlyThePin() = until { session.now.value.screen == Unlock(biometric = false) }

    @Test
    fun itOpensByAFingerUntilSheTurnsItOff() = page {
        turnOn()
        close()
        openByIt()
        see(Names.WRITE_FIELD)
        wayIn(Names.MORE_BIOMETRIC, PIN)
        tap(Names.BIOMETRIC_ON)
        see(Names.BIOMETRIC_NOW_OFF)
        assertFalse(phone.isOn)
        close()
        offersOnlyThePin()
        unlock(PIN)
    }

    @Test
    fun notKnownByThePhoneSheStillHasHerPin() = page {
        turnOn()
        close()
        phone.instead = Checked.Refused
        openByIt()
        see(Names.BIOMETRIC_REFUSED)
        unlock(PIN)
        assertTrue(phone.isOn)
    }

    @Test
    fun anotherFingerOnThePhoneEndsIt() = page {
        turnOn()
        close()
        phone.instead = Checked.Changed
        openByIt()
        see(Names.BIOMETRIC_CHANGED)
        offersOnlyThePin()
        assertFalse(phone.isOn)
        unlock(PIN)
    }

    @Test
    fun whatThePhoneDidNotKeepIsNoWayIn() = page {
        phone.instead = Checked.Left
        tap(Names.BIOMETRIC_ON)
        see(Names.BIOMETRIC_NOT_ON)
        close()
        offersOnlyThePin()
    }

    @Test
    fun whatOpensNothingAnyMoreIsForgotten() = page {
        turnOn()
        session.notebooks.forgetBiometric()
        close()
        openByIt()
        see(Names.BIOMETRIC_CHANGED)
        offersOnlyThePin()
        assertFalse(phone.isOn)
    }

    @Test
    fun aPhoneThatKnowsNobodySaysSo() {
        phone.knowsSomeone = false
        page { see(Names.BIOMETRIC_NOBODY) }
    }

    @Test
    fun deletingItAllTakesWhatThePhoneKept() = page {
        turnOn()
        bar(Names.BAR_MORE)
        tap(Names.MORE_DELETE_ALL)
        see(Names.GONE_WHAT)
        tap(Names.MORE_DELETE_ALL)
        see(Names.WIPE_DONE)
        assertFalse(phone.isOn)
    }

    @Test
    fun itIsOneForTheWholePhoneSoNoNotebookTellsOfAnother() = onScreen(biometrics = phone) {
        firstRun(PIN, OTHER)
        wayIn(Names.MORE_BIOMETRIC, PIN)
        turnOn()
        close()
        unlock(OTHER)
        wayIn(Names.MORE_BIOMETRIC, OTHER)
        until { (session.now.value.screen as? BiometricPage)?.on == true }
        tap(Names.BIOMETRIC_ON)
        see(Names.BIOMETRIC_NOW_OFF)
        assertFalse(phone.isOn)
    }

    @Test
    fun wrongPinsThatDeleteItAllTakeWhatThePhoneKept() = page {
        turnOn()
        session.notebooks.setWipeAfter(1u)
        close()
        pin(OTHER)
        seeText("That PIN is not right.")
        session.close()
        see(Names.FIRST_WHAT_TITLE)
        assertFalse(phone.isOn)
    }

    private companion object {
        const val PIN = "271828"
        const val OTHER = "314159"
    }
}
