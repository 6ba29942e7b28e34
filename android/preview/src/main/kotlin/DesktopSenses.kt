package app.notebook.preview

import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asComposeImageBitmap
import app.notebook.core.NotebookException
import app.notebook.core.Thing
import app.notebook.ui.Camera
import app.notebook.ui.Chosen
import app.notebook.ui.LARGEST_PICKED
import app.notebook.ui.Player
import app.notebook.ui.Reader
import app.notebook.ui.Recorder
import app.notebook.ui.Senses
import java.awt.FileDialog
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import javax.sound.sampled.AudioFileFormat
import javax.sound.sampled.AudioFormat
import javax.sound.sampled.AudioInputStream
import javax.sound.sampled.AudioSystem
import javax.sound.sampled.Clip
import javax.sound.sampled.DataLine
import javax.sound.sampled.LineUnavailableException
import javax.sound.sampled.TargetDataLine
import javax.sound.sampled.UnsupportedAudioFileException
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext
import org.jetbrains.skia.Bitmap
import org.jetbrains.skia.Canvas
import org.jetbrains.skia.Image
import org.jetbrains.skia.Rect

/** A desktop's own: no camera and no voice of its own, a microphone and a loudspeaker where there are any. */
class DesktopSenses : Senses {
    override suspend fun pick(): Chosen? {
        val path = askForFile(FileDialog.LOAD) ?: return null
        return withContext(Dispatchers.IO) {
            if (Files.size(path) > LARGEST_PICKED) throw NotebookException.TooLarge(Thing.PICTURE)
            Chosen(path.fileName.toString(), Files.readAllBytes(path))
        }
    }

    override fun picture(bytes: ByteArray): ImageBitmap? = pictureOf(bytes)

    override val camera: Camera? = null
    override val recorder = if (AudioSystem.isLineSupported(MICROPHONE)) Recorder(::recordVoice) else null
    override val player = if (AudioSystem.isLineSupported(DataLine.Info(Clip::class.java, VOICE))) Player(::playSound) else null
    override val reader: Reader? = null
}

/** The picture of these bytes, no larger than a screen needs; none if they are none. */
internal fun pictureOf(bytes: ByteArray): ImageBitmap? =
    try {
        val image = Image.makeFromEncoded(bytes)
        val part = minOf(1f, MOST_POINTS / maxOf(image.width, image.height))
        val (width, height) = (image.width * part).toInt().coerceAtLeast(1) to (image.height * part).toInt().coerceAtLeast(1)
        val drawn = Bitmap().apply { allocN32Pixels(width, height) }
        Canvas(drawn).drawImageRect(image, Rect.makeWH(width.toFloat(), height.toFloat()))
        drawn.asComposeImageBitmap()
    } catch (_: IllegalArgumentException) {
        null
    }

private const val MOST_POINTS = 2_048f

// What a voice needs: 16,000 times a second 16 bits of one ear.
private val VOICE = AudioFormat(16_000f, 16, 1, true, false)
private val MICROPHONE = DataLine.Info(TargetDataLine::class.java, VOICE)
private const val LONGEST_BYTES = 10 * 60 * 16_000 * 2

private suspend fun recordVoice(stopped: Deferred<Unit>): ByteArray =
    withContext(Dispatchers.IO) {
        val heard = ByteArrayOutputStream()
        try {
            (AudioSystem.getLine(MICROPHONE) as TargetDataLine).use { line ->
                line.open(VOICE)
                line.start()
                val piece = ByteArray(3_200)
                while (!stopped.isCompleted && heard.size() < LONGEST_BYTES) {
                    currentCoroutineContext().ensureActive()
                    val read = line.read(piece, 0, piece.size)
                    // Taken away: what was heard before is kept.
                    if (read <= 0) break
                    heard.write(piece, 0, read)
                }
            }
        } catch (absent: LineUnavailableException) {
            throw IOException(absent.javaClass.name)
        }
        if (heard.size() == 0) throw IOException("nothing was heard")
        wav(heard.toByteArray())
    }

/** What was heard, as a WAV file. */
internal fun wav(heard: ByteArray): ByteArray {
    val sound = AudioInputStream(ByteArrayInputStream(heard), VOICE, heard.size / 2L)
    return ByteArrayOutputStream().also { AudioSystem.write(sound, AudioFileFormat.Type.WAVE, it) }.toByteArray()
}

private suspend fun playSound(sound: ByteArray, @Suppress("UNUSED_PARAMETER") aloud: Boolean) {
    val clip =
        try {
            AudioSystem.getClip().apply { open(AudioSystem.getAudioInputStream(ByteArrayInputStream(sound))) }
        } catch (odd: UnsupportedAudioFileException) {
            throw IOException(odd.javaClass.name)
        } catch (absent: LineUnavailableException) {
            throw IOException(absent.javaClass.name)
        }
    clip.use {
        it.start()
        delay((it.microsecondLength / 1_000).milliseconds)
    }
}
