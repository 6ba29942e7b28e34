package app.notebook.android

import android.content.Intent
import android.content.pm.PackageManager.FEATURE_TELEPHONY
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlinx.coroutines.runBlocking
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** Ringing: the keypad opens with the number in it, and nothing is called. */
@RunWith(RobolectricTestRunner::class)
class CallsTest {
    private val application = RuntimeEnvironment.getApplication()

    @Test
    fun theKeypadOpensWithTheNumber() {
        shadowOf(application.packageManager).setSystemFeature(FEATURE_TELEPHONY, true)
        runBlocking { assertNotNull(AndroidCalls.of(application)).dial("116123") }
        val opened = shadowOf(application).nextStartedActivity
        assertEquals(Intent.ACTION_DIAL, opened.action)
        assertEquals("tel:116123", opened.dataString)
    }

    @Test
    fun aTabletOnlyShowsNumbers() {
        shadowOf(application.packageManager).setSystemFeature(FEATURE_TELEPHONY, false)
        assertNull(AndroidCalls.of(application))
    }
}
