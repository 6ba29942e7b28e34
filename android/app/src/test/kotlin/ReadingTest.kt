package app.notebook.android

import android.content.ComponentName
import android.content.IntentFilter
import android.media.AudioAttributes
import android.media.AudioDeviceInfo
import android.os.Bundle
import android.speech.tts.TextToSpeech
import android.speech.tts.Voice
import app.notebook.ui.Names
import java.util.Locale
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.junit.After
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowTextToSpeech
import org.robolectric.util.ReflectionHelpers

/** A note is read to her by a voice that lies on the phone, or not at all. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [VoiceProgram::class])
class ReadingTest {
    @After
    fun itIsThereAgain() {
        VoiceProgram.isEndless = false
        VoiceProgram.isGone = false
    }

    @Test
    fun itIsReadAtTheEarByAVoiceOnThePhone() = withNote(voice("far", "en", far = true), voice("near", "en"), voice("other", "fr")) {
        tap(Names.SOUND_EAR)
        val program = answer()
        until { program.spokenTextList.isNotEmpty() }
        assertEquals(listOf("$TITLE\n$TEXT"), program.spokenTextList)
        assertEquals("near", program.currentVoice?.name)
        assertEquals(AudioAttributes.USAGE_VOICE_COMMUNICATION, manner()?.usage)
        see(Names.SOUND_EAR)
        until { program.isShutdown }
    }

    @Test
    fun aloudItIsOnlyIfSheSaysSo() = withNote(voice("near", "en")) {
        tap(Names.SOUND_ALOUD)
        val program = answer()
        until { program.spokenTextList.isNotEmpty() }
        assertEquals(AudioAttributes.USAGE_MEDIA, manner()?.usage)
    }

    @Test
    fun withoutSuchAVoiceNoWordLeaves() =
        withNote(voice("far", "en", far = true), voice("other", "fr"), voice("absent", "en", absent = true)) {
            tap(Names.SOUND_EAR)
            val program = answer()
            see(Names.READ_NO_VOICE)
            assertEquals(emptyList(), program.spokenTextList)
            until { program.isShutdown }
        }

    @Test
    fun aProgramThatDoesNotComeIsLeftAtClose() = withNote(voice("near", "en")) {
        tap(Names.SOUND_EAR)
        until { ShadowTextToSpeech.getLastTextToSpeechInstance() != null }
        bar(Names.BAR_CLOSE)
        until(::hasEnded)
        val program = shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance())
        until { program.isShutdown }
        program.onInitListener.onInit(TextToSpeech.SUCCESS)
        pump()
        assertEquals(emptyList(), program.spokenTextList)
    }

    @Test
    fun aProgramThatFailsIsToldKindly() = withNote(voice("near", "en")) {
        tap(Names.SOUND_EAR)
        answer(TextToSpeech.ERROR)
        see(Names.READ_NO_VOICE)
    }

    @Test
    fun aProgramThatIsGoneWithoutAWordEndsIt() = withNote(voice("near", "en")) {
        VoiceProgram.isGone = true
        tap(Names.SOUND_EAR)
        val program = answer()
        see(Names.SOUND_STOP)
        see(Names.SOUND_FAILED)
        see(Names.SOUND_EAR)
        until { program.isShutdown }
    }

    @Test
    fun aProgramThatIsMadeToStopEndsIt() = withNote(voice("near", "en")) {
        VoiceProgram.isEndless = true
        tap(Names.SOUND_EAR)
        val program = answer()
        until { program.utteranceProgressListener != null }
        program.utteranceProgressListener.onStop("0", true)
        see(Names.SOUND_FAILED)
        see(Names.SOUND_EAR)
    }

    @Test
    fun aPhoneWithoutAVoiceProgramOffersNone() = onPhone {
        assertNull(application.senses.reader)
    }

    @Test
    fun aLongTextIsReadWholeInPiecesThatEndWhereWordsDo() {
        val text = "one two three\nfour five 😀😀😀😀😀😀 six"
        for (longest in 3..60) {
            val pieces = piecesOf(text, longest)
            assertEquals(text, pieces.joinToString(""))
            assertTrue(pieces.all { it.length <= longest })
            assertFalse(pieces.any { it.last().isHighSurrogate() })
        }
        assertEquals(listOf("one two three\n", "four five"), piecesOf("one two three\nfour five", 17))
    }

    /** A phone with a voice program that has these voices, and a note that is open to be read. */
    private fun withNote(vararg voices: Voice, use: Robot.() -> Unit) {
        val manager = shadowOf(RuntimeEnvironment.getApplication().packageManager)
        val service = ComponentName("a.voice.program", "a.voice.program.Service")
        manager.addServiceIfNotPresent(service)
        manager.addIntentFilterForService(service, IntentFilter(TextToSpeech.Engine.INTENT_ACTION_TTS_SERVICE))
        voices.forEach(ShadowTextToSpeech::addVoice)
        Speaking.before(listOf(AudioDeviceInfo.TYPE_BUILTIN_EARPIECE)) {
            firstRun()
            write(TITLE, TEXT)
            tap(Names.SAVE_NO)
            bar(Names.BAR_NOTES)
            tapText(TITLE)
            tap(Names.DO_MORE)
            tap(Names.READ_TO_ME)
            see(Names.READ_HOW)
            use()
        }
    }

    /** The voice program is there, or not. */
    private fun Robot.answer(how: Int = TextToSpeech.SUCCESS): ShadowTextToSpeech {
        until { ShadowTextToSpeech.getLastTextToSpeechInstance() != null }
        return shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance()).apply { onInitListener.onInit(how) }
    }

    private fun manner(): AudioAttributes? {
        val given = ReflectionHelpers.getField<Bundle>(ShadowTextToSpeech.getLastTextToSpeechInstance(), "mParams")
        @Suppress("DEPRECATION") return given.getParcelable("audioAttributes")
    }

    private fun voice(name: String, language: String, far: Boolean = false, absent: Boolean = false) =
        Voice(
            name,
            Locale.forLanguageTag(language),
            Voice.QUALITY_NORMAL,
            Voice.LATENCY_NORMAL,
            far,
            if (absent) setOf(TextToSpeech.Engine.KEY_FEATURE_NOT_INSTALLED) else emptySet(),
        )

    private companion object {
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
