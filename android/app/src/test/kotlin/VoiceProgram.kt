package app.notebook.android

import android.os.Bundle
import android.speech.tts.TextToSpeech
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowTextToSpeech

/** The phone's voice program, which may take what it is to say and be gone without a word. */
@Implements(TextToSpeech::class)
class VoiceProgram : ShadowTextToSpeech() {
    @Implementation
    public override fun speak(text: CharSequence, mode: Int, how: Bundle, id: String): Int =
        if (isEndless || isGone) TextToSpeech.SUCCESS else super.speak(text, mode, how, id)

    @Implementation fun isSpeaking() = !isGone

    companion object {
        /** Whether it goes on and on. */
        @Volatile var isEndless = false

        /** Whether it is gone by the time it is to say something. */
        @Volatile var isGone = false
    }
}
