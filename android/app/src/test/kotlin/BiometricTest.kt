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

    @Test
    fun whatIsKeptComesBackAfterAStartAndIsNotInTheFile() = runBlocking {
        assertTrue(phone().keep(secret, "mark", asking))
        assertFalse(file.readText().contains(String(secret)))
        assertEquals("mark", phone().mark)
        assertContentEquals(secret, assertIs<Checked.Passed>(phone().check(asking)).secret)
    }

    @Test
    fun theKeyWorksForAStrongCheckAloneAndNotForAFingerThatIsAddedLater() {
        runBlocking { phone().keep(secret, "mark", asking) }
        val spec = FakeAndroidKeyStore.specs.getValue(SecretCipher.ALIAS)
        assertTrue(spec.isUserAuthenticationRequired && spec.isInvalidatedByBiometricEnrollment)
        assertEquals(KeyProperties.AUTH_BIOMETRIC_STRONG, spec.userAuthenticationType)
        assertEquals(0, spec.userAuthenticationValidityDurationSeconds)
    }

    @Test
    fun turnedAwayNothingIsKept() = runBlocking {
        finger.instead = Answer.No(byHerself = true)
        assertFalse(phone().keep(secret, "mark", asking))
        assertNull(phone().mark)
        assertFalse(file.exists())
    }

    @Test
    fun aKeyThatThePhoneDestroyedIsToldAsAChange() = runBlocking {
        phone().keep(secret, "mark", asking)
        FakeAndroidKeyStore.keys.remove(SecretCipher.ALIAS)
        assertEquals(Checked.Changed, phone().check(asking))
    }

    @Test
    fun aFileOfAnotherTimeOrATornOneIsToldAsAChange() = runBlocking {
        val phone = phone()
        phone.keep(secret, "mark", asking)
        file.writeText(file.readText().replace(Regex("sealed=...."), "sealed=AAAA"))
        assertEquals(Checked.Changed, phone().check(asking))
        file.writeText("mark=x")
        assertNull(phone().mark)
    }

    @Test
    fun forgottenItIsGone() = runBlocking {
        val phone = phone()
        phone.keep(secret, "mark", asking)
        phone.forget()
        assertNull(phone.mark)
        assertFalse(file.exists())
        assertFalse(SecretCipher.ALIAS in FakeAndroidKeyStore.keys)
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
        bar(Names.BAR_MORE)
        tap(Names.MORE_BIOMETRIC)
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
