package app.notebook.android

import android.content.Intent
import android.media.AudioDeviceInfo.TYPE_BLUETOOTH_SCO
import android.media.AudioDeviceInfo.TYPE_BUILTIN_EARPIECE
import android.media.AudioDeviceInfo.TYPE_WIRED_HEADSET
import android.media.AudioManager.ACTION_AUDIO_BECOMING_NOISY
import android.media.AudioManager.GET_DEVICES_OUTPUTS
import android.media.AudioManager.MODE_IN_COMMUNICATION
import android.media.AudioManager.MODE_NORMAL
import android.media.MediaPlayer
import android.view.View
import app.notebook.ui.Names
import java.io.ByteArrayOutputStream
import java.time.Duration
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowMediaPlayer

/** What she recorded is heard at her ear, or aloud if she says so, and no longer than she wants. */
@RunWith(RobolectricTestRunner::class)
class PlayingTest {
    @Volatile private var players = setOf<ShadowMediaPlayer>()

    @Before
    fun aPlayer() {
        ShadowMediaPlayer.setMediaInfoProvider { ShadowMediaPlayer.MediaInfo(LONG_MS, 0) }
        ShadowMediaPlayer.setCreateListener { _, made -> players += made }
    }

    @Test
    fun itIsHeardAtTheEarUntilSheStopsIt() = withVoice {
        tap(Names.SOUND_EAR)
        untilItPlays()
        assertEquals(MODE_IN_COMMUNICATION, Speaking.audio.mode)
        assertEquals(TYPE_BUILTIN_EARPIECE, Speaking.audio.communicationDevice?.type)
        tap(Names.SOUND_STOP)
        untilItIsQuiet()
        see(Names.SOUND_EAR)
    }

    @Test
    fun whatIsPluggedInIsTheEar() = withVoice(listOf(TYPE_BUILTIN_EARPIECE, TYPE_WIRED_HEADSET)) {
        tap(Names.SOUND_EAR)
        untilItPlays()
        assertEquals(TYPE_WIRED_HEADSET, Speaking.audio.communicationDevice?.type)
    }

    @Test
    fun whatMayBeABoxInTheRoomIsNoEarAndNothingSoundsInstead() = withVoice(listOf(TYPE_BLUETOOTH_SCO)) {
        tap(Names.SOUND_EAR)
        see(Names.SOUND_NO_EAR)
        assertEquals(emptySet(), players)
        assertEquals(MODE_NORMAL, Speaking.audio.mode)
    }

    @Test
    fun aloudItIsOnlyIfSheSaysSo() = withVoice {
        tap(Names.SOUND_ALOUD)
        untilItPlays()
        assertEquals(MODE_NORMAL, Speaking.audio.mode)
        assertEquals(null, Speaking.audio.communicationDevice)
    }

    @Test
    fun itEndsByItself() = withVoice {
        tap(Names.SOUND_EAR)
        untilItPlays()
        shadowOf(activity.mainLooper).idleFor(Duration.ofMillis(LONG_MS.toLong()))
        untilItIsQuiet()
        see(Names.SOUND_EAR)
    }

    @Test
    fun aCallEndsIt() = withVoice {
        tap(Names.SOUND_EAR)
        untilItPlays()
        Speaking.call()
        untilItIsQuiet()
        see(Names.SOUND_EAR)
    }

    @Test
    fun earphonesThatArePulledOutEndIt() = withVoice(listOf(TYPE_BUILTIN_EARPIECE, TYPE_WIRED_HEADSET)) {
        tap(Names.SOUND_EAR)
        untilItPlays()
        val earphones = Speaking.audio.getDevices(GET_DEVICES_OUTPUTS).first { it.type == TYPE_WIRED_HEADSET }
        shadowOf(Speaking.audio).removeOutputDevice(earphones, true)
        untilItIsQuiet()
        see(Names.SOUND_EAR)
    }

    @Test
    fun aPhoneThatTurnsToItsLoudspeakerEndsIt() = withVoice {
        tap(Names.SOUND_ALOUD)
        untilItPlays()
        activity.sendBroadcast(Intent(ACTION_AUDIO_BECOMING_NOISY))
        untilItIsQuiet()
        see(Names.SOUND_ALOUD)
    }

    @Test
    fun aPlayerThatGoesSilentWithoutAWordEndsIt() = withVoice {
        tap(Names.SOUND_EAR)
        untilItPlays()
        players.single().state = ShadowMediaPlayer.State.STOPPED
        see(Names.SOUND_FAILED)
        untilItIsQuiet()
        see(Names.SOUND_EAR)
    }

    @Test
    fun whatNeverBeginsCanBeStopped() = withVoice {
        ShadowMediaPlayer.setMediaInfoProvider { ShadowMediaPlayer.MediaInfo(LONG_MS, Int.MAX_VALUE) }
        tap(Names.SOUND_EAR)
        tap(Names.SOUND_STOP)
        untilItIsQuiet()
        see(Names.SOUND_EAR)
    }

    @Test
    fun theScreenStaysOnWhileItSoundsAndNoLonger() = withVoice {
        assertFalse((root as View).keepScreenOn)
        tap(Names.SOUND_EAR)
        until { (root as View).keepScreenOn }
        tap(Names.SOUND_STOP)
        until { !(root as View).keepScreenOn }
    }

    @Test
    fun closeEndsIt() = withVoice {
        tap(Names.SOUND_ALOUD)
        untilItPlays()
        bar(Names.BAR_CLOSE)
        until(::hasEnded)
        untilItIsQuiet()
    }

    @Test
    fun whatBreaksOffIsTold() = withVoice {
        tap(Names.SOUND_EAR)
        untilItPlays()
        players.single().invokeErrorListener(MediaPlayer.MEDIA_ERROR_UNKNOWN, MediaPlayer.MEDIA_ERROR_MALFORMED)
        see(Names.SOUND_FAILED)
        untilItIsQuiet()
    }

    @Test
    fun thePlayerReadsAllOfIt() {
        val sound = ByteArray(1_000) { it.toByte() }
        val read = ByteArrayOutputStream()
        InMemory(sound).use { from ->
            val piece = ByteArray(300)
            while (true) {
                val count = from.readAt(read.size().toLong(), piece, 10, 256)
                if (count < 0) break
                read.write(piece, 10, count)
            }
            assertEquals(-1, from.readAt(5_000_000_000, piece, 0, 1))
        }
        assertContentEquals(sound, read.toByteArray())
    }

    private fun withVoice(ears: List<Int> = listOf(TYPE_BUILTIN_EARPIECE), use: Robot.() -> Unit) =
        Speaking.before(ears) { speaking ->
            firstRun()
            speak(speaking)
            tap(Names.RECORD_KEEP)
            see(Names.ATTACHMENT_IN)
            openVoice()
            see(Names.SOUND_EAR)
            use()
        }

    private fun Robot.untilItPlays() = until { players.singleOrNull()?.state == ShadowMediaPlayer.State.STARTED }

    private fun Robot.untilItIsQuiet() {
        until { players.all { it.state == ShadowMediaPlayer.State.END } && Speaking.audio.mode == MODE_NORMAL }
        assertTrue(Speaking.audio.communicationDevice == null)
    }

    private companion object {
        const val LONG_MS = 60_000
    }
}
