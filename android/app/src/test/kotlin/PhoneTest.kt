package app.notebook.android

import android.content.pm.PackageManager.FEATURE_STRONGBOX_KEYSTORE
import android.os.SystemClock
import android.provider.Settings
import android.security.keystore.KeyProperties
import app.notebook.core.DeviceException
import java.security.Security
import java.time.Duration
import java.time.ZoneId
import javax.crypto.Mac
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.After
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSystemClock

/** What the core asks of the phone, and what it answers. */
@RunWith(RobolectricTestRunner::class)
class PhoneTest {
    private val application = RuntimeEnvironment.getApplication()
    private val phone = AndroidPhone(application)

    @Before
    fun newPhone() {
        Security.addProvider(FakeAndroidKeyStore())
        FakeAndroidKeyStore.empty()
    }

    @After
    fun noPhone() = Security.removeProvider("AndroidKeyStore")

    @Test
    fun aKeyThatIsMadeAnswersAndOneThatIsForgottenIsMissing() {
        phone.makeKey(NAME, 3uL)
        val answer = phone.mac(NAME, 3uL, BYTES)
        val expected = Mac.getInstance("HmacSHA256").apply { init(FakeAndroidKeyStore.keys["$NAME-3"]) }.doFinal(BYTES)
        assertContentEquals(expected, answer)
        assertFailsWith<DeviceException.Missing> { phone.mac(NAME, 4uL, BYTES) }
        phone.forgetKey(NAME, 3uL)
        assertFailsWith<DeviceException.Missing> { phone.mac(NAME, 3uL, BYTES) }
        phone.forgetKey(NAME, 3uL)
    }

    @Test
    fun aKeyMadeAgainIsAnother() {
        phone.makeKey(NAME, 0uL)
        val before = phone.mac(NAME, 0uL, BYTES)
        phone.makeKey(NAME, 0uL)
        assertFalse(before.contentEquals(phone.mac(NAME, 0uL, BYTES)))
    }

    @Test
    fun aKeyNeedsNoUnlockedScreenAndNoFinger() {
        phone.makeKey(NAME, 0uL)
        val spec = FakeAndroidKeyStore.specs.getValue("$NAME-0")
        assertFalse(spec.isUserAuthenticationRequired || spec.isUnlockedDeviceRequired || spec.isStrongBoxBacked)
        assertEquals(256, spec.keySize)
        assertEquals(KeyProperties.PURPOSE_SIGN, spec.purposes)
    }

    @Test
    fun aKeyLiesInTheChipThatIsMadeForItWhereThereIsOneWithRoom() {
        shadowOf(application.packageManager).setSystemFeature(FEATURE_STRONGBOX_KEYSTORE, true)
        phone.makeKey(NAME, 0uL)
        assertTrue(FakeAndroidKeyStore.specs.getValue("$NAME-0").isStrongBoxBacked)
        FakeAndroidKeyStore.strongBoxIsFull = true
        phone.makeKey(NAME, 1uL)
        assertFalse(FakeAndroidKeyStore.specs.getValue("$NAME-1").isStrongBoxBacked)
        assertEquals(32, phone.mac(NAME, 1uL, BYTES).size)
    }

    @Test
    fun whateverFailsIsToldAsThePhoneNotAnswering() {
        FakeAndroidKeyStore.isBroken = true
        assertFailsWith<DeviceException.Unavailable> { phone.mac(NAME, 0uL, BYTES) }
        Security.removeProvider("AndroidKeyStore")
        assertFailsWith<DeviceException.Unavailable> { phone.makeKey(NAME, 0uL) }
        assertFailsWith<DeviceException.Unavailable> { phone.clocks() }
    }

    @Test
    fun anotherStartOfThePhoneHasAnotherNameAndSleepCounts() {
        val settings = application.contentResolver
        Settings.Global.putInt(settings, Settings.Global.BOOT_COUNT, 7)
        val before = phone.clocks()
        ShadowSystemClock.advanceBy(Duration.ofHours(1))
        val after = phone.clocks()
        assertContentEquals(before.boot, after.boot)
        assertEquals(3_600_000uL, after.uptimeMs - before.uptimeMs)
        assertEquals(SystemClock.elapsedRealtime().toULong(), after.uptimeMs)
        Settings.Global.putInt(settings, Settings.Global.BOOT_COUNT, 8)
        assertFalse(before.boot.contentEquals(phone.clocks().boot))
    }

    @Test
    fun theZoneAndTheProcessorAreThoseOfThePhone() {
        assertEquals(ZoneId.systemDefault().id, phone.zone())
        assertTrue(hasAes("Features\t: fp asimd evtstrm aes pmull sha1"))
        assertFalse(hasAes("Features\t: half thumb fastmult vfp edsp neon vfpv3 aesni"))
    }

    private companion object {
        const val NAME = "00112233445566778899aabbccddeeff"
        val BYTES = byteArrayOf(1, 2, 3)
    }
}
