package app.notebook.android

import android.content.Context
import android.content.Intent
import android.media.AudioAttributes
import android.os.Bundle
import android.speech.tts.TextToSpeech
import android.speech.tts.UtteranceProgressListener
import android.speech.tts.Voice
import app.notebook.ui.Missing
import app.notebook.ui.Reader
import app.notebook.ui.Unheard
import java.io.IOException
import java.util.Locale
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/**
 * Reads a note by the voice program that is set on the phone, with a voice that lies on the phone. That program is
 * another app, and gets the words; no other does.
 */
internal class NoteReader private constructor(private val context: Context, private val way: SoundWay) : Reader {
    override suspend fun read(text: String, language: String, aloud: Boolean) =
        withContext(Dispatchers.IO) { way.lead(aloud) { manner, taken -> read(text, language, manner, taken) } }

    private suspend fun read(text: String, language: String, manner: AudioAttributes, taken: Deferred<Unit>) {
        val ready = CompletableDeferred<Int>()
        val program = TextToSpeech(context) { ready.complete(it) }
        try {
            if (begun(ready) != TextToSpeech.SUCCESS) throw Unheard(Missing.VOICE)
            program.voice = program.voiceOnPhone(Locale.forLanguageTag(language)) ?: throw Unheard(Missing.VOICE)
            program.setAudioAttributes(manner)
            val end = program.say(piecesOf(text, TextToSpeech.getMaxSpeechInputLength()))
            untilOver(end, taken) { program.isSpeaking }
        } finally {
            program.stop()
            program.shutdown()
        }
    }

    companion object {
        /** None where the phone has no voice program at all. */
        fun of(context: Context, way: SoundWay): Reader? {
            val programs = context.packageManager.queryIntentServices(Intent(TextToSpeech.Engine.INTENT_ACTION_TTS_SERVICE), 0)
            return if (programs.isEmpty()) null else NoteReader(context, way)
        }
    }
}

/** The voice that is set on the phone, if it will do; else the best that will. */
private fun TextToSpeech.voiceOnPhone(language: Locale): Voice? {
    // A program that has died in the meantime has none.
    val there = voices.orEmpty().filter { it.isOnPhone() && it.speaks(language) }
    return there.firstOrNull { it == defaultVoice } ?: there.maxWithOrNull(compareBy({ it.isOf(language) }, { it.quality }))
}

private fun Voice.isOnPhone() =
    !isNetworkConnectionRequired && TextToSpeech.Engine.KEY_FEATURE_NOT_INSTALLED !in features.orEmpty()

private fun Voice.speaks(language: Locale) = threeLetters(locale) == threeLetters(language)

private fun Voice.isOf(language: Locale) = locale.country == language.country

/** Some programs name a language by two letters, some by three. */
private fun threeLetters(language: Locale) = runCatching { language.isO3Language }.getOrDefault(language.language)

/** Says them one after another; what is answered completes with the last of them. */
private fun TextToSpeech.say(pieces: List<String>): Deferred<Unit> {
    val end = CompletableDeferred<Unit>()
    val last = pieces.lastIndex.toString()
    setOnUtteranceProgressListener(
        object : UtteranceProgressListener() {
            override fun onStart(id: String) = Unit

            override fun onDone(id: String) {
                if (id == last) end.complete(Unit)
            }

            @Deprecated("Android asks for it, and calls it too.")
            override fun onError(id: String) = breakOff()

            override fun onStop(id: String, interrupted: Boolean) = breakOff()

            private fun breakOff() {
                end.completeExceptionally(IOException("the voice ended"))
            }
        }
    )
    pieces.forEachIndexed { at, piece ->
        if (speak(piece, TextToSpeech.QUEUE_ADD, Bundle(), at.toString()) != TextToSpeech.SUCCESS) {
            throw IOException("the voice did not begin")
        }
    }
    return end
}

/** The text in pieces of at most [longest] letters, cut where a line or a word ends. */
internal fun piecesOf(text: String, longest: Int): List<String> {
    val pieces = mutableListOf<String>()
    var rest = text
    while (rest.length > longest) {
        val head = rest.take(longest)
        val cut = listOf('\n', ' ').map { head.lastIndexOf(it) + 1 }.firstOrNull { it > 0 } ?: whole(head)
        pieces += rest.take(cut)
        rest = rest.drop(cut)
    }
    return pieces + rest
}

/** Not between the halves of one letter. */
private fun whole(head: String) = if (head.last().isHighSurrogate()) head.length - 1 else head.length
