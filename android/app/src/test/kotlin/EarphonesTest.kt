package app.notebook.android

import android.media.AudioDeviceInfo
import android.media.AudioManager
import app.notebook.ui.Names
import kotlin.test.assertFalse
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.AudioDeviceInfoBuilder

/** Digits of the number pad are said while earphones are in, as they come and go. */
@RunWith(RobolectricTestRunner::class)
class EarphonesTest {
    private val audio = shadowOf(RuntimeEnvironment.getApplication().getSystemService(AudioManager::class.java))

    @Test
    fun digitsAreSaidWhileEarphonesAreIn() = onPhone {
        firstRun()
        bar(Names.BAR_CLOSE)
        see(Names.UNLOCK_TITLE)
        val (earphones, speaker) = device(AudioDeviceInfo.TYPE_WIRED_HEADPHONES) to device(AudioDeviceInfo.TYPE_BLUETOOTH_A2DP)
        audio.addOutputDevice(speaker, true)
        pump()
        assertFalse(saysDigits())
        audio.addOutputDevice(earphones, true)
        until { saysDigits() }
        audio.removeOutputDevice(earphones, true)
        until { !saysDigits() }
    }

    private fun Robot.saysDigits() = nodes().any { words(it) == "5" }

    private fun device(type: Int) = AudioDeviceInfoBuilder.newBuilder().setType(type).build()
}
