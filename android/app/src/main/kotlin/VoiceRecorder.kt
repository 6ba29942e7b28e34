package app.notebook.android

import android.content.Context
import android.media.AudioAttributes
import android.media.AudioFormat
import android.media.AudioManager
import android.media.AudioRecord
import android.media.AudioRecordingConfiguration
import android.media.MediaRecorder
import android.os.Build
import android.os.Handler
import android.os.Looper
import app.notebook.ui.Recorder
import java.io.IOException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/** Her voice by the phone's microphone, held in memory alone: no file has it, and no other app hears meanwhile. */
internal class VoiceRecorder(context: Context) : Recorder {
    private val audio = context.getSystemService(AudioManager::class.java)

    override suspend fun record(stopped: Deferred<Unit>): ByteArray =
        withContext(Dispatchers.IO) {
            audio.alone(spoken(AudioAttributes.USAGE_VOICE_COMMUNICATION)) { taken ->
                val microphone = open()
                val deaf = Deafness(microphone)
                try {
                    audio.registerAudioRecordingCallback(deaf, Handler(Looper.getMainLooper()))
                    begin(microphone)
                    hear(microphone) { listOf(stopped, taken, deaf.came).any { it.isCompleted } }
                } finally {
                    audio.unregisterAudioRecordingCallback(deaf)
                    microphone.release()
                }
            }
        }

    private fun open(): AudioRecord {
        val voice =
            AudioFormat.Builder()
                .setEncoding(AudioFormat.ENCODING_PCM_16BIT)
                .setSampleRate(VOICE_RATE)
                .setChannelMask(AudioFormat.CHANNEL_IN_MONO)
                .build()
        val wanted =
            AudioRecord.Builder()
                .setAudioSource(MediaRecorder.AudioSource.MIC)
                .setAudioFormat(voice)
                .setBufferSizeInBytes(VOICE_BYTES)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) wanted.setPrivacySensitive(true)
        return told { wanted.build() }
    }

    private fun begin(microphone: AudioRecord) = told { microphone.startRecording() }

    /** The phone says in many ways that it has no microphone for this app now. */
    private fun <T> told(ask: () -> T): T =
        try {
            ask()
        } catch (refused: RuntimeException) {
            throw IOException(refused.javaClass.name)
        }

    private suspend fun hear(microphone: AudioRecord, isOver: () -> Boolean): ByteArray {
        val heard = mutableListOf<ByteArray>()
        val piece = ByteArray(VOICE_BYTES / 10)
        try {
            while (!isOver() && heard.size < LONGEST_PIECES) {
                currentCoroutineContext().ensureActive()
                val count = microphone.read(piece, 0, piece.size)
                // Taken away: what was heard before is kept.
                if (count <= 0) break
                heard += piece.copyOf(count)
            }
            // A microphone that is shut off by the phone's own switch gives silence such as no room has.
            if (heard.all { it.isSilent() }) throw IOException("nothing was heard")
            return wav(heard)
        } finally {
            heard.forEach { it.fill(0) }
            piece.fill(0)
        }
    }

    private fun ByteArray.isSilent() = all { it == 0.toByte() }

    private companion object {
        /** Ten minutes, in tenths of a second. */
        const val LONGEST_PIECES = 10 * 60 * 10
    }
}

/** The phone lets another have what this microphone hears, and gives it silence: that is no recording any more. */
private class Deafness(private val microphone: AudioRecord) : AudioManager.AudioRecordingCallback() {
    val came = CompletableDeferred<Unit>()

    override fun onRecordingConfigChanged(configs: List<AudioRecordingConfiguration>) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.Q) return
        val mine = configs.firstOrNull { it.clientAudioSessionId == microphone.audioSessionId }
        if (mine?.isClientSilenced == true) came.complete(Unit)
    }
}
