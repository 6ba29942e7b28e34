package app.notebook.android

import android.hardware.biometrics.BiometricManager
import android.security.keystore.KeyProperties
import app.notebook.ui.Asking
import app.notebook.ui.Checked
import app.notebook.ui.Names
import app.notebook.ui.Unlock
import java.io.File
import java.security.Security
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowBiometricManager

/** Opening with a finger or a face: what the phone keeps, and how. */
@RunWith(RobolectricTestRunner::class)
class BiometricTest {
    private val application = RuntimeEnvironment.getApplication()
    private val file = File(application.noBackupFilesDir, "way-in")
    private val finger = Finger()
    private val asking = Asking("title", "no")
    private val secret = "27".repeat(32).toByteArray()

    @Before
    fun aNewPhone() {
        Security.addProvider(FakeAndroidKeyStore())
        FakeAndroidKeyStore.empty()
    }

    @After
    fun noPhone() = Security.removeProvider("AndroidKeyStore")

    private fun phone() = AndroidBiometrics(file, SecretCipher(hasStrongBox = false), finger)

    private suspend fun keep(phone: AndroidBiometrics = phone()) = phone.keep(asking) { secret.copyOf() }

    @Test
    fun turnedAwayFromAnotherTimeWhatWasKeptStays() = runBlocking {
        val phone = phone()
        assertTrue(keep(phone))
        finger.instead = Answer.Left
        assertFalse(keep(phone))
        finger.instead = null
        assertContentEquals(secret, assertIs<Checked.Passed>(phone.check(asking)).secret)
        assertEquals(setOf(SecretCipher.alias(0)), FakeAndroidKeyStore.keys.keys)
    }

    @Test
    fun keptAnewTheOldKeyIsDestroyed() = runBlocking {
        val phone = phone()
        keep(phone)
        assertTrue(phone.keep(asking) { "31".repeat(32).toByteArray() })
        assertEquals(setOf(SecretCipher.alias(1)), FakeAndroidKeyStore.keys.keys)
        assertContentEquals("31".repeat(32).toByteArray(), assertIs<Checked.Passed>(phone().check(asking)).secret)
    }

    @Test
    fun whatIsKeptComesBackAfterAStartAndIsNotInTheFile() = runBlocking {
        assertTrue(keep())
        assertFalse(file.readText().contains(String(secret)))
        assertTrue(phone().isOn)
        assertContentEquals(secret, assertIs<Checked.Passed>(phone().check(asking)).secret)
    }

    @Test
    fun theKeyWorksForAStrongCheckAloneAndNotForAFingerThatIsAddedLater() {
        runBlocking { keep() }
        val spec = FakeAndroidKeyStore.specs.getValue(SecretCipher.alias(0))
        assertTrue(spec.isUserAuthenticationRequired && spec.isInvalidatedByBiometricEnrollment)
        assertEquals(KeyProperties.AUTH_BIOMETRIC_STRONG, spec.userAuthenticationType)
        assertEquals(0, spec.userAuthenticationValidityDurationSeconds)
    }

    @Test
    fun turnedAwayNothingIsKept() = runBlocking {
        finger.instead = Answer.Left
        assertFalse(keep())
        assertFalse(phone().isOn)
        assertFalse(file.exists())
    }

    @Test
    fun aKeyThatThePhoneDestroyedIsToldAsAChange() = runBlocking {
        keep()
        FakeAndroidKeyStore.keys.remove(SecretCipher.alias(0))
        assertEquals(Checked.Changed, phone().check(asking))
    }

    @Test
    fun aFileOfAnotherTimeOrATornOneIsToldAsAChange() = runBlocking {
        keep()
        val whole = file.readBytes()
        file.writeBytes(whole.copyOf().also { it[it.size - 1] = (it.last() + 1).toByte() })
        assertEquals(Checked.Changed, phone().check(asking))
        for (length in listOf(0, 1, 3, 8)) {
            file.writeBytes(whole.copyOf(length))
            assertFalse(phone().isOn, "$length bytes")
        }
    }

    @Test
    fun forgottenItIsGone() = runBlocking {
        val phone = phone()
        keep(phone)
        phone.forget()
        assertFalse(phone.isOn)
        assertFalse(file.exists())
        assertFalse(SecretCipher.alias(0) in FakeAndroidKeyStore.keys)
    }

    @Test
    fun aPhoneWithoutAPartThatChecksOffersNothing() {
        val manager = application.getSystemService(BiometricManager::class.java)
        val check = SystemCheck(application) { null }
        val part = Shadow.extract<ShadowBiometricManager>(manager)
        part.setAuthenticatorType(BiometricManager.Authenticators.BIOMETRIC_STRONG)
        part.setCanAuthenticate(true)
        assertTrue(check.isThere && check.knowsSomeone)
        part.setCanAuthenticate(false)
        assertFalse(check.knowsSomeone)
        finger.isThere = false
        assertNull(AndroidBiometrics.of(application, finger))
    }

    @Test
    fun herFingerOpensTheNotebookInTheRealWindow() = onPhone {
        firstRun()
        wayIn(Names.MORE_BIOMETRIC)
        tap(Names.BIOMETRIC_ON)
        see(Names.BIOMETRIC_NOW_ON)
        repeat(2) {
            leave()
            comeBack()
            until { session.now.value.screen == Unlock(biometric = true) }
            tap(Names.BIOMETRIC_ON)
            see(Names.WRITE_FIELD)
        }
    }
}
