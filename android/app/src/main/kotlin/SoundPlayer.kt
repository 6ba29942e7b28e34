package app.notebook.android

import android.media.AudioAttributes
import android.media.MediaDataSource
import android.media.MediaPlayer
import app.notebook.ui.Player
import java.io.IOException
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Plays a sound from memory: what she recorded here, and what the phone can play of what came from elsewhere. */
internal class SoundPlayer(private val way: SoundWay) : Player {
    override suspend fun play(sound: ByteArray, aloud: Boolean) =
        withContext(Dispatchers.IO) { way.lead(aloud) { manner, taken -> play(sound, manner, taken) } }

    private suspend fun play(sound: ByteArray, manner: AudioAttributes, taken: Deferred<Unit>) {
        val ready = CompletableDeferred<Unit>()
        val end = CompletableDeferred<Unit>()
        val player = MediaPlayer()
        try {
            player.setAudioAttributes(manner)
            player.setDataSource(InMemory(sound))
            player.setOnCompletionListener { end.complete(Unit) }
            player.setOnPreparedListener { ready.complete(Unit) }
            player.setOnErrorListener { _, _, _ ->
                val broken = IOException("it can't be played")
                ready.completeExceptionally(broken)
                end.completeExceptionally(broken)
            }
            player.prepareAsync()
            begun(ready)
            if (taken.isActive) player.start()
            untilOver(end, taken) { player.isPlaying }
        } catch (stopped: CancellationException) {
            throw stopped
        } catch (odd: RuntimeException) {
            throw IOException(odd.javaClass.name)
        } finally {
            player.release()
        }
    }
}

/** What is played, read from memory: no file has it. */
internal class InMemory(private val sound: ByteArray) : MediaDataSource() {
    override fun readAt(position: Long, buffer: ByteArray, offset: Int, size: Int): Int {
        if (position >= sound.size) return END
        val count = minOf(size, sound.size - position.toInt())
        sound.copyInto(buffer, offset, position.toInt(), position.toInt() + count)
        return count
    }

    override fun getSize() = sound.size.toLong()

    override fun close() = Unit

    private companion object {
        const val END = -1
    }
}
