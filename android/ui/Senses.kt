package app.notebook.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.ImageBitmap
import java.io.IOException
import kotlinx.coroutines.Deferred

/** The largest picture that a shell hands over, in bytes; of a larger one it says `TooLarge`. */
const val LARGEST_PICKED = 40L shl 20

/** A picture that she picked or took, as the bytes of its file. */
class Chosen(val name: String, val bytes: ByteArray)

/** What a phone lends to an app only if she says so: what is said before it asks her, and if she says no. */
enum class Lent(val title: String, val what: String, val refused: String) {
    MICROPHONE(Names.RECORD_MINE, Names.LEND_MICROPHONE, Names.LENT_NO_MICROPHONE),
    CAMERA(Names.ADD_TAKE, Names.LEND_CAMERA, Names.LENT_NO_CAMERA),
}

/** Why nothing can be heard, where there is more to say than that it can't be played. */
enum class Missing(val what: String) {
    EAR(Names.SOUND_NO_EAR),
    VOICE(Names.READ_NO_VOICE),
}

/** The phone lacks something without which nothing can be heard. */
class Unheard(val missing: Missing) : IOException(missing.name)

/**
 * What a phone can see, hear and say, as far as it can: what is null here is not offered. Nothing of it is used unless
 * she taps for it, and none of it leaves anything behind outside the notebook.
 */
interface Senses {
    /** Lets her pick a picture; none if she picked none. */
    suspend fun pick(): Chosen?

    /** What to draw for a picture, no larger than a screen needs; none if this phone can't show it. */
    fun picture(bytes: ByteArray): ImageBitmap?

    /** Whether the phone lends it by now. One that asks nobody lends all it has. */
    fun lends(thing: Lent): Boolean = true

    /** Lets the phone ask her; whether it lends it then. */
    suspend fun askFor(thing: Lent): Boolean = true

    /** Takes a picture inside the app, not into the phone's gallery. */
    val camera: Camera?

    /** Records her voice. */
    val recorder: Recorder?

    /** Plays what was recorded. */
    val player: Player?

    /** Reads a text to her with a voice that is on the phone itself. */
    val reader: Reader?
}

/** Takes a picture. The camera is on for as long as [Sight] is drawn, and no longer. */
interface Camera {
    /** What it sees now, whole: a picture has nothing that is not seen here. */
    @Composable fun Sight(modifier: Modifier)

    /** What it sees now as a file, held in memory alone; an [IOException] if it can't be taken. */
    suspend fun take(): Chosen
}

/** Records a voice. */
fun interface Recorder {
    /**
     * Records until [stopped], at most ten minutes, or until the microphone is taken away; the bytes of a WAV file, held
     * in memory alone. An [IOException] if nothing could be heard at all.
     */
    suspend fun record(stopped: Deferred<Unit>): ByteArray
}

/** Plays a sound. */
fun interface Player {
    /**
     * Plays to the end, until it is cancelled, or until the phone needs its sound for a call: into the earpiece, or
     * [aloud]; an [IOException] if it can't, [Unheard] if it can say why.
     */
    suspend fun play(sound: ByteArray, aloud: Boolean)
}

/** Reads aloud. */
fun interface Reader {
    /** Reads to the end as [Player.play] plays. [language] is a tag such as `en-GB`. */
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
