package app.notebook.android

import android.Manifest.permission.RECORD_AUDIO
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.media.AudioManager
import android.view.View
import app.notebook.core.Standing
import app.notebook.ui.AddTo
import app.notebook.ui.Names
import java.io.ByteArrayInputStream
import java.io.File
import java.time.Duration
import java.time.LocalDate
import java.time.format.TextStyle
import java.util.Locale
import javax.sound.sampled.AudioSystem
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** Her voice, from the microphone into the note, and nowhere else. */
@RunWith(RobolectricTestRunner::class)
class VoiceTest {
    @Test
    fun whatSheSaysIsInTheNoteAsASoundThatAnythingCanPlay() = Speaking.before { speaking ->
        firstRun()
        speak(speaking)
        tap(Names.RECORD_KEEP)
        see(Names.ATTACHMENT_IN)
        val sound = AudioSystem.getAudioInputStream(ByteArrayInputStream(openVoice()))
        assertEquals(listOf(16_000f, 1f, 16f), sound.format.let { listOf(it.sampleRate, it.channels.toFloat(), it.sampleSizeInBits.toFloat()) })
        val heard = sound.readAllBytes()
        assertEquals(sound.frameLength * 2, heard.size.toLong())
        assertTrue(heard.size >= 5 * 3_200)
        assertContentEquals(Speaking.VOICE, heard.copyOf(Speaking.VOICE.size))
    }

    @Test
    fun aNoToTheMicrophoneIsTakenKindlyAndChangesNothing() = Speaking.before(allowed = false) { speaking ->
        firstRun()
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        see(Names.LEND_MICROPHONE)
        assertEquals(null, shadowOf(activity).lastRequestedPermission)
        tap(Names.DO_NEXT)
        answerPhone(RECORD_AUDIO, PERMISSION_DENIED)
        see(Names.LENT_NO_MICROPHONE)
        assertTrue(session.now.value.screen is AddTo)
        assertEquals(0, speaking.pieces)
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
        leave()
        waitFor(Standing.LOCKED)
    }

    @Test
    fun whoeverGoesAwayFromThePhonesQuestionHasOnlySomeSeconds() = Speaking.before(allowed = false) {
        firstRun()
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        tap(Names.DO_NEXT)
        until { shadowOf(activity).lastRequestedPermission != null }
        leave()
        waitFor(Standing.RESTING)
        shadowOf(activity.mainLooper).idleFor(Duration.ofMillis(Trip.TO_ANSWER_MS))
        waitFor(Standing.LOCKED)
    }

    @Test
    fun aYesBeginsAtOnce() = Speaking.before(allowed = false) { speaking ->
        firstRun()
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        tap(Names.DO_NEXT)
        until { shadowOf(activity).lastRequestedPermission != null }
        shadowOf(application).grantPermissions(RECORD_AUDIO)
        answerPhone(RECORD_AUDIO, PERMISSION_GRANTED)
        see(Names.RECORD_NOW)
        until { speaking.pieces > 5 }
        tap(Names.RECORD_KEEP)
        see(Names.ATTACHMENT_IN)
    }

    @Test
    fun aCallEndsItAndWhatSheSaidIsKept() = Speaking.before { speaking ->
        firstRun()
        speak(speaking)
        Speaking.call()
        see(Names.ATTACHMENT_IN)
        assertTrue(openVoice().size >= 5 * 3_200)
    }

    @Test
    fun aMicrophoneThatIsTakenAwayEndsItAndWhatSheSaidIsKept() = Speaking.before { speaking ->
        firstRun()
        speak(speaking)
        speaking.gone = true
        see(Names.ATTACHMENT_IN)
        assertTrue(openVoice().size >= 5 * 3_200)
    }

    @Test
    fun duringACallAndWithAShutMicrophoneItIsSaidThatNothingIsHeard() = Speaking.before { speaking ->
        firstRun()
        shadowOf(Speaking.audio).setNextFocusRequestResponse(AudioManager.AUDIOFOCUS_REQUEST_FAILED)
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        see(Names.RECORD_NOTHING)
        assertEquals(0, speaking.pieces)
        shadowOf(Speaking.audio).setNextFocusRequestResponse(AudioManager.AUDIOFOCUS_REQUEST_GRANTED)
        speaking.shut = true
        tap(Names.RECORD_MINE)
        until { speaking.pieces > 5 }
        tap(Names.RECORD_KEEP)
        see(Names.RECORD_NOTHING)
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    @Test
    fun theScreenStaysOnWhileSheSpeaksAndNoLonger() = Speaking.before { speaking ->
        firstRun()
        speak(speaking)
        until { (root as View).keepScreenOn }
        tap(Names.RECORD_KEEP)
        see(Names.ATTACHMENT_IN)
        until { !(root as View).keepScreenOn }
    }

    @Test
    fun closeAndLeavingKeepWhatSheSaidAndEndIt() = Speaking.before { speaking ->
        firstRun()
        speak(speaking)
        leave()
        waitFor(Standing.LOCKED)
        comeBack()
        unlock()
        bar(Names.BAR_NOTES)
        tapText(LocalDate.now().month.getDisplayName(TextStyle.FULL, Locale.UK))
        seeText("voice.wav")
        val before = speaking.pieces
        repeat(50) { pump() }
        assertEquals(before, speaking.pieces)
    }

    @Test
    fun herVoiceIsInNoFile() = Speaking.before { speaking ->
        val files = File(application.applicationInfo.dataDir)
        firstRun()
        speak(speaking)
        assertFalse(files.has(Speaking.VOICE))
        tap(Names.RECORD_KEEP)
        see(Names.ATTACHMENT_IN)
        assertFalse(files.has(Speaking.VOICE))
        leave()
        waitFor(Standing.LOCKED)
        assertFalse(files.has(Speaking.VOICE))
        File(application.cacheDir, "seen").writeBytes(ByteArray(7) + Speaking.VOICE)
        assertTrue(files.has(Speaking.VOICE), "the test sees what is kept")
    }

    private fun File.has(what: ByteArray) = walk().filter { it.isFile }.any { it.readBytes().has(what) }

    private fun ByteArray.has(what: ByteArray) =
        String(this, Charsets.ISO_8859_1).contains(String(what, Charsets.ISO_8859_1))
}
