package app.notebook.android

import android.media.AudioAttributes
import android.media.AudioFocusRequest
import android.media.AudioManager
import android.os.Handler
import android.os.Looper
import java.io.IOException
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.selects.select
import kotlinx.coroutines.withTimeoutOrNull

/**
 * Does [work] while nothing else of the phone sounds. What it is given completes when the phone needs its sound or its
 * microphone for something else, such as a call. An [IOException] if it does already.
 */
internal suspend fun <T> AudioManager.alone(
    manner: AudioAttributes,
    work: suspend (taken: CompletableDeferred<Unit>) -> T,
): T {
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

/** What the phone answers when it is [ready] to sound; an [IOException] if it does not answer. */
internal suspend fun <T> begun(ready: Deferred<T>): T =
    withTimeoutOrNull(LONGEST_TO_BEGIN) { ready.await() } ?: throw IOException("it does not begin")

/**
 * Until a sound is at its end, or is taken. An [IOException] if nothing [sounds] for some seconds: the program that
 * played it is gone, which nobody tells.
 */
internal suspend fun untilOver(end: Deferred<Unit>, taken: Deferred<Unit>, sounds: () -> Boolean) {
    var silent = 0
    while (silent < MOST_SILENT) {
        val over = withTimeoutOrNull(1.seconds) { either(end, taken) }
        if (over != null) return
        silent = if (sounds()) 0 else silent + 1
    }
    throw IOException("it went silent")
}

private suspend fun either(one: Deferred<Unit>, other: Deferred<Unit>) = select {
    one.onAwait {}
    other.onAwait {}
}

private val TAKEN = setOf(AudioManager.AUDIOFOCUS_LOSS, AudioManager.AUDIOFOCUS_LOSS_TRANSIENT)

private val LONGEST_TO_BEGIN = 10.seconds

/** So many seconds: between two pieces of a text there is a pause. */
private const val MOST_SILENT = 3
