package app.notebook.android

import android.media.AudioAttributes
import android.media.AudioFocusRequest
import android.media.AudioManager
import android.os.Handler
import android.os.Looper
import java.io.IOException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred

/**
 * Does [work] while nothing else of the phone sounds. What it is given completes when the phone needs its sound or its
 * microphone for something else, such as a call. An [IOException] if it does already.
 */
internal suspend fun <T> AudioManager.alone(manner: AudioAttributes, work: suspend (taken: Deferred<Unit>) -> T): T {
    val taken = CompletableDeferred<Unit>()
    val request =
        AudioFocusRequest.Builder(AudioManager.AUDIOFOCUS_GAIN_TRANSIENT_EXCLUSIVE)
            .setAudioAttributes(manner)
            .setOnAudioFocusChangeListener({ if (it in TAKEN) taken.complete(Unit) }, Handler(Looper.getMainLooper()))
            .build()
    if (requestAudioFocus(request) != AudioManager.AUDIOFOCUS_REQUEST_GRANTED) throw IOException("the sound is taken")
    try {
        return work(taken)
    } finally {
        abandonAudioFocusRequest(request)
    }
}

private val TAKEN = setOf(AudioManager.AUDIOFOCUS_LOSS, AudioManager.AUDIOFOCUS_LOSS_TRANSIENT)
