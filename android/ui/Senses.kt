package app.notebook.ui

import androidx.compose.ui.graphics.ImageBitmap
import kotlinx.coroutines.Deferred

/** The largest picture that a shell hands over, in bytes; of a larger one it says `TooLarge`. */
const val LARGEST_PICKED = 40L shl 20

/** A picture that she picked or took, as the bytes of its file. */
class Chosen(val name: String, val bytes: ByteArray)

/**
 * What a phone can see, hear and say, as far as it can: what is null here is not offered. Nothing of it is used unless
 * she taps for it, and none of it leaves anything behind outside the notebook.
 */
interface Senses {
    /** Lets her pick a picture; none if she picked none. */
    suspend fun pick(): Chosen?

    /** What to draw for a picture, no larger than a screen needs; none if this phone can't show it. */
    fun picture(bytes: ByteArray): ImageBitmap?

    /** Takes a picture inside the app, not into the phone's gallery. */
    val camera: Camera?

    /** Records her voice. */
    val recorder: Recorder?

    /** Plays what was recorded. */
    val player: Player?

    /** Reads a text to her with a voice that is on the phone itself. */
    val reader: Reader?
}

/** Takes a picture. */
fun interface Camera {
    /** None if she took none. */
    suspend fun take(): Chosen?
}

/** Records a voice. */
fun interface Recorder {
    /**
     * Records until [stopped], at most ten minutes, or until the microphone is taken away; the bytes of a WAV file, held
     * in memory alone. An [java.io.IOException] if nothing could be heard at all.
     */
    suspend fun record(stopped: Deferred<Unit>): ByteArray
}

/** Plays a sound. */
fun interface Player {
    /** Plays to the end, or until it is cancelled: into the earpiece, or [aloud]; an [java.io.IOException] if it can't. */
    suspend fun play(sound: ByteArray, aloud: Boolean)
}

/** Reads aloud. */
fun interface Reader {
    /** Reads to the end, or until it is cancelled: into the earpiece, or [aloud]; an [java.io.IOException] if it can't. */
    suspend fun read(text: String, language: String, aloud: Boolean)
}

/** Nothing of the kind. */
object NoSenses : Senses {
    override suspend fun pick(): Chosen? = null

    override fun picture(bytes: ByteArray): ImageBitmap? = null

    override val camera: Camera? = null
    override val recorder: Recorder? = null
    override val player: Player? = null
    override val reader: Reader? = null
}
